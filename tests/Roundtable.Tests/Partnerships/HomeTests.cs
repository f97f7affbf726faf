using System.Net;
using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Tests.Partnerships;

public class HomeTests
{
    [Fact]
    public async Task The_ten_steps_are_proven_by_records()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var before = await ana.Get(table.Home);
        Assert.Contains("So far only your own organization sits at the table.", before.Words);
        var legal = await table.Seat();
        var actor = await table.World.ActorOf(legal.Person);
        await table.Change(legal.Number, s => s.Offer(actor, [new(PartnerRole.Translation, 4, OfferUnit.Documents, null, ["hmn"])], table.World.Now));
        var after = await ana.Get(table.Home);
        Assert.Contains("2 organizations hold a seat.", after.Words);
        Assert.Contains("1 of 2 organizations has named somebody and offered something.", after.Words);
        Assert.Contains("Not yet started", after.Words);
    }

    [Fact]
    public async Task What_needs_you_is_at_most_seven_rows_each_with_its_button()
    {
        var table = await World.Found();
        for (var i = 0; i < 8; i++) await table.Seat($"Agency {i}", Sector.Government, representative: null);
        using var ana = await table.Ana();
        var home = await ana.Get(table.Home);
        var rows = home.Html.QuerySelectorAll(".rt-todo").First().QuerySelectorAll("li");
        Assert.Equal(7, rows.Length);
        Assert.All(rows, r => Assert.NotNull(r.QuerySelector("a")));
    }

    [Fact]
    public async Task Home_asks_six_statements_and_after_a_change_as_many_whatever_the_number_of_seats()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        using var ana = await table.Ana();
        await ana.Get(table.Home);
        var again = await Count();
        Assert.True(again.Count is > 0 and <= 6, string.Join("\n\n", again));
        await table.Seat("Agency", Sector.Government, "Person");
        var few = await Count();
        for (var i = 0; i < 4; i++) await table.Seat($"Agency {i}", Sector.Government, $"Person {i}");
        var many = await Count();
        Assert.Equal(few.Count, many.Count);

        async Task<IReadOnlyList<string>> Count()
        {
            using var statements = new Statements(world);
            Assert.Equal(HttpStatusCode.OK, (await ana.Get(table.Home)).Status);
            return [.. statements.Asked];
        }
    }

    [Fact]
    public async Task Another_partnerships_people_find_nothing()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        using var stranger = await other.Ana();
        foreach (var address in new[] { "", "/partners", "/partners/1", "/partners/1/holders", "/briefs/1", "/settings", "/partners.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{table.Home}{address}")).Status);
        using var nobody = table.World.Browser();
        Assert.StartsWith("/sign-in", (await nobody.Get(table.Home)).Address);
    }

    [Fact]
    public async Task The_start_page_gathers_what_needs_a_person_across_partnerships()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var start = await ana.Get("/");
        Assert.Contains("What needs you", start.Words);
        Assert.Contains(table.Partnership.Name, start.Words);
        using var nobody = table.World.Browser();
        var open = await nobody.Get("/");
        Assert.DoesNotContain(table.Partnership.Name, open.Words);
        Assert.False(open.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_navigation_counts_what_waits_until_the_person_acts()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        string Partners(Page page) => page.Html.QuerySelectorAll(".rt-nav__link")[1].TextContent.Trim();
        Assert.Equal("Partners", Partners(await ana.Get(Urls.Settings(table.Partnership))));
        var home = await ana.Get(table.Home);
        var needs = home.Html.QuerySelector(".rt-todo")!.QuerySelectorAll("a").Length;
        Assert.Contains($" {needs}", Partners(home), StringComparison.Ordinal);
        var settings = await ana.Get(Urls.Settings(table.Partnership));
        Assert.True(needs > 0);
        Assert.Contains($" {needs} wait", Partners(settings), StringComparison.Ordinal);
        Assert.Equal("Partners", Partners(await ana.Submit(settings, "describe", ("Input.Name", ""))));
    }

    [Fact]
    public async Task A_partnership_is_public_only_when_the_convener_says_so()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var page = await ana.Get(Urls.Settings(table.Partnership));
        await ana.Submit(page, "describe", ("Input.Public", "true"), ("Input.Name", $"Open {table.Partnership.Slug}"), ("Input.State", "IL"));
        using var nobody = table.World.Browser();
        Assert.Contains($"Open {table.Partnership.Slug}", (await nobody.Get("/")).Words);
    }

    [Fact]
    public async Task Home_speaks_Spanish()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var home = await ana.Get($"/es{table.Home}");
        Assert.Contains("Lo que requiere su atención", home.Words);
        Assert.DoesNotContain("partnerships.", home.Words);
    }
}
