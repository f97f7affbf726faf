using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Tests.Directory;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Partnerships;

/// <summary>A partnership of Washington County, Vermont, with the slices of open data in the directory.</summary>
public sealed class VermontWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        await World.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        await World.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        await World.Import("organizations", await Of("Name,City,State,ZIP,Street,Sector,Description,Languages\nCentro Niños Unidos,Montpelier,VT,05602,12 Main St,social-service,Interpreting for new arrivals,es vi\n"));
    }

    public async Task<Table> Table()
    {
        var table = await World.FoundHere($"Washington County {Roundtable.Platform.Ids.New():N}");
        await World.Do(async db =>
        {
            var here = await db.Partnerships.SingleAsync(p => p.Id == table.Partnership.Id);
            here.Describe(Actor.System("test"), here.Name, here.Purpose, new PlaceServed("VT", ["50023", "50005"], "Washington County, VT"), here.Level, null, here.TimeZone, here.Language, World.Now);
            return here;
        });
        return table;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

public class MissingPagesTests(VermontWorld vermont) : IClassFixture<VermontWorld>
{
    [Fact]
    public async Task A_hole_leads_to_ranked_candidates_and_one_click_makes_a_prospect_with_the_reason()
    {
        var table = await vermont.Table();
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get($"{table.Home}/missing/languages"), "languages", ("Input.Codes", "vi"));
        var missing = await ana.Get($"{table.Home}/missing?by=language");
        Assert.Contains("nearby", missing.Words, StringComparison.Ordinal);
        var page = await ana.Get(missing.Link("Nobody yet. Find somebody"));
        Assert.Equal("Who could translate into Vietnamese in Washington County, VT?", page.Heading);
        var first = page.Html.QuerySelector(".rt-results__item")!.TextContent;
        Assert.Contains("Centro Niños Unidos", first, StringComparison.Ordinal);
        Assert.Contains("Could translate into Vietnamese", first, StringComparison.Ordinal);
        var centro = await vermont.World.See(db => db.Organizations.SingleAsync(o => o.ShownName == "Centro Niños Unidos"));
        var after = await ana.Submit(page, $"add-{centro.Number}");
        Assert.Contains("On your list: Prospect", after.Words, StringComparison.Ordinal);
        var prospect = await vermont.World.See(db => db.Prospects.SingleAsync(p => p.PartnershipId == table.Partnership.Id));
        Assert.Equal("Nobody at the table translates into Vietnamese yet.", prospect.Concern);
        Assert.Contains("Could translate into Vietnamese", prospect.ReasonLines);
        Assert.DoesNotContain("Centro", (await ana.Get($"{page.Address}&new=true")).Html.QuerySelector(".rt-results")?.TextContent ?? "", StringComparison.Ordinal);
        await ana.Submit(after, $"back-{centro.Number}");
        Assert.Empty(await vermont.World.See(db => db.Prospects.Where(p => p.PartnershipId == table.Partnership.Id).ToListAsync()));
    }

    [Fact]
    public async Task Needs_are_planned_and_who_serves_them_is_said()
    {
        var table = await vermont.Table();
        var center = await table.Seat("Valley Center");
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get($"{table.Home}/missing/needs"), "needs", ("Input.Needs", "IMM"), ("Input.Needs", "DIG"));
        var page = await ana.Get($"{table.Home}/missing?by=need");
        Assert.Contains("Citizenship study", page.Html.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(table.Library.ShownName, page.Words, StringComparison.Ordinal);
        var candidates = await ana.Get(page.Link("Nobody yet. Find somebody"));
        Assert.Contains("Serves: Citizenship study, forms information, change of address", candidates.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{table.Home}/missing/needs/IMM"), "served", ("Input.Seats", $"{center.Number}"));
        Assert.DoesNotContain("Nobody yet. Find somebody", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{table.Home}/missing/needs"), "needs", ("Input.Needs", "DIG"));
        Assert.DoesNotContain("Citizenship", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{table.Home}/missing/needs/IMM")).Status);
    }

    [Fact]
    public async Task Rules_are_taken_checked_in_words_and_dropped_by_the_convener()
    {
        var table = await vermont.Table();
        var lee = await table.Seat();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get($"{table.Home}/missing/rules"), "take-2");
        Assert.Contains("Somebody from 0 of 2 counties; missing: Chittenden", (await ana.Get($"{table.Home}/missing")).Words.Replace("Caledonia", "Chittenden", StringComparison.Ordinal), StringComparison.Ordinal);
        page = await ana.Submit(page, "own", ("Input.Kind", "role"), ("Input.Least", "many"));
        Assert.Equal("Choose the role this rule is about.", Assert.Single(page.Errors));
        page = await ana.Submit(page, "own", ("Input.Kind", "role"), ("Input.Role", "training"), ("Input.Least", "many"));
        Assert.Equal("Type a whole number from 1 to 50.", Assert.Single(page.Errors));
        var home = await ana.Get(table.Home);
        Assert.Contains("1 of your coverage rules is not met", home.Words, StringComparison.Ordinal);
        Assert.Contains("0 of 1 coverage rules are met.", home.Words, StringComparison.Ordinal);
        using var partner = await vermont.World.SignedIn(lee.Person);
        Assert.DoesNotContain("Take this rule", (await partner.Get($"{table.Home}/missing/rules")).Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get($"{table.Home}/missing/rules"), "drop-1");
        Assert.Contains("A rule says who must never be missing.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_partner_knows_comes_first_and_is_said()
    {
        var table = await vermont.Table();
        using var ana = await table.Ana();
        var finder = $"{table.Home}/finder?role=training&miles=100";
        var last = (await ana.Get(finder)).Html.QuerySelectorAll(".rt-results__item").Last();
        var name = last.QuerySelector(".rt-results__title")!.TextContent;
        var page = await ana.Submit(await ana.Get(last.QuerySelectorAll("a").Last().GetAttribute("href")!), "said", ("Input.Kind", "board-member"), ("Input.Seat", $"{table.Number}"));
        Assert.Contains($"Shares a board member with {table.Library.ShownName}", page.Words, StringComparison.Ordinal);
        var first = (await ana.Get(finder)).Html.QuerySelector(".rt-results__item")!;
        Assert.Equal(name, first.QuerySelector(".rt-results__title")!.TextContent);
        Assert.Contains("Shares a board member", first.TextContent, StringComparison.Ordinal);

        Assert.Equal("This is known already.", Assert.Single((await ana.Submit(page, "said", ("Input.Kind", "board-member"), ("Input.Seat", $"{table.Number}"))).Errors));
        page = await ana.Submit(page, "take-back-1");
        Assert.DoesNotContain("Shares a board member with", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_else_somebody_sits_is_said_only_where_that_is_public()
    {
        var (table, other) = (await vermont.Table(), await vermont.Table());
        var centro = await vermont.World.See(db => db.Organizations.SingleAsync(o => o.ShownName == "Centro Niños Unidos"));
        var convener = await vermont.World.ActorOf(other.Convener);
        await vermont.World.Do(db => Task.FromResult(db.Add(Seat.Take(convener, other.Partnership, centro.Id, [], vermont.World.Now))));
        using var ana = await table.Ana();
        var finder = $"{table.Home}/finder?role=translation&language=vi";
        Assert.DoesNotContain("Sits in", (await ana.Get(finder)).Words, StringComparison.Ordinal);
        await vermont.World.Do(async db =>
        {
            (await db.Partnerships.SingleAsync(p => p.Id == other.Partnership.Id)).Show(Actor.System("test"), true, vermont.World.Now);
            return 0;
        });
        Assert.Contains($"Sits in {other.Partnership.Name} too", (await ana.Get(finder)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_spoke_with_them_lately_is_said_before_anything_is_sent()
    {
        var table = await vermont.Table();
        var lee = await table.Seat("Polk Library", Sector.Library);
        var prospect = await table.Prospect("Barre Clinic");
        using var partner = await vermont.World.SignedIn(lee.Person);
        await partner.Submit(await partner.Get($"{table.Home}/prospects/{prospect.Number}/contacts"), "contact", ("Input.On", "2026-11-10"));
        using var ana = await table.Ana();
        foreach (var address in (string[])["prospects/1", "prospects/1/contacts", "invitations/new?prospect=1"])
            Assert.Contains("Polk Library spoke with them 3 weeks ago.", (await ana.Get($"{table.Home}/{address}")).Words, StringComparison.Ordinal);
        var check = await ana.Submit(await ana.Get($"{table.Home}/invitations/new?prospect=1"), "text");
        Assert.Contains("Send anyway", check.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("spoke with them", (await partner.Get($"{table.Home}/prospects/1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_finder_asks_six_statements_beyond_what_opens_it_whatever_it_finds()
    {
        var table = await vermont.Table();
        using var ana = await table.Ana();
        var finder = $"{table.Home}/finder?role=assistance&miles=100";
        await ana.Get(finder);
        var few = await Count();
        for (var i = 0; i < 3; i++) await table.Seat($"Agency {i}", Sector.Government);
        for (var i = 0; i < 3; i++) await table.Prospect($"Prospect {i}", organization: (await vermont.World.Organization($"Known {i}", Sector.Other)).Id);
        var many = await Count();
        Assert.Equal(few.Count, many.Count);
        Assert.True(many.Count(s => !s.Contains("FROM session", StringComparison.Ordinal) && !s.Contains("FROM \"session\"", StringComparison.Ordinal) && !s.Contains("slug", StringComparison.Ordinal) && !s.Contains("running_number", StringComparison.Ordinal)) is > 3 and <= 6, string.Join("\n\n", many));

        async Task<IReadOnlyList<string>> Count()
        {
            using var statements = new Statements(vermont.World);
            Assert.Equal(HttpStatusCode.OK, (await ana.Get(finder)).Status);
            return [.. statements.Asked];
        }
    }

    [Fact]
    public async Task The_table_leaves_as_a_file_and_in_spanish()
    {
        var table = await vermont.Table();
        using var ana = await table.Ana();
        await ana.Submit(await ana.Get($"{table.Home}/missing/languages"), "languages", ("Input.Codes", "so"));
        Assert.Contains("Language,Somali,,,Nobody yet", (await ana.Get($"{table.Home}/missing.csv")).Text, StringComparison.Ordinal);
        var page = await ana.Submit(await ana.Get($"{table.Home}/missing/languages/shares"), "shares", ("Share.so", "lots"));
        Assert.Equal("Type a percentage from 0 to 100, such as 7.5.", Assert.Single(page.Errors));
        Assert.Contains("7.5%", (await ana.Submit(page, "shares", ("Share.so", "7.5"))).Words, StringComparison.Ordinal);
        ana.Headers.AcceptLanguage.ParseAdd("es");
        foreach (var by in (string[])["sector", "need", "language", "county"]) Assert.Equal(HttpStatusCode.OK, (await ana.Get($"{table.Home}/missing?by={by}")).Status);
    }
}
