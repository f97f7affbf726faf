using System.Net;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Partnerships;

/// <summary>A partnership's place with those who sit, may come and could join, as a map and as a table.</summary>
public class MapPageTests
{
    private const string Washington = "50023";
    private static readonly Point Montpelier = new(44.26, -72.58), Waterbury = new(44.34, -72.76), Waitsfield = new(44.19, -72.83);

    [Fact]
    public async Task Partners_prospects_and_candidates_stand_on_the_map_and_in_the_table_under_the_same_number()
    {
        await using var world = await World.Open();
        var (table, library) = await InVermont(world, Montpelier);
        var college = await Placed(world, "Valley College", Sector.Education, Waterbury);
        await Placed(world, "Refugee Center", Sector.Nonprofit, Waitsfield);
        await table.Prospect("Valley College", organization: college.Id);
        await table.Prospect("Somebody Unknown");
        using var ana = await table.Ana();
        var page = await ana.Get(ProspectUrls.Map(table.Partnership));
        var spots = page.Html.QuerySelectorAll("svg.rt-map__drawing > g.rt-spot").ToDictionary(s => s.QuerySelector("text")!.TextContent, s => (s.ClassName, Title: s.QuerySelector("title")!.TextContent));
        var rows = page.Html.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(["rt-spot rt-spot--candidate", "rt-spot rt-spot--partner", "rt-spot rt-spot--prospect"], spots.Values.Select(s => s.ClassName).Order());
        Assert.Equal(["At the table", "On your list: Prospect", "Could join · Nonprofit"], new[] { library.ShownName, "Valley College", "Refugee Center" }.Select(n => rows.Single(r => r[1] == n)[2]));
        Assert.All(rows.Where(r => r[1] != "Somebody Unknown"), r => Assert.Equal($"{r[0]}: {r[1]}", spots[r[0]].Title));
        Assert.Equal("No address", rows.Single(r => r[1] == "Somebody Unknown")[0]);
        Assert.All(rows.Where(r => spots.ContainsKey(r[0])), r => Assert.Equal("Around Montpelier", r[3]));
        var drawing = page.Html.QuerySelector("svg.rt-map__drawing")!;
        Assert.Equal(("img", 14, 1), (drawing.GetAttribute("role"), drawing.QuerySelectorAll(".rt-map__area").Length, drawing.QuerySelectorAll(".rt-map__area--served").Length));
        Assert.Contains("At the table: 1. On your list: 1. Could join: 1.", drawing.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_of_the_finder_stays_in_the_address_and_limits_candidates_alone()
    {
        await using var world = await World.Open();
        var (table, _) = await InVermont(world, Montpelier);
        await Placed(world, "Refugee Center", Sector.Nonprofit, Waitsfield);
        await Placed(world, "Valley College", Sector.Education, Waterbury);
        using var ana = await table.Ana();
        var finder = await ana.Get($"{table.Home}/finder?words=&sector=education&miles=25");
        var link = finder.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/finder/map", StringComparison.Ordinal));
        var page = await ana.Get(link);
        Assert.Contains("Valley College", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Refugee Center", page.Words, StringComparison.Ordinal);
        Assert.Equal($"{table.Home}/finder?words=&sector=education&miles=25", page.Html.QuerySelector(".rt-back a")!.GetAttribute("href"));
        foreach (var filter in (string[])["language=es", "need=VET", "level=national", "county=50021"])
            Assert.DoesNotContain("Could join ·", (await ana.Get($"{ProspectUrls.Map(table.Partnership)}?{filter}")).Words, StringComparison.Ordinal);
        page = await ana.Get($"{ProspectUrls.Map(table.Partnership)}?near=Nowhere+at+all");
        Assert.NotNull(page.Html.QuerySelector("main .usa-alert"));
        Assert.Single(page.Html.QuerySelectorAll("g.rt-spot--partner text"));
    }

    [Fact]
    public async Task Where_nobody_has_an_address_the_page_says_so()
    {
        await using var world = await World.Open();
        var (table, library) = await InVermont(world, at: null);
        using var ana = await table.Ana();
        var page = await ana.Get(ProspectUrls.Map(table.Partnership));
        Assert.Contains("Nobody at the table or on your list has an address yet", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector(".rt-map"));
        Assert.Contains(library.ShownName, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_map_the_page_says_so_and_the_table_says_who_is_there()
    {
        await using var world = await World.Open();
        var (table, library) = await InVermont(world, at: null, state: "GU");
        using var ana = await table.Ana();
        var page = await ana.Get(ProspectUrls.Map(table.Partnership));
        Assert.Contains("We have no map of Guam.", page.Words, StringComparison.Ordinal);
        Assert.Contains(library.ShownName, page.Words, StringComparison.Ordinal);
        Assert.All(["has an address", "On the map", "Beyond the map", "nearest"], misleading => Assert.DoesNotContain(misleading, page.Words, StringComparison.Ordinal));
        Assert.Null(page.Html.QuerySelector(".rt-map"));
    }

    [Fact]
    public async Task The_table_goes_along_as_a_file_with_the_search_of_the_page_and_no_formula()
    {
        await using var world = await World.Open();
        var (table, library) = await InVermont(world, Montpelier);
        await Placed(world, "=SUM(A1)", Sector.Education, Waterbury);
        await Placed(world, "Refugee Center", Sector.Nonprofit, Waitsfield);
        using var ana = await table.Ana();
        var page = await ana.Get($"{ProspectUrls.Map(table.Partnership)}?sector=education");
        var file = await ana.Get(page.Html.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!).Single(h => h.Contains(".csv", StringComparison.Ordinal)));
        var rows = file.Text.Trim().Split("\r\n").Select(r => r.TrimStart('\uFEFF').Replace("\"", "", StringComparison.Ordinal).Split(',')).ToList();
        Assert.Equal([["On the map", "Organization", "What they are", "County", "Distance in miles"], ["1", library.ShownName, "At the table", "Around Montpelier"]], [rows[0], rows[1][..4]]);
        Assert.Equal(["2", "'=SUM(A1)", "Could join · Education", "Around Montpelier"], rows.Single(r => r[1].Contains("SUM", StringComparison.Ordinal))[..4]);
        Assert.Equal(3, rows.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Get($"{ProspectUrls.Map(table.Partnership)}.csv?near=Nowhere+at+all")).Status);
    }

    [Fact]
    public async Task A_national_partnership_sees_the_states()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere("United States", Level.National);
        await Placed(world, "Refugee Center", Sector.Nonprofit, Waitsfield);
        using var ana = await table.Ana();
        var page = await ana.Get(ProspectUrls.Map(table.Partnership));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(52, page.Html.QuerySelectorAll("svg.rt-map__drawing .rt-map__area").Length);
    }

    [Fact]
    public async Task The_map_asks_as_many_statements_for_many_as_for_few()
    {
        await using var world = await World.Open();
        var (table, _) = await InVermont(world, Montpelier);
        await table.Prospect("Valley College");
        using var ana = await table.Ana();
        await ana.Get(ProspectUrls.Map(table.Partnership));
        var few = await Count();
        for (var i = 0; i < 3; i++)
        {
            await table.Seat($"Agency {i}", Sector.Government, $"Person {i}");
            await table.Prospect($"School {i}");
            await Placed(world, $"Center {i}", Sector.Nonprofit, Waterbury);
        }
        var many = await Count();
        Assert.Equal(few.Count, many.Count);
        Assert.True(many.Count is > 0 and <= 9, string.Join("\n\n", many));

        async Task<IReadOnlyList<string>> Count()
        {
            using var statements = new Statements(world);
            Assert.Equal(HttpStatusCode.OK, (await ana.Get(ProspectUrls.Map(table.Partnership))).Status);
            return [.. statements.Asked];
        }
    }

    private static Task<Organization> Placed(World world, string name, Sector sector, Point? at) => world.Do(db =>
    {
        var located = at is null ? Located.Nowhere : new Located(at, Precision.Address, Washington);
        var organization = Organization.Describe(Actor.System("test"), world.Now, new OrganizationEntry { Name = name, Sector = sector, City = null, State = "VT" }, located);
        db.Add(organization);
        return Task.FromResult(organization);
    });

    private static async Task<(Table Table, Organization Library)> InVermont(World world, Point? at, string state = "VT")
    {
        var ana = await world.Person("Ana Ruiz");
        var library = await Placed(world, "Kellogg-Hubbard Library", Sector.Library, at);
        var founded = await world.Do(db =>
        {
            var founding = new Roundtable.Partnerships.Founding("Montpelier Roundtable", $"montpelier-{Ids.New():N}", "Everyone can apply for help online.", new(state, state == "VT" ? [Washington] : [], "Around Montpelier"), Level.Local, library.Id, "America/New_York");
            var result = Partnership.Found(Actor.Person(ana.Id, false, []), founding, null, world.Now);
            db.Keep(result);
            return Task.FromResult(result);
        });
        return (new Table(world, founded.Partnership, ana, library, founded.Seat.Number), library);
    }
}
