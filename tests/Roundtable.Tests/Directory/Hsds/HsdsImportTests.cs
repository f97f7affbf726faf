using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Hsds;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory.Hsds;

public class HsdsImportTests
{
    [Fact]
    public async Task What_stands_comes_in_and_the_rest_is_told_with_table_and_row()
    {
        await using var world = await World.Open();
        var plan = await world.Import("hsds", await Packages.Usual());
        Assert.Equal(plan.Rows, plan.New + plan.Problems);
        var problems = await world.See(db => db.PlannedRows.Where(r => r.PlanId == plan.Id && r.Outcome == Outcome.Problem).OrderBy(r => r.Key).ThenBy(r => r.Row).Select(r => $"{r.Key}:{r.Row} {r.Columns} {r.Reason}").ToListAsync());
        Assert.Equal(
        [
            "attributes:3 attributes.taxonomy_id import.problem.no-term", "eligibility:2 eligibility.service_id import.problem.empty", "locations:4 locations.organization_id import.problem.no-organization",
            "phones:4 phones.contact_id import.problem.personal", "physical_addresses:4 physical_addresses.location_id import.problem.no-owner", "regular_schedules:4 regular_schedules.byday import.problem.weekday",
            "services:4 services.organization_id import.problem.no-organization", "services:5 services.name import.problem.empty",
        ], problems);
        var service = await world.See(db => db.ServicesOffered.AsNoTracking().WithParts().SingleAsync(s => s.Name == "ESL classes"));
        Assert.Equal(("English\nfor adults", "Adults", "vi", "802-555-0102", "$5 a class", 2), (service.Description, service.Eligibility, service.Languages, service.Phone, service.Costs.Single().Line, service.Places.Count));
        Assert.Equal(new Opening { Days = "MO,TU", Opens = "09:00", Closes = "17:00" }, service.Openings.Single());
        Assert.Equal(("AIRS", "PH-1", "English Language"), service.Terms.Select(t => (t.Term!.Vocabulary, t.Term.Code, t.Term.Name)).Single());
        var organization = await world.See(db => db.Organizations.SingleAsync(o => o.Id == service.OrganizationId));
        Assert.Equal(("Centro Unido", "12 Main St", "802-555-0100", "https://centro.example.org"), (organization.ShownName, organization.Street, organization.Phone, organization.Website));
        using var stranger = world.Browser();
        Assert.Contains("Centro Unido", (await stranger.Get("/directory?q=esl+vietnamese")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_persons_nor_private_addresses_are_kept_anywhere()
    {
        await using var world = await World.Open();
        await world.Import("hsds", await Packages.Usual());
        var hidden = await world.See(db => db.Locations.SingleAsync(l => l.Name == "Safe house"));
        Assert.Equal((true, null, null, null), (hidden.IsHidden, hidden.Street, hidden.City, hidden.Latitude));
        var kept = await world.See(async db => string.Join('\n', (await db.Locations.Select(l => l.Street).ToListAsync()).Concat(await db.Organizations.Select(o => $"{o.Street} {o.DoingKey} {o.LocationWords} {o.Phone}").ToListAsync())
            .Concat(await db.OverwrittenRows.Select(r => $"{r.Facts} {r.Location}").ToListAsync()).Concat(await db.PlannedRows.Select(r => $"{r.Found} {r.Name}").ToListAsync()).Concat(await db.ServicesOffered.Select(s => $"{s.Phone} {s.Email}").ToListAsync())));
        Assert.All(["Quiet Lane", "Northfield", "Personsdottir", "petra@", "0199"], secret => Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_newer_package_changes_what_changed_and_is_taken_back()
    {
        await using var world = await World.Open();
        var first = await world.Import("hsds", await Packages.Usual());
        var same = await world.Check("hsds", await Packages.Usual());
        Assert.Equal((0, 0, first.New, 0), (same.New, same.Changed, same.Same, same.Gone));

        var newer = await Packages.Usual(("languages", "id,service_id,language\n1,100,Spanish\n"), ("services", Packages.Services.Replace("101,2,Quilting", "104,2,Knitting", StringComparison.Ordinal)));
        var second = await world.Import("hsds", newer);
        Assert.Equal((1, 1), (second.New, second.Gone));
        async Task<string[]> Now() => await world.See(async db => (await db.ServicesOffered.OrderBy(s => s.Name).ToListAsync()).Select(s => $"{s.Name} {s.Languages} {s.Status}").ToArray());
        Assert.Equal(["ESL classes es Active", "Knitting  Active", "Quilting  Inactive"], await Now());

        await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == second.Id), []));
        Assert.Equal(["ESL classes vi Active", "Quilting  Active"], await Now());
        Assert.DoesNotContain("spanish", await world.See(db => db.Organizations.Where(o => o.ShownName == "Centro Unido").Select(o => o.DoingKey).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_corrected_wins_and_stays_when_the_import_is_taken_back()
    {
        await using var world = await World.Open();
        var plan = await world.Import("hsds", await Packages.Usual());
        world.Clock.Advance(Duration.FromMinutes(1));
        var administrator = Actor.Person(Ids.New(), administrator: true, []);
        await world.Do(async db =>
        {
            var service = await db.ServicesOffered.WithParts().SingleAsync(s => s.Name == "Quilting");
            return await db.Write(administrator, world.Now, await db.Organizations.SingleAsync(o => o.Id == service.OrganizationId), service, service.Entry() with { Description = "Every Friday" }, []);
        });
        await world.Import("hsds", await Packages.Usual(("services", Packages.Services.Replace("101,2,Quilting,,", "101,2,Quilting circle,Old words,", StringComparison.Ordinal))));
        var kept = await world.See(db => db.ServicesOffered.SingleAsync(s => s.Name == "Quilting circle"));
        Assert.Equal("Every Friday", kept.Description);
        var left = await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), []));
        Assert.Contains("Bridge Guild", left);
        Assert.True(await world.See(db => db.ServicesOffered.AnyAsync(s => s.Id == kept.Id)));
    }

    [Fact]
    public async Task A_tax_number_joins_what_the_IRS_lists()
    {
        await using var world = await World.Open();
        await world.Import("irs-bmf", await Slice("irs-vt-march.csv.gz"));
        var (ein, id) = await world.See(async db => await db.Identifiers.Where(i => i.Scheme == Scheme.Ein).OrderBy(i => i.Value).Select(i => new { i.Value, i.OrganizationId }).FirstAsync() is var x ? (x.Value, x.OrganizationId) : default);
        var count = await world.See(db => db.Organizations.CountAsync());
        await world.Import("hsds", await Packages.Usual(("organizations", Packages.Organizations.Replace("03-0211842", ein, StringComparison.Ordinal))));
        Assert.Equal(count + 1, await world.See(db => db.Organizations.CountAsync()));
        Assert.Equal(id, await world.See(db => db.ServicesOffered.Where(s => s.Name == "ESL classes").Select(s => s.OrganizationId).SingleAsync()));
        using var stranger = world.Browser();
        Assert.Contains($"{id}", (await stranger.Get("/directory?q=esl+vietnamese")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_package_comes_in_elsewhere_whole()
    {
        await using var world = await World.Open();
        await world.Import("hsds", await Packages.Usual());
        using var browser = world.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/hsds/datapackage.zip"));
        await using var other = await World.Open();
        var plan = await other.Import("hsds", await SourceFile.Of("other.zip", await response.Content.ReadAsByteArrayAsync()));
        Assert.Equal((0, plan.Rows), (plan.Problems, plan.New));
        static Task<string[]> Told(World w) => w.See(async db => (await db.ServicesOffered.WithParts().Include(s => s.Organization).OrderBy(s => s.Name).ToListAsync())
            .Select(s => $"{s.Organization!.ShownName} {s.Name} {s.Description} {s.Languages} {s.Phone} {s.Eligibility} {string.Join('|', s.Costs.Select(c => c.Line))} {string.Join('|', s.Openings)} {string.Join('|', s.Terms.Select(t => t.Term!.Code))} {s.Places.Count}").ToArray());
        Assert.Equal(await Told(world), await Told(other));
    }

    [Theory]
    [InlineData("""[ { "id": "a", "name": "Centro", "description": "Help", "services": [ { "id": "s", "name": "ESL", "status": "active", "languages": [ { "id": "l", "code": "vi" } ] } ], "locations": [ { "id": "p", "location_type": "physical", "name": "House", "addresses": [ { "id": "x", "address_1": "1 Elm", "city": "Barre", "state_province": "VT", "postal_code": "05641", "country": "US", "address_type": "physical" } ] } ], "contacts": [ { "id": "c", "name": "Petra" } ] } ]""")]
    [InlineData("""{ "contents": [ { "id": "s", "name": "ESL", "status": "active", "organization": { "id": "a", "name": "Centro", "description": "Help" }, "languages": [ { "id": "l", "code": "vi" } ], "service_at_locations": [ { "id": "m", "location": { "id": "p", "location_type": "physical", "name": "House" } } ] } ] }""")]
    public async Task Nested_documents_come_in(string json)
    {
        await using var world = await World.Open();
        var plan = await world.Import("hsds", await SourceFile.Of("valley.json", Encoding.UTF8.GetBytes(json)));
        Assert.Equal(0, plan.Problems);
        Assert.Equal(("Centro", "ESL", "vi", 1), await world.See(async db => await db.ServicesOffered.Include(s => s.Organization).SingleAsync() is var s ? (s.Organization!.ShownName, s.Name, s.Languages, await db.Locations.CountAsync()) : default));
    }

    [Theory]
    [InlineData("{ \"id\": ", "import.json-wrong")]
    [InlineData("[]", "import.hsds-empty")]
    [InlineData("{ \"version\": \"3.0\", \"profile\": \"x\" }", "import.hsds-empty")]
    [InlineData("deep", "import.json-wrong")]
    public async Task What_is_no_package_is_refused(string json, string reason)
    {
        var text = json == "deep" ? new string('[', 100_000) + new string(']', 100_000) : json;
        var world = await World.Shared;
        var refusal = await Assert.ThrowsAsync<Refusal>(async () => await world.Check("hsds", await SourceFile.Of("x.json", Encoding.UTF8.GetBytes(text))));
        Assert.Equal(reason, refusal.Key);
    }

    [Fact]
    public async Task A_package_is_recognized_on_the_page_and_its_problems_are_told_by_table()
    {
        await using var world = await World.Open();
        using var administrator = await world.SignedIn(await world.Person("Administrator", administrator: true));
        var page = await administrator.Upload(await administrator.Get("/admin/directory/imports/new"), "check", ("valley-2026-11.zip", await Packages.Bytes()));
        Assert.Contains("Human services directory", page.Words, StringComparison.Ordinal);
        Assert.Contains("services.organization_id", (await administrator.Get($"{page.Address}?show=problem")).Words, StringComparison.Ordinal);
        Assert.Contains("eligibility.service_id", (await administrator.Get($"{page.Address}/problems.csv")).Text, StringComparison.Ordinal);
        page = await administrator.Submit(page, "import");
        Assert.True(await world.See(db => db.ServicesOffered.AnyAsync(s => s.Name == "ESL classes")), page.Words);
    }

    [Fact]
    public void A_list_is_known_again_by_its_name_without_dates()
    {
        Assert.Equal(HsdsPackage.PublisherOf("open211-miami-hsds-1.1-datapackage-20190729.zip"), HsdsPackage.PublisherOf("Open211 Miami HSDS 1.1 datapackage 2026-01-02.zip"));
        Assert.NotEqual(HsdsPackage.PublisherOf("miami.zip"), HsdsPackage.PublisherOf("tampa.zip"));
        Assert.Equal("hsds", HsdsPackage.PublisherOf("2026.zip"));
    }
}
