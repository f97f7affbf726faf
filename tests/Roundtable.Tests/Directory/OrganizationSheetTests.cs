using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using static Roundtable.Tests.Directory.DirectoryFiles;
using static Roundtable.Tests.Directory.PackedFiles;

namespace Roundtable.Tests.Directory;

/// <summary>Rows of a list somebody has, with what real lists have in them.</summary>
public class OrganizationSheetTests
{
    private static async Task<(ImportPlan Plan, ImportCheck Check)> Checked(string text) =>
        await (await World.Shared).See(async db => await db.CheckImport(Importer, (await World.Shared).Now, new OrganizationSheet(), await Of(text)));

    private const string Places = "Name,City,State,Latitude,Longitude\n";

    public static TheoryData<string, string, string> Rows => new()
    {
        { Places + "A,Barre,VT,-72.5,44.2", "import.problem.swapped", "Latitude" },
        { Places + "A,Barre,VT,44.2,72.5", "import.problem.sign", "Longitude" },
        { Places + "A,Barre,VT,144.2,-272.5", "import.problem.coordinate", "Latitude" },
        { Places + "A,Barre,VT,north,-72.5", "import.problem.coordinate", "Latitude" },
        { Places + "A,Barre,VT,NaN,-72.5", "import.problem.coordinate", "Latitude" },
        { "Agency,EIN\nA,12345", "import.problem.ein", "EIN" },
        { "Agency,1.2 Zip code\nA,G9M 9H9", "organization.zip-wrong", "1.2 Zip code" },
        { "Agency,Level\nA,galactic", "import.problem.level", "Level" },
        { "Agency,Type of library,Sector\nA,secret,library", "import.problem.library-type", "Type of library" },
        { "Agency,Sector\nA,pirates", "import.problem.sector", "Sector" },
        { "Agency,Website\nA,not an address", "organization.website-wrong", "Website" },
        { "Agency,Idiomas\nA,Klingonisch", "organization.language-wrong", "Idiomas" },
        { "Agency,Town\n(blank),Barre\n,Barre", "import.problem.empty", "Agency" },
        { $"Agency,Town\n{new string('x', 250)},Barre", "import.problem.too-long", "Agency" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_problem_names_the_column_as_the_file_does(string text, string reason, string column)
    {
        var (plan, check) = await Checked(text);
        var problem = check.Problems[^1];
        Assert.Equal((plan.Rows, reason, column), (plan.New + plan.Problems, problem.Reason, problem.Columns));
        Assert.NotNull(problem.Cells);
    }

    [Fact]
    public async Task Quirks_of_real_lists_arrive_as_they_are_meant()
    {
        await using var world = await World.Open();
        await world.Import("organizations", await Of(
            "Name,Also known as,Address,City,County,State,ZIP,Phone,Web,Level,Library type,Sector,Description,Lat,Lon\r\n" +
            "\"Friends\nof  the &amp; Library\",North,\"1 Main\n2nd floor\",Barre,Washington,Vermont ,5641,-1,NOT AVAILABLE,statewide,,,one\\ntwo,,\r\n" +
            "Aldrich,,(blank),Barre,Washington County,VT,05641-1234,802 555 0100,example.org,,public,library,,+44.1970,-72.5020\r\n" +
            "Short row,,,Barre\r\n" +
            "Only a county,,,,Essex,VT\r\n"));
        var all = await world.See(db => db.Organizations.AsNoTracking().OrderBy(o => o.Number).ToListAsync());
        Assert.Equal(4, all.Count);
        Assert.Equal(("Friends of the & Library", "North", "1 Main 2nd floor", "VT", "05641", null, null, Level.State, "one\ntwo"), (all[0].Name, all[0].AlsoKnownAs, all[0].Street, all[0].State, all[0].Zip, all[0].Phone, all[0].Website, all[0].Level, all[0].Doing));
        Assert.Equal((null, "05641-1234", "https://example.org", LibraryType.Public, Precision.Address, 44.197, "50023"), (all[1].Street, all[1].Zip, all[1].Website, all[1].LibraryType, all[1].Precision, all[1].Latitude, all[1].CountyFips));
        Assert.Equal(("Short row", "Barre"), (all[2].Name, all[2].City));
        Assert.Equal((Precision.County, "50009"), (all[3].Precision, all[3].CountyFips));
    }

    [Fact]
    public async Task A_row_is_known_again_by_its_own_number_or_ours_even_when_its_name_changes()
    {
        await using var world = await World.Open();
        await world.Import("organizations", await Of("Id,Name,City\n7,Old name,Barre\n"));
        Assert.Equal((1, 0, 1, 0, 0, 0), (await world.Import("organizations", await Of("Id,Name,City\n7,New name,Barre\n"))).Counts());
        var ours = await world.See(db => db.Organizations.SingleAsync());
        Assert.Equal("New name", ours.Name);
        await world.Import("organizations", await Of($"Id,Name,Phone\n{ours.Id},Whatever,802 555 0100\n{Roundtable.Platform.Ids.New()},Another,\n"));
        Assert.Equal(["Another", "New name"], await world.See(db => db.Organizations.Select(o => o.Name).OrderBy(n => n).ToListAsync()));
        Assert.Equal("802 555 0100", (await world.See(db => db.Organizations.SingleAsync(o => o.Id == ours.Id))).Phone);
    }

    [Fact]
    public async Task The_same_list_as_a_workbook_or_packed_is_the_same_list()
    {
        await using var world = await World.Open();
        await world.Import("organizations", await Of("Name,City,State\nA,Barre,VT\nB,Barre,VT\n"));
        var workbook = await SourceFile.Of("x.xlsx", Workbook(("List", Rows(["Name", "City", "State"], ["A", "Barre", "VT"], ["B", "Barre", "VT"], ["C", "Barre", "VT"]))));
        Assert.Equal((3, 1, 0, 2, 0, 0), (await world.Check("organizations", workbook)).Counts());
        Assert.Equal((2, 0, 0, 2, 0, 0), (await world.Check("organizations", await SourceFile.Of("x.zip", Zip(("folder/list.csv", "Name,City,State\nA,Barre,VT\nB,Barre,VT\n"))))).Counts());
    }

    public static TheoryData<string, string> WholeLists => new()
    {
        { "libraries/ca_state_library_hq_directory.csv", "name=Location,street=2,city=3,zip=4,phone=6,website=10" },
        { "geo/HUD_COUNTY_ZIP_122016.xlsx", "name=COUNTY,zip=ZIP" },
        { "funding/fpi_additional_programs.csv", "name=2" },
        { "gov/dotgov-agencies-and-subs.csv", "name=Bureau,also-known-as=Agency" },
        { "gov/1_govt_urls_full.csv.gz", "name=1,website=Link" },
        { "museums/MuseumFile2018_File1_Nulls.csv.gz", "name=COMMONNAME,street=ADSTREET,city=ADCITY,state=ADSTATE,zip=ADZIP,id=MID" },
        { "edu/ipeds_hd2020.csv.gz", "name=INSTNM,street=ADDR,city=CITY,state=STABBR,zip=ZIP,website=WEBADDR,id=UNITID,latitude=LATITUDE,longitude=LONGITUD" },
        { "libraries/pls_fy2018_libraries.csv.gz", "name=libname,street=address,city=city,state=stabr,zip=zip,phone=phone,id=fscskey" },
        { "geo/census_states_pipe.txt", "name=3,state=2,id=1" },
    };

    [Theory]
    [MemberData(nameof(WholeLists))]
    public async Task Whole_files_count_up(string name, string columns)
    {
        await using var world = await World.Open();
        var file = await Whole(name);
        var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, await db.SourceOf("organizations", file, columns), file));
        TestContext.Current.SendDiagnosticMessage($"{name}: {plan.Rows} rows, {plan.New} new, {plan.Problems} problems, {file.Encoding.WebName}; {string.Join(", ", check.Problems.GroupBy(p => p.Reason).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.True(plan.Rows > 50);
        Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
        if (!name.Contains("HUD", StringComparison.Ordinal) && !name.Contains("agencies", StringComparison.Ordinal)) Assert.True(plan.New > plan.Rows * 0.8, $"{plan.New} of {plan.Rows}");
    }
}
