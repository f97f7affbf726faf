using System.Net;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

/// <summary>Whoever follows the links of a partnership never stands before a closed door.</summary>
public class OfferedPagesTests
{
    [Fact]
    public async Task Every_link_opens_for_those_who_see_it()
    {
        await using var world = await World.Open();
        var story = await world.Riverbend();
        var closed = await Task.WhenAll(
            Closed(world, story.Denise, story.Lively), Closed(world, story.Ana, story.Lively),
            Closed(world, await Guest(world, Role.Observer, story.Lively, story.Young), story.Lively, story.Young),
            Closed(world, await Guest(world, Role.Facilitator, story.Lively, story.Young), story.Lively, story.Young));
        Assert.Equal("", string.Join('\n', closed.SelectMany(c => c)));
    }

    [Fact]
    public async Task Who_may_not_work_on_prospects_is_shown_no_form_that_would_be_refused()
    {
        var table = await World.Found();
        var prospect = await table.Prospect();
        var guest = await Guest(table.World, Role.Observer, table.Partnership);
        using var browser = await table.World.SignedIn(guest);
        foreach (var address in (string[])[ProspectUrls.Board(table.Partnership), ProspectUrls.One(table.Partnership, prospect.Number), ProspectUrls.Missing(table.Partnership), $"{table.Home}/finder?near="])
        {
            var page = await browser.Get(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Html.QuerySelectorAll("main form[method=post]"));
        }
    }

    private static async Task<List<string>> Closed(World world, Person person, params Partnership[] partnerships)
    {
        using var browser = await world.SignedIn(person);
        var (seen, ahead, closed) = (new HashSet<string>(), new Queue<(string From, string To)>(partnerships.Select(p => ("", Urls.Home(p)))), new List<string>());
        while (ahead.TryDequeue(out var way))
        {
            var page = await browser.Get(way.To);
            if (page.Status is not HttpStatusCode.OK) closed.Add($"{person.FullName}: {way.From} → {way.To} {(int)page.Status}");
            foreach (var href in page.Html.QuerySelectorAll("main a[href^='/w/']").Select(a => a.GetAttribute("href")!))
                if (seen.Add(href.Split('?', '#')[0])) ahead.Enqueue((way.To, href));
        }
        Assert.InRange(seen.Count, 20, 500);
        return closed;
    }

    private static async Task<Person> Guest(World world, Role role, params Partnership[] partnerships)
    {
        var person = await world.Person($"{role}");
        await world.Do(db =>
        {
            foreach (var partnership in partnerships) db.Add(new Grant(partnership.Id, person.Id, role));
            return Task.FromResult(true);
        });
        return person;
    }
}
