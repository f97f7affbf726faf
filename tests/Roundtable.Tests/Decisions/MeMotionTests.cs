using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Decisions;

/// <summary>Answering by personal link, without an account.</summary>
public class MeMotionTests
{
    [Fact]
    public async Task A_partner_answers_by_link_and_changes_the_answer()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        await table.Seat("Adult School");
        var motion = await table.Motion();
        var me = await table.LinkFor(legal.Person);
        using var lee = table.World.Browser();
        var page = await lee.Get($"{me}/motions/{motion.Number}");
        Assert.Contains("Closes Fri, Dec 11, 2026, 5:00 PM", page.Spaced());
        Assert.Contains("What does Legal Aid of the Valley say?", page.Spaced());
        page = await lee.Answer(page, "block");
        Assert.Equal("Say why you object. The others can only solve what they know.", Assert.Single(page.Errors));
        Assert.NotNull(page.Html.QuerySelector("[value=block]")!.GetAttribute("checked"));
        page = await lee.Answer(page, "endorse");
        Assert.Contains("Your organization has answered: Yes, we support it. You can change it until Fri, Dec 11, 2026, 5:00 PM.", page.Spaced());
        page = await lee.Answer(page, "abstain");
        Assert.Contains("Your organization has answered: We take no side.", page.Spaced());
        Assert.Equal(2, (await table.Now(motion)).Ballots.Count);
        Assert.Empty(lee.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task In_Spanish_the_whole_page_is_Spanish()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var motion = await table.Motion();
        var me = await table.LinkFor(legal.Person);
        using var lee = table.World.Browser();
        var page = await lee.Answer(await lee.Get($"/es{me}/motions/{motion.Number}"), "endorse");
        Assert.StartsWith("/es/me/", page.Address, StringComparison.Ordinal);
        Assert.Contains("Su organización ha respondido: Sí, lo apoyamos. Puede cambiarla hasta el vie 11 dic 2026, 17:00.", page.Spaced());
    }

    [Fact]
    public async Task Stepping_out_handing_over_a_board_and_a_wording_have_their_small_pages()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var school = await table.Seat("Adult School");
        var motion = await table.Motion();
        var one = $"{await table.LinkFor(legal.Person)}/motions/{motion.Number}";
        using var lee = table.World.Browser();
        var page = await lee.Submit(await lee.Get($"{one}/board"), "board", ("Input.Board", "Our board"), ("Input.On", "2026-12-20"));
        Assert.Contains("The others wait until that day.", page.Spaced());
        Assert.Contains("Our board decides on Dec 20, 2026", page.Spaced());
        page = await lee.Submit(await lee.Get($"{one}/proxy"), "proxy", ("Input.To", $"{school.Number}"));
        Assert.Contains("Adult School answers for Legal Aid of the Valley.", page.Spaced());
        page = await lee.Submit(await lee.Get($"{one}/wording"), "wording", ("Input.Text", "The desk is open on Fridays."));
        Assert.Contains("Your wording is suggested.", page.Spaced());
        page = await lee.Submit(await lee.Get($"{one}/recusal"), "recusal", ("Input.Reason", "We would be paid."));
        Assert.Contains("Your organization has stepped out of this decision.", page.Spaced());
        Assert.DoesNotContain("What does Legal Aid", page.Spaced());
        page = await lee.Submit(await lee.Get($"{one}/recusal"), "return");
        Assert.Contains("What does Legal Aid of the Valley say?", page.Spaced());
        Assert.Equal("The desk is open on Fridays.", await table.World.See(db => db.Amendments.Of(table.Partnership).Select(a => a.Text).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_asked_to_answer_for_another_does_so_by_link()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var school = await table.Seat("Adult School", representative: "Sam Doe");
        var motion = await table.Motion();
        using var lee = table.World.Browser();
        await lee.Submit(await lee.Get($"{await table.LinkFor(legal.Person)}/motions/{motion.Number}/proxy"), "proxy", ("Input.To", $"{school.Number}"));
        var page = await lee.Get($"{await table.LinkFor(school.Person)}/motions/{motion.Number}");
        page = await lee.Get(page.Link("Legal Aid of the Valley"));
        Assert.Contains("Legal Aid of the Valley asked you to answer for it.", page.Spaced());
        page = await lee.Answer(page, "endorse");
        Assert.Contains("Your organization has answered: Yes, we support it.", page.Spaced());
        var ballot = Assert.Single((await table.Now(motion)).Ballots);
        Assert.NotNull(ballot.CastBySeatId);
    }

    [Fact]
    public async Task A_link_opens_no_motion_of_another_table_and_gives_no_vote()
    {
        var (table, elsewhere) = (await World.Found(), await World.Found("Valley County"));
        var motion = await table.Motion();
        var observer = await table.Seat("County Press", observer: true, representative: "Olga Press");
        using var browser = table.World.Browser();
        var page = await browser.Get($"{await table.LinkFor(observer.Person)}/motions/{motion.Number}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Html.QuerySelector("form[method=post]"));
        foreach (var step in (string[])["/recusal", "/proxy", "/board", "/wording"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{page.Address}{step}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{await elsewhere.LinkFor(elsewhere.Convener)}/motions/{motion.Number}")).Status);
    }

    [Fact]
    public async Task When_it_is_over_the_result_stands_there()
    {
        var table = await World.Found();
        var motion = await table.Motion();
        var me = await table.LinkFor(table.Convener);
        using var ana = table.World.Browser();
        var page = await ana.Answer(await ana.Get($"{me}/motions/{motion.Number}"), "endorse");
        Assert.Contains("1 of 1 organizations answered; 1 was needed; no objection; adopted.", page.Spaced());
        Assert.DoesNotContain("You can change it until", page.Spaced());
    }
}
