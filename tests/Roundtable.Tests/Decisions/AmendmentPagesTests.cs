using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Decisions;

public class AmendmentPagesTests
{
    private const string Better = "The desk is open on Tuesdays.\n\nStaff speak English and Spanish.";

    [Fact]
    public async Task A_wording_is_suggested_compared_and_taken_over()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        await table.Seat("Adult School");
        var motion = await table.Motion();
        using var ana = await table.Ana();
        await ana.Answer(await ana.Get(DecisionUrls.Ballot(table.Partnership, motion.Number)), "endorse");
        var form = await lee.Get($"{DecisionUrls.Amendments(table.Partnership, motion.Number)}/new");
        Assert.Equal(motion.Text, form.Html.QuerySelector("[name='Input.Text']")!.TextContent.Trim());
        Assert.Equal("These are the words it has already. Change what should be different.", Assert.Single((await lee.Submit(form, "wording")).Errors));
        var page = await lee.Submit(form, "wording", ("Input.Text", Better), ("Input.Why", "Half of them speak Spanish."));
        Assert.Equal("Legal Aid of the Valley suggests", page.Heading);
        Assert.DoesNotContain("Take it over", page.Spaced());

        page = await ana.Get(page.Address);
        Assert.Contains("added: ", page.Html.QuerySelector("ins")!.TextContent);
        Assert.Contains("Spanish", page.Html.QuerySelector("ins")!.TextContent);
        Assert.Contains("1 organization has answered and answers anew when the text changes.", page.Spaced());
        page = await ana.Submit(page, "accept");
        Assert.Contains("Taken over", page.Spaced());
        var after = await table.Now(motion);
        Assert.Equal((Better, 2, false), (after.Text, after.Revision, after.Roll.Any(r => r.HasAnswered)));
        Assert.Contains("The text has changed. Your earlier answer no longer counts: Yes, we support it", (await ana.Get(DecisionUrls.Motion(table.Partnership, motion.Number))).Spaced());
    }

    [Fact]
    public async Task Who_answers_to_words_that_have_changed_sees_both()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        await table.Seat("Adult School");
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var read = await lee.Get(DecisionUrls.Ballot(table.Partnership, motion.Number));
        var wording = await ana.Submit(await ana.Get($"{DecisionUrls.Amendments(table.Partnership, motion.Number)}/new"), "wording", ("Input.Text", Better));
        await ana.Submit(wording, "accept");
        var page = await lee.Answer(read, "reservation", "Only until June.");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("The text changed while you were answering", page.Spaced());
        Assert.Contains("and Spanish", page.Html.QuerySelector("ins")!.TextContent);
        Assert.Equal("Only until June.", page.Html.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty((await table.Now(motion)).Ballots);
        await lee.Answer(page, "reservation", "Only until June.");
        Assert.Single((await table.Now(motion)).Ballots);
    }

    [Fact]
    public async Task A_wording_is_put_to_the_vote_or_taken_back()
    {
        var table = await World.Found();
        var (_, lee) = await table.Partner();
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var wordings = DecisionUrls.Amendments(table.Partnership, motion.Number);
        var first = await lee.Submit(await lee.Get($"{wordings}/new"), "wording", ("Input.Text", Better));
        var second = await lee.Submit(await lee.Get($"{wordings}/new"), "wording", ("Input.Text", "Something else."));
        Assert.Contains("Withdrawn", (await lee.Submit(second, "take-back")).Spaced());
        var opening = await ana.Submit(await ana.Get(first.Address), "vote");
        Assert.Equal("Check and ask the organizations", opening.Heading);
        Assert.Contains("Other wording for “Open a help desk”", opening.Spaced());
        Assert.Contains("Put to the vote", (await lee.Get(first.Address)).Spaced());
        Assert.Equal(2, await table.World.See(db => db.Motions.Of(table.Partnership).CountAsync()));
        Assert.Contains("Legal Aid of the Valley suggests Put to the vote", (await lee.Get(wordings)).Spaced());
    }

    [Fact]
    public async Task A_settled_wording_is_not_settled_again()
    {
        var table = await World.Found();
        await table.Seat();
        var motion = await table.Motion();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get($"{DecisionUrls.Amendments(table.Partnership, motion.Number)}/new"), "wording", ("Input.Text", Better));
        var again = await ana.Get(page.Address);
        await ana.Submit(page, "take-back");
        Assert.Equal("This wording is settled already.", Assert.Single((await ana.Submit(again, "accept")).Errors));
        Assert.Equal(motion.Text, (await table.Now(motion)).Text);
    }
}
