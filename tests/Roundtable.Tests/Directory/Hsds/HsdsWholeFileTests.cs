using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory.Hsds;

/// <summary>Every HSDS file at hand, whole: what stands is taken in, the rest is told row by row.</summary>
public class HsdsWholeFileTests
{
    private const string Miami = "hsds/open211-miami-hsds-1.1-datapackage-20190729.zip";

    [Fact]
    public async Task Miami_with_all_its_damage_comes_in_and_goes_again()
    {
        var file = await Whole(Miami);
        await using var world = await World.Open();
        var plan = await world.Import("hsds", file);
        Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
        var problems = await world.See(db => db.PlannedRows.AsNoTracking().Where(r => r.PlanId == plan.Id && r.Outcome == Outcome.Problem).ToListAsync());
        int Of(string column, string reason) => problems.Count(p => p.Columns == column && p.Reason == reason);
        Assert.Equal(447, Of("services.organization_id", "import.problem.no-organization"));
        Assert.Equal(3015, Of("locations.organization_id", "import.problem.no-organization"));
        Assert.Equal(2244, Of("eligibility.service_id", "import.problem.empty"));
        Assert.All(problems, p => Assert.True(p.Row > 1));
        var (organizations, services, locations, terms) = await world.See(async db => (await db.Organizations.CountAsync(), await db.ServicesOffered.CountAsync(), await db.Locations.CountAsync(), await db.Terms.CountAsync()));
        Assert.Equal((1074, 3642, 1074), (organizations, services, locations));
        Assert.True(terms > 500);
        Assert.NotEmpty((await world.See(async db => await Roundtable.Directory.Search.OrganizationQueries.FindOrganizations(db, Roundtable.Directory.Search.OrganizationSearch.Of(new() { Words = "crime victims" }, await db.PlaceBook()), world.Now))).Organizations);

        var again = await world.Check("hsds", file);
        Assert.Equal((0, 0, plan.New, plan.Problems, 0), (again.New, again.Changed, again.Same, again.Problems, again.Gone));
        await world.See(async db => await db.UndoImport(Importer, world.Now, await db.ImportPlans.SingleAsync(p => p.Id == plan.Id), []));
        Assert.Equal((0, 0, 0), await world.See(async db => (await db.Organizations.CountAsync(), await db.ServicesOffered.CountAsync(), await db.Locations.CountAsync())));
    }

    [Theory]
    [InlineData("hsds/hsds-2.0-sample-datapackage.tar.gz", "all_resources/", ".csv", 10, 13)]
    [InlineData("hsds/hsds-3.0-specification-examples.tar.gz", "examples/csv/", ".csv", 1, 1)]
    [InlineData("hsds/ohana-api-sample-csv-and-invalid-fixtures.tar.gz", "data/sample-csv/", ".csv", 8, 23)]
    [InlineData("hsds/florida-legal-aid-pre-hsds-csv-and-mapping.tar.gz", "examples/florida_data/", ".csv", 20, 135)]
    public async Task A_package_comes_in(string archive, string folder, string ending, int organizations, int services)
    {
        var file = await SourceFile.Of("package.zip", await Zipped(archive, folder, ending));
        await using var world = await World.Open();
        var plan = await world.Import("hsds", file);
        Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
        Assert.Equal((organizations, services), await world.See(async db => (await db.Organizations.CountAsync(), await db.ServicesOffered.CountAsync())));
    }

    [Theory]
    [InlineData("hsds/hsds-3.0-specification-examples.tar.gz", "examples/")]
    [InlineData("hsds/hsds-3.1-schemas.tar.gz", "examples/")]
    [InlineData("hsds/hsds-3.0-mock-api-json.tar.gz", "data/")]
    public async Task Every_document_comes_in_or_says_why_not(string archive, string folder)
    {
        await using var world = await World.Open();
        foreach (var (name, content) in await Entries(archive, folder, ".json"))
        {
            var kind = Path.GetFileName(name);
            if (kind is "base.json" or "root.json" or "datapackage.json" || name.Contains("taxonom", StringComparison.Ordinal)) await Assert.ThrowsAsync<Roundtable.Platform.Refusal>(async () => await world.Check("hsds", await SourceFile.Of(kind, content)));
            else
            {
                var plan = await world.Check("hsds", await SourceFile.Of(kind, content));
                Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
                Assert.True(plan.New > 0 || plan.Problems > 0, name);
            }
        }
    }

    /// <summary>Ohana's own tests of its importer: each file stands in for the sample's table of that name.</summary>
    [Theory]
    [InlineData("invalid_org.csv", "organizations.csv", 2)]
    [InlineData("org_with_invalid_date.csv", "organizations.csv", 2)]
    [InlineData("invalid_location.csv", "locations.csv", 2)]
    [InlineData("invalid_location_org.csv", "locations.csv", 2)]
    [InlineData("invalid_address.csv", "addresses.csv", 2)]
    [InlineData("missing_address.csv", "addresses.csv", 2)]
    [InlineData("invalid_mail_address.csv", "mail_addresses.csv", 2)]
    [InlineData("invalid_mail_address_location.csv", "mail_addresses.csv", 2)]
    [InlineData("invalid_category.csv", "taxonomy.csv", 2)]
    [InlineData("phone_with_no_parent.csv", "phones.csv", 2)]
    [InlineData("invalid_program.csv", "programs.csv", 2)]
    [InlineData("program_with_no_parent.csv", "programs.csv", 2)]
    [InlineData("invalid_regular_schedule.csv", "regular_schedules.csv", 2)]
    [InlineData("regular_schedule_with_no_parent.csv", "regular_schedules.csv", 2)]
    [InlineData("invalid_holiday_schedule.csv", "holiday_schedules.csv", 2)]
    [InlineData("hs_with_invalid_date.csv", "holiday_schedules.csv", 2)]
    [InlineData("holiday_schedule_with_no_parent.csv", "holiday_schedules.csv", 2)]
    [InlineData("invalid_service.csv", "services.csv", 2)]
    [InlineData("invalid_service_location.csv", "services.csv", 2)]
    [InlineData("hs_with_2_digit_year.csv", "holiday_schedules.csv", null)]
    [InlineData("hs_with_spelled_out_date.csv", "holiday_schedules.csv", null)]
    [InlineData("org_with_2_digit_year.csv", "organizations.csv", null)]
    [InlineData("org_with_spelled_out_date.csv", "organizations.csv", null)]
    [InlineData("valid_location_phone.csv", "phones.csv", null)]
    [InlineData("valid_location_regular_schedule.csv", "regular_schedules.csv", null)]
    [InlineData("valid_location_holiday_schedule.csv", "holiday_schedules.csv", null)]
    [InlineData("valid_org.csv", "organizations.csv", null)]
    [InlineData("valid_location.csv", "locations.csv", null)]
    [InlineData("valid_address.csv", "addresses.csv", null)]
    [InlineData("valid_service.csv", "services.csv", null)]
    public async Task A_row_that_cannot_be_used_is_told_with_its_number(string fixture, string table, int? row)
    {
        const string archive = "hsds/ohana-api-sample-csv-and-invalid-fixtures.tar.gz";
        var entries = (await Entries(archive, "data/sample-csv/", ".csv")).Where(e => Path.GetFileName(e.Name) != table).ToList();
        entries.Add((table, (await Entries(archive, "spec/support/fixtures/", fixture)).Single().Content));
        var (plan, problems) = await (await World.Shared).See(async db =>
        {
            var (plan, check) = await db.CheckImport(Importer, World.Morning, ImportSources.Named("hsds"), await SourceFile.Of("ohana.zip", Zip(entries)));
            return (plan, check.Problems);
        });
        Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
        var told = problems.Where(p => p.Key == Path.GetFileNameWithoutExtension(table).Replace("mail_", "postal_", StringComparison.Ordinal) && p.Reason is not "import.problem.owner-left-out").ToList();
        if (row is null) Assert.Empty(told.Select(p => $"{p.Row} {p.Columns} {p.Reason} {p.Found}"));
        else Assert.Contains(told, p => p.Row == row);
    }

    private static async Task<List<(string Name, byte[] Content)>> Entries(string archive, string folder, string ending)
    {
        await using var tar = new TarReader(new GZipStream(File.OpenRead(WholePath(archive)), CompressionMode.Decompress));
        var found = new List<(string, byte[])>();
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            var name = entry.Name.TrimStart('.', '/');
            if (entry.DataStream is null || !name.StartsWith(folder, StringComparison.Ordinal) || !(ending[0] == '.' ? name.EndsWith(ending, StringComparison.Ordinal) : Path.GetFileName(name) == ending)) continue;
            using var content = new MemoryStream();
            await entry.DataStream.CopyToAsync(content);
            found.Add((name, content.ToArray()));
        }
        return found;
    }

    private static async Task<byte[]> Zipped(string archive, string folder, string ending) => Zip(await Entries(archive, folder, ending));

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }
}
