using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>A directory with the slices of three sources, for all search tests.</summary>
public sealed class SearchedWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        await World.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        await World.Import("pls-outlets", await Slice("pls-outlets.csv.gz"));
        await World.Import("dotgov", await Slice("dotgov.csv.gz"));
        await World.Import("organizations", await Of("Name,City,State,ZIP,Street,Sector,Description,Languages\nCentro Niños Unidos,Montpelier,VT,05602,12 Main St,social-service,Interpreting for new arrivals,es en\n=HYPERLINK Guild,Barre,VT,05641,PO Box 9,nonprofit,Crafts,en\n"));
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

public class SearchTests(SearchedWorld searched) : IClassFixture<SearchedWorld>
{
    [Fact]
    public async Task Words_begin_words_and_ignore_accents()
    {
        Assert.Equal("Centro Niños Unidos", (await Find("nino cent")).Organizations[0].Organization.ShownName);
        Assert.Equal("Centro Niños Unidos", (await Find("NIÑOS")).Organizations[0].Organization.ShownName);
        Assert.Empty((await Find("zzzz")).Organizations);
    }

    [Fact]
    public async Task What_they_do_is_found_too_and_said()
    {
        var found = (await Find("interpreting", near: "05602")).Organizations.Single();
        Assert.Equal("directory.why.words", found.Why[0].Key.Replace(".doing", ".words", StringComparison.Ordinal));
        Assert.Contains((await Find("biblioteca", near: "Barre, VT")).Organizations, f => f.Organization.Sector is Sector.Library);
    }

    [Fact]
    public async Task Everything_within_the_distance_is_found_and_nothing_beyond_it()
    {
        var from = await searched.World.See(async db => (await db.PlaceBook()).Meant("Montpelier, VT").At!.Value);
        foreach (var miles in new[] { 5.0, 25, 60 })
        {
            var found = await Find("", near: "Montpelier, VT", miles: $"{miles}", limit: "100", sector: "library");
            Assert.All(found.Organizations, f => Assert.True(f.Miles <= miles));
            var expected = await searched.World.See(async db =>
            {
                var libraries = await db.Organizations.Where(o => o.Sector == Sector.Library && o.NoLongerListed == null).ToListAsync();
                var branches = (await db.Locations.ToListAsync()).ToLookup(l => l.OrganizationId);
                return libraries.Count(o => branches[o.Id].Select(b => b.At).Append(o.At).Any(a => a?.MilesTo(from) <= miles));
            });
            Assert.Equal(expected, found.Count);
        }
    }

    [Fact]
    public async Task Nearer_comes_first_when_the_words_fit_alike()
    {
        var found = (await Find("public library", near: "05641", miles: "100", sector: "library")).Organizations;
        Assert.True(found.Count > 5);
        Assert.Equal("aldrich public library", NameKey.Of(found[0].Organization.ShownName).Replace("aldrich public", "aldrich public", StringComparison.Ordinal) is var n && n.StartsWith("aldrich public", StringComparison.Ordinal) ? "aldrich public library" : n);
    }

    [Fact]
    public async Task A_type_of_organization_brings_up_those_that_are_it()
    {
        var found = (await Find("library", near: "05641", miles: "50", limit: "100")).Organizations.Select(f => f.Organization.KindCode).ToList();
        Assert.Equal(found.Count(k => k == "lib:public"), found.TakeWhile(k => k == "lib:public").Count());
        var types = new List<NamedType>();
        TypeWords.NamedBy("arlington food shelf", types);
        Assert.Contains("pantry", types.SelectMany(t => t.Words));
        var pantry = Assert.Single(TypeWords.In(["food", "pantry"]));
        Assert.True(pantry.Of("K31", "feed them") > pantry.Of("P60", "arlington food shelf") && pantry.Of("P60", "arlington food shelf") > pantry.Of("P60", "arlington helpers"));
    }

    [Fact]
    public void Whole_words_of_a_name_come_before_words_that_begin_so()
    {
        var scores = new Ranking(new OrganizationSearch { Words = ["art"] }, 2026);
        double Score(string name) => scores.ScoreOf(new Candidate(1, name, null, Precision.ZipArea, null, 0, "irs-bmf", null), null);
        Assert.True(Score("barre art center") > Score("artisans of barre"));
    }

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, true)]
    [InlineData(2015, false)]
    [InlineData(2099, false)]
    public void A_year_that_is_not_over_yet_is_no_sign_of_life(int filed, bool lives)
    {
        double Score(int? year) => new Ranking(new OrganizationSearch(), 2026).ScoreOf(new Candidate(1, "barre", null, Precision.ZipArea, year, 0, "irs-bmf", null), null);
        Assert.Equal(lives, Score(filed) > Score(null));
    }

    [Fact]
    public async Task A_po_box_is_said_and_so_is_every_reason()
    {
        var found = (await Find("hyperlink", near: "05641")).Organizations.Single();
        Assert.Equal(["directory.why.name", "directory.why.po-box-here"], found.Why.Select(w => w.Key).Where(k => k is not "directory.why.confirmed"));
    }

    [Fact]
    public async Task Kinds_of_a_role_are_looked_for()
    {
        var found = await searched.World.See(async db => await db.FindOrganizations(
            new OrganizationSearch { Kinds = OrganizationKinds.For(PartnerRole.Assistance, Sector.Government), State = "VT", Limit = 100 }, searched.World.Now));
        Assert.True(found.Count > 50);
        Assert.All(found.Organizations, f => Assert.StartsWith("gov:", f.Organization.KindCode, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_join_without_gaps_or_repeats()
    {
        var (all, after) = (new List<Guid>(), (string?)null);
        var whole = await Find("", near: "Vermont", limit: "100");
        do
        {
            var page = await Find("", near: "Vermont", limit: "7", after: after);
            all.AddRange(page.Organizations.Select(f => f.Organization.Id));
            after = page.Next is { } next ? $"{next}" : null;
        } while (after is not null && all.Count < 98);
        Assert.Equal(whole.Organizations.Take(all.Count).Select(f => f.Organization.Id), all.Take(100));
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public async Task Walking_on_is_not_disturbed_by_what_comes_and_goes_meanwhile()
    {
        await using var world = await World.Open();
        foreach (var name in (string[])["Bee Club", "Cat Club", "Dog Club", "Eel Club"]) await world.Organization(name, Sector.Other);
        using var browser = await world.SignedIn(await world.Person("Kim Lee"));
        var first = await Walk(browser, "/api/v1/organizations?q=club&limit=2");
        Assert.Equal(["Bee Club", "Cat Club"], first.Names);
        await world.Organization("Ant Club", Sector.Other);
        await world.Do(async db => db.Remove(await db.Organizations.SingleAsync(o => o.ShownName == "Cat Club")));
        var second = await Walk(browser, first.Next!);
        Assert.Equal(["Dog Club", "Eel Club"], second.Names);
        Assert.Null(second.Next);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await browser.Get("/api/v1/organizations?cursor=WyJhIl0")).Status);
    }

    private static async Task<(string[] Names, string? Next)> Walk(Browser browser, string address)
    {
        var page = await browser.Get(address);
        var items = System.Text.Json.JsonDocument.Parse(page.Text).RootElement.GetProperty("items");
        var link = page.Response.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
        return ([.. items.EnumerateArray().Select(i => i.GetProperty("name").GetString()!)], link?[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task What_is_no_longer_listed_is_not_found_and_a_corrected_name_is_at_once()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var gone = await world.See(db => db.Organizations.Where(o => o.SourceKey == "020318035").Select(o => o.ShownName).SingleAsync());
        async Task<int> Count(string words) => (await world.See(async db => await db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = words }, await db.PlaceBook()), world.Now))).Count;
        Assert.NotEqual(0, await Count(gone));
        await world.Import("irs-bmf", await Slice("irs-vt-april.csv.gz"));
        Assert.Equal(0, await Count(gone));
        await world.Do(async db =>
        {
            var organization = await db.Organizations.FirstAsync(o => o.NoLongerListed == null);
            organization.Correct(Importer, world.Now, organization.Entry() with { Name = "Quixotic Windmills" }, default);
            return 0;
        });
        Assert.Equal(1, await Count("quixotic"));
    }

    [Theory]
    [InlineData("near", "Atlantis")]
    [InlineData("miles", "-3")]
    [InlineData("sector", "pirates")]
    [InlineData("state", "ZZ")]
    [InlineData("limit", "5000")]
    public async Task What_cannot_be_meant_names_its_input(string input, string value)
    {
        var typed = new SearchInput { Near = input == "near" ? value : "05602", Miles = input == "miles" ? value : null, Sector = input == "sector" ? value : null, State = input == "state" ? value : null, Limit = input == "limit" ? value : null };
        var refusal = await Assert.ThrowsAsync<Refusal>(() => searched.World.See(async db => OrganizationSearch.Of(typed, await db.PlaceBook())));
        Assert.Equal(input, refusal.Input);
    }

    [Fact]
    public async Task Codes_are_only_codes()
    {
        var hostile = new OrganizationSearch { CountyFips = "') | ('x", Language = "es\") OR (\"x", Kinds = ["P8') | ('x"], OrLanguage = "x' | 'y" };
        Assert.Empty((await searched.World.See(db => db.FindOrganizations(hostile, searched.World.Now))).Organizations);
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("name:(*) AND")]
    [InlineData("'); DROP TABLE organization; --")]
    [InlineData("& | ! <-> :*")]
    public async Task Words_are_only_words(string words) => Assert.True((await Find(words)).Count >= 0);

    private Task<FoundOrganizations> Find(string words, string? near = null, string? miles = null, string? sector = null, string? limit = null, string? after = null) => searched.World.See(async db =>
        await db.FindOrganizations(OrganizationSearch.Of(new SearchInput { Words = words, Near = near, Miles = miles, Sector = sector, Limit = limit, After = after }, await db.PlaceBook()), searched.World.Now));
}
