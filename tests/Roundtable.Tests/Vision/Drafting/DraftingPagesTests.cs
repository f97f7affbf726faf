using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Mail;
using Roundtable.Tests.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class DraftingPagesTests
{
    private static string Of(Table table, VisionProcess process, string rest = "drafts") => $"{table.Home}/vision/processes/{process.Number}/{rest}";

    [Fact]
    public async Task Drafts_are_written_compared_and_kept()
    {
        var table = await World.Found();
        await table.Seat();
        var process = await table.Gathered();
        using var ana = await table.Ana();
        var page = await ana.Get(Of(table, process));
        page = await ana.Get(page.Link("Write the first draft"));
        var late = await ana.Submit(page, "draft", ("Input.Text", new string('x', 2100)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("2,100 characters", Assert.Single(late.Errors));
        Assert.Contains(new string('x', 2100), late.Text);
        page = await ana.Submit(late, "draft", ("Input.Text", DraftingWorld.Text));
        Assert.Equal("Draft 1", page.Heading);
        Assert.Equal(VisionStage.Drafting, (await table.Look(process)).Stage);
        page = await ana.Get((await ana.Get(Of(table, process))).Link("Write the next draft"));
        Assert.Contains("Nobody waits six weeks.", page.Form("draft").QuerySelector("textarea")!.TextContent);
        page = await ana.Submit(page, "draft", ("Input.Text", "Everyone in Riverbend can apply for help online.\n\nFew wait six weeks."), ("Input.Note", "Honest about waiting."));
        Assert.Equal("Draft 2", page.Heading);
        var difference = await ana.Get((await ana.Get(Of(table, process))).Link("Compare with draft 1"));
        Assert.Equal("From draft 1 to draft 2", difference.Heading);
        Assert.Equal(["Nobody waits", "Few wait"], difference.Html.QuerySelectorAll("del, ins").Select(e => e.LastChild!.TextContent));
        Assert.Contains("Honest about waiting.", difference.Words);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get(Of(table, process, "drafts/9"))).Status);
    }

    [Fact]
    public async Task An_organization_comments_on_a_sentence_and_hears_where_it_went()
    {
        var table = await World.Found();
        var aid = await table.Seat();
        var process = await table.Gathered();
        await table.Draft(process);
        using var lee = await table.World.SignedIn(aid.Person);
        var page = await lee.Get(Of(table, process, "drafts/1?sentence=2"));
        Assert.Equal("2", page.Form("comment").QuerySelector("option[selected]")!.GetAttribute("value"));
        page = await lee.Submit(page, "comment", ("Input.Text", "Some will wait."));
        Assert.Contains("Some will wait.", page.Words);
        Assert.Contains($"{aid.Organization.ShownName}, Dec 1, 2026", page.Words);
        Assert.DoesNotContain("Answer", page.Html.QuerySelectorAll(".rt-said").Single().TextContent);
        await table.Draft(process, "Everyone in Riverbend can apply for help online.\n\nFew wait six weeks.");
        using var ana = await table.Ana();
        page = await ana.Get(Of(table, process, "drafts/2"));
        Assert.Contains("Draft 1 said: “Nobody waits six weeks.”", page.Words);
        page = await ana.Get(page.Link("Answer"));
        Assert.Contains("Choose the draft", Assert.Single((await ana.Submit(page, "resolve")).Errors));
        page = await ana.Submit(page, "resolve", ("Input.HeardIn", "2"), ("Input.Answer", "You are right."));
        Assert.Contains("heard in draft 2: You are right.", page.Words);
    }

    [Fact]
    public async Task A_wording_round_goes_by_mail_and_link()
    {
        var table = await World.Found();
        var aid = await table.Seat();
        var process = await table.Gathered();
        await table.Draft(process);
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get(Of(table, process, "rounds")), "open");
        Assert.Contains("The round is open.", page.Words);
        var letters = await table.World.See(db => db.Letters.Where(l => l.PartnershipId == table.Partnership.Id && l.Kind == "wording-round").ToListAsync());
        Assert.Equal(2, letters.Count);
        var letter = letters.Single(l => l.Address == aid.Person.Email);
        Assert.StartsWith("By Dec 6, 2026: is draft 1 of our vision fine?", letter.Subject);
        var step = Joining.PathOf(letter, "me");
        Assert.EndsWith("/vision/wording", step);
        using var lee = table.World.Browser();
        var start = await lee.Get(step[..^"/vision/wording".Length]);
        Assert.Contains("Is draft 1 of the vision fine?", start.Words);
        var question = await lee.Get(start.Link("Answer"));
        Assert.Equal("Is this vision fine for you?", question.Heading);
        var unsaid = await lee.Submit(question, "say", ("Input.Said", "fine"), ("Input.Suggestion", "Everyone gets help."));
        Assert.Contains("You changed the text below.", Assert.Single(unsaid.Errors));
        Assert.Contains("Everyone gets help.", unsaid.Text);
        var said = await lee.Submit(unsaid, "say", ("Input.Said", "fine-with-change"), ("Input.Suggestion", "Everyone gets help."), ("Input.Words", "Shorter."));
        Assert.Contains("Your answer is saved.", said.Words);
        Assert.DoesNotContain("Is draft 1", (await lee.Get(start.Address)).Words);
        page = await ana.Submit(await ana.Get(Of(table, process, "rounds")), "say", ("Input.Said", "fine"));
        Assert.Contains("2 of 2 organizations have answered", page.Words);
        Assert.Contains("Ended Dec 1, 2026.", page.Words);
        Assert.Contains("The wording round is over: 2 of 2", (await ana.Get(table.Home)).Words);
        page = await ana.Get(page.Link("Make it the next draft"));
        Assert.Contains("Legal Aid of the Valley suggested", page.Words);
        Assert.Contains("Everyone gets help.", page.Form("draft").QuerySelector("textarea")!.TextContent);
        Assert.Contains("This round has ended", (await lee.Get(step)).Words);
    }

    [Fact]
    public async Task A_round_ends_by_itself_on_its_last_day()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var aid = await table.Seat();
        var process = await table.Gathered();
        await table.Draft(process);
        using (var ana = await table.Ana())
        {
            var (one, other) = (await ana.Get(Of(table, process, "rounds")), await ana.Get(Of(table, process, "rounds")));
            await ana.Submit(one, "open", ("Wanted.ClosesOn", "2026-12-02"));
            Assert.Contains("A wording round is open already", Assert.Single((await ana.Submit(other, "open", ("Wanted.ClosesOn", "2026-12-09"))).Errors));
        }
        Assert.Equal(0, await table.Follow());
        using var lee = world.Browser();
        var question = await lee.Get(await table.LinkFor(aid.Person) + "/vision/wording");
        world.Clock.Advance(NodaTime.Duration.FromDays(2));
        Assert.Equal(1, await table.Follow());
        var late = await lee.Submit(question, "say", ("Input.Said", "comment"), ("Input.Words", "Sorry to be late."));
        Assert.Contains("This round ended on Dec 2, 2026", Assert.Single(late.Errors));
        Assert.Contains("Sorry to be late.", late.Text);
        Assert.NotNull((await world.See(db => db.WordingRounds.SingleAsync(r => r.PartnershipId == table.Partnership.Id))).ClosedAt);
        Assert.Equal(0, await table.Follow());
    }

    [Fact]
    public async Task A_facilitator_prepares_and_an_organization_puts_it_to_the_vote()
    {
        var table = await World.Found();
        await table.Seat();
        var process = await table.Gathered();
        await table.Draft(process);
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        var page = await jo.Get(Of(table, process, "proposal"));
        Assert.Contains("A facilitator prepares the motion.", page.Words);
        page = await jo.Submit(page, "propose", ("Input.OnlyPrepare", "true"));
        Assert.Contains("It waits for an organization", page.Words);
        Assert.Equal(VisionStage.Drafting, (await table.Look(process)).Stage);
        using var ana = await table.Ana();
        page = await ana.Submit(await ana.Get(Of(table, process, "proposal")), "open");
        Assert.Contains("The organizations vote until Dec 8, 2026", page.Words);
        Assert.Equal(VisionStage.Adopting, (await table.Look(process)).Stage);
        Assert.DoesNotContain("Write the next draft", (await ana.Get(Of(table, process))).Words);
    }

    [Fact]
    public async Task What_is_not_adopted_goes_back_to_drafting_with_the_reasons()
    {
        var table = await World.Found();
        var aid = await table.Seat();
        var process = await table.Gathered();
        await table.Draft(process);
        var motion = await table.Propose(process);
        await table.Say(motion.Number, table.Convener, Roundtable.Decisions.Stance.Endorse);
        await table.Say(motion.Number, aid.Person, Roundtable.Decisions.Stance.Block, "Our board cannot promise this.");
        using var ana = await table.Ana();
        var page = await ana.Get(Of(table, process));
        Assert.Contains("The text was not adopted.", page.Words);
        Assert.Contains("Legal Aid of the Valley: Our board cannot promise this.", page.Words);
        Assert.Equal(VisionStage.Drafting, (await table.Look(process)).Stage);
        await table.Draft(process, "Everyone gets help.");
        await table.Propose(process);
        Assert.Equal(VisionStage.Adopting, (await table.Look(process)).Stage);
    }

    [Fact]
    public async Task Other_partnerships_and_those_not_asked_find_nothing()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        var process = await table.Gathered();
        await table.Draft(process);
        using var stranger = await other.Ana();
        foreach (var address in (string[])["drafts", "drafts/1", "drafts/new", "drafts/1/difference", "rounds", "proposal"]) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Of(table, process, address))).Status);
        var observer = await table.Seat("Riverbend Gazette", Sector.Media, "Kim Lee", observer: true);
        using var kim = await table.World.SignedIn(observer.Person);
        Assert.DoesNotContain("Write the next draft", (await kim.Get(Of(table, process))).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await kim.Get(Of(table, process, "drafts/new"))).Status);
    }
}
