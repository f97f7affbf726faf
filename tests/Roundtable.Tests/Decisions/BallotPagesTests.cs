using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Decisions;

public class BallotPagesTests
{
    [Fact]
    public async Task An_answer_can_be_changed_and_the_first_one_stays_in_the_log()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        var motion = await table.Motion();
        var ballot = DecisionUrls.Ballot(table.Partnership, motion.Number);
        var page = await lee.Answer(await lee.Get(ballot), "reservation");
        Assert.Equal("Write down your reservation. It is kept with the decision.", Assert.Single(page.Errors));
        Assert.NotNull(page.Html.QuerySelector("[value=reservation]")!.GetAttribute("checked"));
        page = await lee.Answer(page, "reservation", "Only until June.");
        Assert.Contains("Legal Aid of the Valley Yes, with a reservation Only until June.", page.Spaced());
        Assert.Contains("If it closed now: 1 of 2 organizations answered; 1 was needed; no objection; 1 reservation; adopted.", page.Spaced());
        page = await lee.Get(ballot);
        Assert.Equal("Only until June.", page.Html.QuerySelector("textarea")!.TextContent.Trim());
        page = await lee.Answer(page, "block", "No money.");
        Assert.Contains("1 earlier answer Legal Aid of the Valley: Yes, with a reservation, Tue, Dec 1, 2026, 9:00 AM (answered again) “Only until June.”", page.Spaced());
        Assert.Equal([(Stance.Reservation, false), (Stance.Block, true)], (await table.Now(motion)).Ballots.OrderBy(b => b.IsCurrent).Select(b => (b.Stance!.Value, b.IsCurrent)));
    }

    [Fact]
    public async Task A_double_click_casts_once()
    {
        var table = await World.Found();
        await table.Seat();
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var page = await ana.Get(DecisionUrls.Ballot(table.Partnership, motion.Number));
        await ana.Answer(page, "endorse");
        Assert.Equal(HttpStatusCode.OK, (await ana.Answer(page, "endorse")).Status);
        Assert.Single((await table.Now(motion)).Ballots);
    }

    [Fact]
    public async Task Dots_are_spread_within_the_budget()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        var motion = await table.Motion(BallotForm.Dots, title: "What first?", options: Putting.Days);
        var page = await lee.Get(DecisionUrls.Ballot(table.Partnership, motion.Number));
        Assert.Contains("Spread 5 dots", page.Spaced());
        page = await lee.Submit(page, "answer", ("Input.Dots[1]", "4"), ("Input.Dots[3]", "3"));
        Assert.Equal("You gave 7 dots; there are 5.", Assert.Single(page.Errors));
        Assert.Equal("4", page.Html.QuerySelector("[name='Input.Dots[1]']")!.GetAttribute("value"));
        page = await lee.Submit(page, "answer", ("Input.Dots[3]", "two"));
        Assert.Equal("Write a whole number, such as 3.", Assert.Single(page.Errors));
        Assert.Contains("Write a whole number", page.Html.QuerySelector("#Input-Dots-3--error")!.TextContent);
        page = await lee.Submit(page, "answer", ("Input.Dots[3]", "1"));
        Assert.Contains("Legal Aid of the Valley Monday: 4; Saturday: 1", page.Spaced());
        using var ana = await table.Ana();
        page = await ana.Submit(await ana.Get(DecisionUrls.Ballot(table.Partnership, motion.Number)), "answer", ("Input.Dots[3]", "5"));
        Assert.Contains("Put in order", page.Spaced());
        Assert.Contains("1 Saturday 6 2 2 Monday 4 1 3 Wednesday 0 0", page.Spaced());
    }

    [Fact]
    public async Task Options_are_put_in_an_order()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        var motion = await table.Motion(BallotForm.Ranking, title: "Which day?", options: Putting.Days);
        var page = await lee.Get(DecisionUrls.Ballot(table.Partnership, motion.Number));
        page = await lee.Submit(page, "answer", ("Input.Places[1]", "1"), ("Input.Places[2]", "1"));
        Assert.Equal("Two options have the same place. Give each its own.", Assert.Single(page.Errors));
        page = await lee.Submit(page, "answer", ("Input.Places[2]", "2"));
        Assert.Contains("1. Monday; 2. Wednesday", page.Spaced());
        Assert.Equal("1 2", Assert.Single((await table.Now(motion)).Ballots).Marks);
    }

    [Fact]
    public async Task An_organization_steps_out_and_comes_back()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        await table.Seat("Adult School");
        var motion = await table.Motion();
        var address = DecisionUrls.Motion(table.Partnership, motion.Number);
        await lee.Answer(await lee.Get($"{address}/ballot"), "endorse");
        var page = await lee.Submit(await lee.Get($"{address}/recusal"), "recusal", ("Input.Reason", "We would be paid."));
        Assert.Contains("Legal Aid of the Valley stepped out of this decision We would be paid.", page.Spaced());
        Assert.Contains("0 of 2 organizations answered; 1 stepped out; 1 was needed", page.Spaced());
        page = await lee.Submit(await lee.Get($"{address}/recusal"), "return");
        Assert.Contains("0 of 3 organizations answered", page.Spaced());
    }

    [Fact]
    public async Task One_organization_answers_for_another_that_asked_it_to()
    {
        var table = await World.Found();
        var (legal, lee) = await table.Partner();
        var (_, sam) = await table.Partner("Adult School", "Sam Doe");
        var motion = await table.Motion();
        var address = DecisionUrls.Motion(table.Partnership, motion.Number);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.Get($"{address}/ballot?for={legal.Number}")).Status);
        var choice = (await lee.Get($"{address}/proxy")).Html.QuerySelectorAll("option").Single(o => o.TextContent == "Adult School").GetAttribute("value")!;
        Assert.Equal("Choose an organization.", Assert.Single((await lee.Submit(await lee.Get($"{address}/proxy"), "proxy", ("Input.To", ""))).Errors));
        Assert.Contains("Adult School answers for Legal Aid of the Valley.", (await lee.Submit(await lee.Get($"{address}/proxy"), "proxy", ("Input.To", choice))).Spaced());
        var page = await sam.Get($"{address}/ballot?for={legal.Number}");
        Assert.Equal("Answer for Legal Aid of the Valley", page.Heading);
        Assert.Contains("Legal Aid of the Valley asked you to answer for it.", page.Spaced());
        page = await sam.Answer(page, "endorse");
        Assert.Contains("Legal Aid of the Valley Yes, we support it (answered by Adult School)", page.Spaced());
        await lee.Answer(await lee.Get($"{address}/ballot"), "abstain");
        Assert.Contains("Legal Aid of the Valley We take no side", (await sam.Get(address)).Spaced());
    }

    [Fact]
    public async Task The_others_wait_for_a_board_at_home()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        var motion = await table.Motion();
        var address = DecisionUrls.Motion(table.Partnership, motion.Number);
        var page = await lee.Submit(await lee.Get($"{address}/board"), "board", ("Input.Board", "Our council"), ("Input.On", "2027-03-12"));
        Assert.Equal("The last day is Jan 10, 2027.", Assert.Single(page.Errors));
        Assert.Equal("Our council", page.Html.QuerySelector("[name='Input.Board']")!.GetAttribute("value"));
        Assert.Contains("Our council decides on Jan 8, 2027", (await lee.Submit(page, "board", ("Input.On", "2027-01-08"))).Spaced());
    }

    [Fact]
    public async Task A_secret_answer_is_nowhere_but_in_the_count()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var browsers = new List<Browser> { await table.Ana() };
        for (var i = 1; i < 5; i++) browsers.Add((await table.Partner($"Organization {i}", $"Person {i}")).Browser);
        var motion = await table.Motion(BallotForm.YesNo, isSecret: true);
        var ballot = DecisionUrls.Ballot(table.Partnership, motion.Number);
        Assert.Contains("cannot be changed", (await browsers[1].Get(ballot)).Spaced());
        foreach (var (index, browser) in browsers.Index().Take(4))
        {
            var page = await browser.Submit(await browser.Get(ballot), "answer", ("Input.Stance", index == 1 ? "disagree" : "endorse"));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"{index + 1} of 5 organizations answered", page.Spaced());
            Assert.DoesNotContain("If it closed now", page.Spaced());
            Assert.DoesNotContain("Yes, we support it", page.Spaced());
        }
        Assert.DoesNotContain("/ballot", (await browsers[1].Get(ballot)).Address);
        Assert.Empty(await Saying(world, "disagree"));
        var over = await browsers[4].Submit(await browsers[4].Get(ballot), "answer", ("Input.Stance", "endorse"));
        Assert.Contains("5 of 5 organizations answered; 3 were needed; 4 for, 1 against; two thirds are 4; adopted.", over.Spaced());
        Assert.Contains("Organization 1 has answered", over.Spaced());
        Assert.Empty(await Saying(world, "disagree"));
        Assert.Equal([(Stance.Endorse, 4, 5), (Stance.Abstain, 0, 5), (Stance.Disagree, 1, 5)], (await table.Now(motion)).SecretCounts.OrderBy(c => c.Stance).Select(c => (c.Stance, c.Count, c.Of)));
        foreach (var browser in browsers) browser.Dispose();
    }

    /// <summary>Tables, other than the box itself, in which a word stands anywhere.</summary>
    private static Task<List<string>> Saying(World world, string word) => world.See(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Where(t => t is not "secret_count"))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // a name of our own model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var i = 0; i < rows.FieldCount; i++)
                    if (rows.GetValue(i) is string text && text.Contains(word, StringComparison.OrdinalIgnoreCase)) found.Add($"{table}: {text}");
        }
        return found;
    });
}
