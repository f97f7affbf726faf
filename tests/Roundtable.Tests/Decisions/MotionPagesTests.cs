using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Decisions;

public class MotionPagesTests
{
    [Fact]
    public async Task An_organization_puts_a_motion_and_the_others_see_it()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        using var ana = await table.Ana();
        var check = await ana.Submit(await ana.Get(DecisionUrls.New(table.Partnership)), "motion", ("Input.Title", "Open a help desk"), ("Input.Text", "On Tuesdays."), ("Input.Background", "Many ask."));
        Assert.Equal("Check and ask the organizations", check.Heading);
        Assert.Contains("2 organizations with a vote are asked", check.Spaced());
        Assert.Contains("Consent; 50 percent of the organizations must answer", check.Spaced());
        Assert.DoesNotContain("Open a help desk", (await lee.Get(DecisionUrls.All(table.Partnership))).Html.QuerySelector("#log")!.TextContent);
        var motion = await ana.Submit(check, "opening");
        Assert.Equal("Open a help desk", motion.Heading);
        Assert.Contains("Closes Tue, Dec 8, 2026, 5:00 PM", motion.Spaced());
        Assert.Contains("If it closed now: 0 of 2 organizations answered; 1 was needed; too few answered, so nothing is decided.", motion.Spaced());
        var list = await lee.Get(DecisionUrls.All(table.Partnership));
        Assert.Contains("Your organization has not answered.", list.Spaced());
        Assert.Equal("Answer for Legal Aid of the Valley", (await lee.Get(list.Link("Answer"))).Heading);
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_missing()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var page = await ana.Get(DecisionUrls.New(table.Partnership));
        page = await ana.Submit(page, "motion", ("Input.Text", "On Tuesdays <b>only</b>."), ("Input.Form", "dots"), ("Input.Options", "One"), ("Input.Kind", "money"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Give the motion a title.", Assert.Single(page.Errors));
        page = await ana.Submit(page, "motion", ("Input.Title", "A title"));
        Assert.Equal("Name at least two options, one on each line.", Assert.Single(page.Errors));
        Assert.Equal("On Tuesdays <b>only</b>.", page.Html.QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        Assert.NotNull(page.Html.QuerySelector("[name='Input.Kind'][value=money]")!.GetAttribute("checked"));
        Assert.Equal(0, await table.World.See(db => db.Motions.Of(table.Partnership).CountAsync()));
    }

    [Theory]
    [InlineData("2026-11-30", "17:00", "Choose a day and time that are still to come.")]
    [InlineData("2026-12-01", "25:00", "Write a time, such as 17:00.")]
    [InlineData("", "17:00", "Choose a day.")]
    public async Task A_deadline_must_be_a_time_to_come(string day, string time, string sentence)
    {
        var table = await World.Found();
        var motion = await table.Motion(isOpen: false);
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get(DecisionUrls.Opening(table.Partnership, motion.Number)), "opening", ("Input.On", day), ("Input.At", time));
        Assert.Equal(sentence, Assert.Single(page.Errors));
        Assert.Equal(MotionState.Prepared, (await table.Now(motion)).State);
    }

    [Fact]
    public async Task Who_facilitates_prepares_and_has_no_ballot()
    {
        var table = await World.Found();
        using var flora = await table.Facilitator();
        var page = await flora.Submit(await flora.Get(DecisionUrls.New(table.Partnership)), "motion", ("Input.Title", "Winter hours"), ("Input.Text", "We keep them."));
        Assert.Contains("An organization at the table can put it to the vote.", page.Spaced());
        var number = int.Parse(page.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.NotFound, (await flora.Get(DecisionUrls.Opening(table.Partnership, number))).Status);
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get(DecisionUrls.Opening(table.Partnership, number)), "opening");
        var open = await flora.Get(DecisionUrls.Motion(table.Partnership, number));
        Assert.Contains("You facilitate, so you have no ballot.", open.Spaced());
        Assert.Equal(HttpStatusCode.NotFound, (await flora.Get(DecisionUrls.Ballot(table.Partnership, number))).Status);
        var sense = await flora.Submit(await flora.Get(DecisionUrls.New(table.Partnership)), "motion", ("Input.Title", "How do you like it?"), ("Input.Text", "The new room."), ("Input.IsSenseCheck", "true"));
        Assert.Contains("0 of 1 organizations answered", (await flora.Submit(sense, "opening")).Spaced());
    }

    [Fact]
    public async Task Who_has_no_vote_sees_no_ballot_and_strangers_see_nothing()
    {
        var (table, elsewhere) = (await World.Found(), await World.Found("Valley County"));
        var (open, prepared) = (await table.Motion(), await table.Motion(isOpen: false, title: "Later"));
        var observer = await table.Seat("County Press", observer: true, representative: "Olga Press");
        using var olga = await table.World.SignedIn(observer.Person);
        using var stranger = await elsewhere.Ana();
        Assert.Contains("has not answered", (await olga.Get(DecisionUrls.Motion(table.Partnership, open.Number))).Spaced());
        Assert.DoesNotContain($"{DecisionUrls.Ballot(table.Partnership, open.Number)}\"", (await olga.Get(DecisionUrls.Motion(table.Partnership, open.Number))).Text);
        foreach (var step in (string[])["/ballot", "/recusal", "/proxy", "/board", "/withdrawal", "/edit", "/outcome"])
            Assert.Equal((step, HttpStatusCode.NotFound), (step, (await olga.Get($"{DecisionUrls.Motion(table.Partnership, open.Number)}{step}")).Status));
        foreach (var address in new[] { DecisionUrls.All(table.Partnership), DecisionUrls.Motion(table.Partnership, open.Number), DecisionUrls.Motion(table.Partnership, prepared.Number), DecisionUrls.Rules(table.Partnership) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(DecisionUrls.Motion(elsewhere.Partnership, open.Number))).Status);
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_texts()
    {
        var table = await World.Found();
        var motion = await table.Motion(isOpen: false);
        using var ana = await table.Ana();
        var (one, two) = (await ana.Get(DecisionUrls.Edit(table.Partnership, motion.Number)), await ana.Get(DecisionUrls.Edit(table.Partnership, motion.Number)));
        await ana.Submit(one, "motion", ("Input.Text", "The desk is open on Fridays."));
        var page = await ana.Submit(two, "motion", ("Input.Text", "The desk is open on Mondays."));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Fridays", page.Html.QuerySelector("del")!.TextContent.Replace("removed: ", "", StringComparison.Ordinal).Trim());
        Assert.Equal("The desk is open on Mondays.", page.Html.QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        await ana.Submit(page, "motion");
        Assert.Equal("The desk is open on Mondays.", (await table.Now(motion)).Text);
    }

    [Fact]
    public async Task The_rule_of_a_kind_is_changed_by_who_keeps_the_process()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        using var ana = await table.Ana();
        var page = await ana.Get(DecisionUrls.Rule(table.Partnership, MotionKind.Money));
        Assert.Equal("How we decide: Money", page.Heading);
        var wrong = await ana.Submit(page, "rule", ("Input.QuorumPercent", "120 %"), ("Input.Rule", "majority"));
        Assert.Equal("Write a share from 1 to 100 percent.", Assert.Single(wrong.Errors));
        var rules = await ana.Submit(wrong, "rule", ("Input.QuorumPercent", "75 %"));
        Assert.Contains("Majority. More are for it than against it. 75 percent of the organizations", rules.Spaced());
        Assert.Contains("75 percent of the organizations", (await lee.Get(DecisionUrls.Rules(table.Partnership))).Spaced());
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(DecisionUrls.Rule(table.Partnership, MotionKind.Money))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{DecisionUrls.Rules(table.Partnership)}/weather")).Status);
    }

    [Fact]
    public async Task A_motion_is_taken_back_with_its_reason()
    {
        var table = await World.Found();
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var page = await ana.Get($"{DecisionUrls.Motion(table.Partnership, motion.Number)}/withdrawal");
        Assert.Equal("Say why, in a few words.", Assert.Single((await ana.Submit(page, "withdraw")).Errors));
        Assert.Contains("This motion was taken back The room is gone.", (await ana.Submit(page, "withdraw", ("Input.Reason", "The room is gone."))).Spaced());
        var log = await ana.Get($"{DecisionUrls.All(table.Partnership)}?result=withdrawn");
        Assert.Contains("Open a help desk Withdrawn Dec 1, 2026", log.Spaced());
        Assert.Contains("No decision fits this.", (await ana.Get($"{DecisionUrls.All(table.Partnership)}?result=adopted")).Spaced());
    }

    [Fact]
    public async Task What_follows_stands_in_the_log_with_its_day()
    {
        var table = await World.Found();
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var page = await ana.Answer(await ana.Get(DecisionUrls.Ballot(table.Partnership, motion.Number)), "endorse");
        Assert.Contains("Adopted 1 of 1 organizations answered; 1 was needed; no objection; adopted.", page.Spaced());
        page = await ana.Submit(await ana.Get(page.Link("Write down what follows")), "outcome", ("Input.Outcome", "The library opens the room."), ("Input.ReviewOn", "2027-06-01"));
        Assert.Contains("The library opens the room.", page.Spaced());
        Assert.Contains("Who sees to it Riverbend Public Library", page.Spaced());
        Assert.Contains("Adopted Dec 1, 2026 Riverbend Public Library Jun 1, 2027", (await ana.Get(DecisionUrls.All(table.Partnership))).Spaced());
        using var spanish = await table.Ana();
        spanish.Cookies.Add(new Cookie("rt-language", "es", "/", "localhost"));
        Assert.Contains("Respondieron 1 de 1 organizaciones; hacía falta 1; ninguna objeción; aprobada.", (await spanish.Get(DecisionUrls.Motion(table.Partnership, motion.Number))).Spaced());
        Assert.Contains("Reuniones", (await spanish.Get(DecisionUrls.All(table.Partnership))).Text);
    }

    [Fact]
    public async Task Nothing_decided_yet_teaches_by_an_example()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var page = await ana.Get(DecisionUrls.All(table.Partnership));
        Assert.Contains("Nothing has been decided yet.", page.Spaced());
        Assert.NotNull(page.Html.QuerySelector(".rt-empty__example"));
    }
}
