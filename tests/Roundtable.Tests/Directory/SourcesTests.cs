using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Text;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>Files as their publishers make them, small enough to be kept.</summary>
public class SourcesTests
{
    private const string IrsHead = "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,FOUNDATION,STATUS,TAX_PERIOD,NTEE_CD,SORT_NAME\n";
    private const string IpedsHead = "UNITID,INSTNM,IALIAS,ADDR,CITY,STABBR,ZIP,GENTELE,EIN,WEBADDR,SECTOR,CLOSEDAT,COUNTYCD,LONGITUD,LATITUDE\n";

    private static string Irs(string ein, string name, string city = "BARRE", string state = "VT", string sort = "") => $"{ein},{name},,1 MAIN ST,{city},{state},05641-0000,0000,03,15,01,202406,B40,{sort}\n";
    private static string Campus(string unit, string name, string ein, string closed = "-2", string site = "www.barre.edu") => $"{unit},{name}, ,1 Main St,Barre,VT,05641,8025550100,{ein},{site},1,{closed},50023,-72.5,44.2\n";

    [Theory]
    [InlineData("ipeds", "ipeds.csv.gz", 33, 0)]
    [InlineData("museums", "museums.csv.gz", 43, 1)]
    [InlineData("pls-systems", "pls-systems.csv.gz", 184, 0)]
    [InlineData("government-sites", "government-sites.csv.gz", 155, 2)]
    public async Task Each_row_is_taken_in_or_named_and_the_same_file_changes_nothing(string source, string name, int rows, int problems)
    {
        await using var world = await World.Open();
        Assert.Equal((rows, rows - problems, 0, 0, problems, 0), (await world.Import(source, await Slice(name))).Counts());
        Assert.Equal((rows, 0, 0, rows - problems, problems, 0), (await world.Check(source, await Slice(name))).Counts());
    }

    [Fact]
    public async Task Whoever_adds_a_file_sees_how_often_each_publisher_renews_it_and_when_it_was_last_taken_in()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(IrsHead + Irs("030000001", "BARRE CLUB")));
        using var browser = await world.SignedIn(await world.Person("Kim Lee", administrator: true));
        foreach (var language in (string[])["", "/es"]) Assert.DoesNotContain("source.", (await browser.Get($"{language}{DirectoryUrls.Sources}")).Words, StringComparison.Ordinal);
        Assert.Contains("Lista de organizaciones", (await browser.Get($"/es{DirectoryUrls.Sources}")).Words, StringComparison.Ordinal);
        var page = await browser.Get(DirectoryUrls.NewImport);
        Assert.All(ImportSources.All.Where(s => s.Refresh is not null), s => Assert.Contains(s.Title, page.Words, StringComparison.Ordinal));
        string Row(Page of, string title) => string.Join('|', of.Html.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelectorAll("td").Skip(1).Select(c => c.TextContent));
        Assert.Equal("every month|Dec 1, 2026|due Jan 1, 2027", Row(page, "Business Master File"));
        Assert.Equal("every year|not yet|", Row(page, "Public Libraries Survey, systems"));
        Assert.Equal("made once|not yet|no newer file will come", Row(page, "Museum"));
        Assert.StartsWith("cada mes|1 ", Row(await browser.Get($"/es{DirectoryUrls.NewImport}"), "Business Master File"), StringComparison.Ordinal);
        world.Clock.Advance(NodaTime.Duration.FromDays(40));
        using var later = await world.SignedIn(await world.Person("Lee Kim", administrator: true));
        Assert.EndsWith("|due for a new file", Row(await later.Get(DirectoryUrls.NewImport), "Business Master File"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campuses_under_one_tax_number_stay_organizations_of_their_own()
    {
        await using var world = await World.Open();
        await world.Import("ipeds", await Slice("ipeds.csv.gz"));
        var shared = await world.See(db => db.SharedIdentifiers.Where(i => i.Value == "926000147").Select(i => i.OrganizationId).ToListAsync());
        Assert.Equal(4, shared.Distinct().Count());
        Assert.Equal(0, await world.See(db => db.Identifiers.CountAsync(i => i.Value == "926000147")));
        await world.Import("irs-bmf", await Of(IrsHead + Irs("926000147", "UNIVERSITY OF ALASKA", "FAIRBANKS", "AK")));
        Assert.Equal(1, await world.See(db => db.Listings.CountAsync(l => db.Set<Identifier>().Any(i => i.Value == "926000147" && i.OrganizationId == l.OrganizationId))));
        using var browser = world.Browser();
        var page = await browser.Get(DirectoryUrls.Organization(shared[0]));
        Assert.Contains("EIN 926000147 also belongs to", page.Words, StringComparison.Ordinal);
        Assert.Contains("University of Alaska Southeast", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_single_college_and_its_row_of_the_tax_office_are_one_organization_with_both_names(bool taxOfficeFirst)
    {
        await using var world = await World.Open();
        var (irs, ipeds) = (await Of(IrsHead + Irs("030000001", "TRUSTEES OF BARRE COLLEGE")), await Of(IpedsHead + Campus("1", "Barre College", "30000001") + Campus("2", "Barre Trade School", "-2")));
        foreach (var first in (bool[])[true, false]) await world.Import(first == taxOfficeFirst ? "irs-bmf" : "ipeds", first == taxOfficeFirst ? irs : ipeds);
        var one = await world.See(db => db.Organizations.SingleAsync(o => db.Set<Identifier>().Any(i => i.Value == "030000001" && i.OrganizationId == o.Id)));
        Assert.Equal(["Barre College", "Trustees of Barre College"], new[] { one.ShownName }.Concat(one.Names).Order());
        Assert.Equal(("http://www.barre.edu/", "8025550100"), (one.Website?.Replace("https", "http", StringComparison.Ordinal), one.Phone));
        Assert.Equal(2, await world.See(db => db.Listings.CountAsync(l => l.OrganizationId == one.Id)));

        // What the other source gave stays when its own source changes.
        await world.Import("irs-bmf", await Of(IrsHead + Irs("030000001", "TRUSTEES OF BARRE COLLEGE").Replace("1 MAIN", "2 MAIN", StringComparison.Ordinal)));
        one = await world.See(db => db.Organizations.SingleAsync(o => o.Id == one.Id));
        Assert.Equal("8025550100", one.Phone);
    }

    [Fact]
    public async Task A_gallery_that_carries_its_universitys_tax_number_stays_a_gallery()
    {
        await using var world = await World.Open();
        await world.Import("museums", await Slice("museums.csv.gz"));
        await world.Import("irs-bmf", await Of(IrsHead + Irs("030179298", "PRESIDENT AND FELLOWS OF MIDDLEBURY COLLEGE", "MIDDLEBURY") + Irs("042104847", "STERLING AND FRANCINE CLARK ART INSTITUTE", "WILLIAMSTOWN", "MA")));
        Assert.Equal(2, await world.See(db => db.Organizations.CountAsync(o => db.Set<Listing>().Any(l => l.OrganizationId == o.Id && l.Source == "irs-bmf"))));
        Assert.Equal("irs-bmf", (await world.See(db => db.Organizations.SingleAsync(o => db.Set<Identifier>().Any(i => i.Value == "030179298" && i.OrganizationId == o.Id)))).ListedIn);
        // The file wrote it without its zero.
        Assert.Equal(1, await world.See(db => db.SharedIdentifiers.CountAsync(i => i.Value == "042104847")));
    }

    [Fact]
    public async Task A_library_system_and_its_outlets_are_one_organization_in_either_order()
    {
        foreach (var systemsFirst in (bool[])[true, false])
        {
            await using var world = await World.Open();
            foreach (var first in (bool[])[true, false])
                await world.Import(first == systemsFirst ? "pls-systems" : "pls-outlets", await Slice(first == systemsFirst ? "pls-systems.csv.gz" : "pls-outlets.csv.gz"));
            var aldrich = await world.See(db => db.Organizations.Where(o => o.NameKey.StartsWith("aldrich")).ToListAsync());
            Assert.Equal(2, Assert.Single(aldrich).LocationCount);
            Assert.Equal(3, await world.See(db => db.Listings.CountAsync(l => l.OrganizationId == aldrich[0].Id)));
        }
    }

    [Fact]
    public async Task A_school_that_closed_is_named_and_no_longer_listed()
    {
        await using var world = await World.Open();
        string Others() => string.Concat(Enumerable.Range(10, 8).Select(i => Campus($"{i}", $"School {i}", "-2")));
        await world.Import("ipeds", await Of(IpedsHead + Others() + Campus("2", "Barre Trade School", "-2")));
        var plan = await world.Import("ipeds", await Of(IpedsHead + Others() + Campus("2", "Barre Trade School", "-2", "05/31/2026")));
        Assert.Equal((9, 0, 0, 8, 1, 1), plan.Counts());
        Assert.NotNull((await world.See(db => db.Organizations.SingleAsync(o => o.SourceKey == "2"))).NoLongerListed);
    }

    [Theory]
    [InlineData("12.5", "VT", -12.5)]
    [InlineData("-72.5", "VT", -72.5)]
    [InlineData("144.8", "GU", 144.8)]
    public async Task A_longitude_that_lost_its_sign_gets_it_back(string written, string state, double east)
    {
        await using var world = await World.Open();
        await world.Import("ipeds", await Of(IpedsHead + Campus("1", "Barre College", "-2").Replace("-72.5", written, StringComparison.Ordinal).Replace(",VT,", $",{state},", StringComparison.Ordinal)));
        Assert.Equal(east, (await world.See(db => db.Organizations.SingleAsync())).Longitude);
    }

    [Fact]
    public async Task An_undone_import_takes_its_names_and_facts_along()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(IrsHead + Irs("030000001", "TRUSTEES OF BARRE COLLEGE")));
        var plan = await world.Import("ipeds", await Of(IpedsHead + Campus("1", "Barre College", "030000001")));
        Assert.Equal("8025550100", (await world.See(db => db.Organizations.SingleAsync())).Phone);
        await world.Undo(plan);
        var after = await world.See(db => db.Organizations.SingleAsync());
        Assert.Equal((null, null, null, "trustees of barre college"), (after.Phone, after.OtherNames, after.Filled, after.NameKey));
    }

    [Theory]
    [InlineData("JANE DOE TREASURER", null)]
    [InlineData("DOE JANE ET AL CO-TTEE", null)]
    [InlineData("DOE JANE TTEE U/A 1987", null)]
    [InlineData("ATTN JANE DOE", null)]
    [InlineData("TRUSTEES OF BARRE COLLEGE", "Trustees of Barre College")]
    public async Task Who_holds_an_office_there_is_no_other_name_of_it(string sort, string? known)
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Of(IrsHead + Irs("030000001", "BARRE COLLEGE", sort: sort)));
        var college = await world.See(db => db.Organizations.SingleAsync());
        Assert.Equal((known, known is null), (college.Unit, college.NameKey == "barre college"));
    }

    [Fact]
    public void Every_list_says_in_words_what_it_is_and_under_which_terms_it_comes()
    {
        var texts = new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly).In("en");
        Assert.All(ImportSources.All, source => Assert.All([$"source.{source.Name}", $"source.licence.{source.Licence}"], key => Assert.True(texts.Has(key), key)));
    }

    [Fact]
    public async Task Administrators_see_where_lists_come_from_and_what_is_due()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        using var browser = await world.SignedIn(await world.Person("Ada Min", administrator: true));
        var page = await browser.Get(DirectoryUrls.Sources);
        foreach (var said in (string[])["185", "New files come out each month", "Internal Revenue Service", "due Jan 1, 2027", "no newer file will come"]) Assert.Contains(said, page.Words, StringComparison.Ordinal);
        world.Clock.Advance(NodaTime.Duration.FromDays(40));
        using var later = await world.SignedIn(await world.Person("Bea Min", administrator: true));
        Assert.Contains("due for a new file", (await later.Get(DirectoryUrls.Sources)).Words, StringComparison.Ordinal);
    }
}
