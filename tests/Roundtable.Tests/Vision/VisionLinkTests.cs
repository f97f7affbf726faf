using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

/// <summary>An organization answers by personal link: no account, no script, no cookie.</summary>
public class VisionLinkTests
{
    private static Task<List<Card>> CardsOf(Table table) => table.World.See(db => db.Cards.AsNoTracking().Where(c => c.PartnershipId == table.Partnership.Id).OrderBy(c => c.Number).ToListAsync());

    [Fact]
    public async Task Four_questions_lead_to_what_the_organization_said()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        await table.Boards();
        var me = await table.LinkFor(legal.Person);
        using var lee = table.World.Browser();
        var page = await lee.Get(me);
        Assert.Contains("Put in ideas for Legal Aid of the Valley", page.Words, StringComparison.Ordinal);
        page = await lee.Get(page.Link("Put in ideas"));
        Assert.Equal("Our vision for 2028", page.Heading);
        page = await lee.Get(page.Link("Start"));
        Assert.Contains("1 of 4", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas", ("Idea.1", "People wait six weeks."), ("Idea.1.Affected", "Newcomers"), ("Idea.3", "No bus after six."), ("Idea.3.Evidence", "see the report"));
        Assert.Contains("not a web address", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("People wait six weeks.", page.Text, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas", ("Idea.3.Evidence", "example.org/bus"), ("More", "true"));
        Assert.Contains("2 ideas are saved", page.Words, StringComparison.Ordinal);
        Assert.Contains("You have said 2 things here already", page.Words, StringComparison.Ordinal);
        page = await lee.Get($"{me}/vision/resources");
        Assert.Contains("2 of 4", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas", ("Idea.1", "A room with four computers"));
        Assert.Contains("3 of 4", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas");
        page = await lee.Submit(page, "ideas", ("Idea.2", "Nobody drives to the capital."));
        Assert.Equal("What Legal Aid of the Valley said", page.Heading);
        Assert.Contains("Thank you", page.Words, StringComparison.Ordinal);

        page = await lee.Submit(await lee.Get($"{me}/vision/cards/1"), "words", ("Input.Text", "People wait eight weeks."));
        Assert.Contains("eight weeks", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(await lee.Get($"{me}/vision/cards/2"), "remove");
        page = await lee.Submit(page, "back");
        Assert.All(await CardsOf(table), c => Assert.Equal((CardWay.Link, true, legal.Person.Id), (c.Way, c.IsOnBoard, c.EnteredBy!.Value)));
        Assert.DoesNotContain("Put in ideas for", (await lee.Get(me)).Words, StringComparison.Ordinal);
        Assert.Empty(lee.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task In_Spanish_all_the_way()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        await table.Boards();
        var me = await table.LinkFor(legal.Person, "es");
        using var lee = table.World.Browser();
        var page = await lee.Get($"{me}/vision/needs");
        Assert.Contains("1 de 4", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas", ("Idea.1", "La gente espera seis semanas."), ("More", "true"));
        Assert.Equal("¿Qué le cuesta a la gente de aquí?", page.Heading);
        Assert.Contains("1 idea guardada", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "ideas", ("Idea.1", new string('ñ', 1001)));
        Assert.Contains("1,001 caracteres", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("es", Assert.Single(await CardsOf(table)).Language);
    }

    [Fact]
    public async Task A_card_without_a_name_is_said_by_nobody()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards(anonymous: true);
        var me = await table.LinkFor(legal.Person);
        using var lee = table.World.Browser();
        await lee.Submit(await lee.Get($"{me}/vision/needs"), "ideas", ("Idea.1", "Our own desk is unfriendly."), ("Anonymous", "true"));
        var page = await lee.Get($"{me}/vision/said");
        Assert.DoesNotContain("unfriendly", page.Words, StringComparison.Ordinal);
        Assert.Contains("carry no name", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get($"{me}/vision/cards/1")).Status);
        var card = Assert.Single(await CardsOf(table));
        Assert.Equal((null, null), (card.SeatId, card.EnteredBy));
        Assert.All(await table.World.See(db => db.Happenings.Where(h => h.SubjectId == card.Id).ToListAsync()), h => Assert.Equal(("anonymous", null), (h.Actor, h.SeatId)));
        using var ana = await table.Ana();
        page = await ana.Get($"{table.Home}/vision");
        Assert.Contains("1 of 2 organizations have put in ideas", page.Words, StringComparison.Ordinal);
        Assert.Contains("Cards without a name", page.Words, StringComparison.Ordinal);
        page = await ana.Get($"{table.Home}/vision/processes/{process.Number}/cards/1");
        Assert.DoesNotContain("Legal Aid", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_asked_finds_nothing()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        var late = await table.Seat("Willow Bend Clinic", Sector.Health, "Sam Doe");
        var observer = await table.Seat("County Board", Sector.Government, "Pat Hill", observer: true);
        foreach (var person in (Roundtable.People.Person[])[late.Person, observer.Person])
        {
            using var browser = table.World.Browser();
            var me = await table.LinkFor(person);
            Assert.DoesNotContain("Put in ideas", (await browser.Get(me)).Words, StringComparison.Ordinal);
            foreach (var rest in (string[])["", "/needs", "/said"]) Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{me}/vision{rest}")).Status);
        }
        await table.Card(process, legal);
        var other = await World.Found("Fox County");
        var theirs = await other.Seat();
        await other.Boards();
        using var stranger = table.World.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{await other.LinkFor(theirs.Person)}/vision/cards/1")).Status);
    }

    [Fact]
    public async Task Home_says_what_waits_and_the_journey_counts_organizations()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        Assert.Contains("Nobody has been asked for ideas yet.", (await ana.Get(table.Home)).Words, StringComparison.Ordinal);
        var process = await table.Boards();
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Contains("Put in ideas for Legal Aid of the Valley", (await lee.Get(table.Home)).Words, StringComparison.Ordinal);
        await table.Card(process, legal);
        var page = await ana.Get(table.Home);
        Assert.Contains("1 of 2 organizations have put in ideas.", page.Words, StringComparison.Ordinal);
        Assert.Contains("See who has not been heard", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Put in ideas for Legal Aid", (await lee.Get(table.Home)).Words, StringComparison.Ordinal);
    }
}
