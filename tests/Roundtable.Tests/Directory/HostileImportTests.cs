using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Directory;
using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>What a clumsy or ill-meaning administrator could do with imports: nothing is half done, doubled or without end.</summary>
[Collection("Alone")]
public class HostileImportTests
{
    private const string Irs = "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,FOUNDATION,STATUS,TAX_PERIOD,NTEE_CD,SORT_NAME\n030000001,VERMONT GRANITE MUSEUM OF BARRE INC,,PO BOX 7,BARRE,VT,05641-0000,0000,03,15,01,202406,A50,\n";
    private const string MuseumHead = "MID,DISCIPL,EIN,COMMONNAME,LEGALNAME,ALTNAME,AKADBA,ADSTREET,ADCITY,ADSTATE,ADZIP,PHCITY,PHSTATE,PHONE,WEBURL,NTEEC,IPEDS,UNI_F,FIPSST,FIPSCO,LONGITUDE,LATITUDE\n";

    private static string Museum(string longitude = "-72.5", string latitude = "44.2") =>
        MuseumHead + $"84001,HST, ,GRANITE MUSEUM OF VERMONT, , , ,7 JONES BROS WAY,BARRE,VT,05641, , ,8025550100,www.granite.org, , ,0,50,023,{longitude},{latitude}\n";

    public static TheoryData<string, string> Documents => new()
    {
        { "[" + string.Concat(Enumerable.Repeat("{},", 2_000_000)) + "{}]", "import.json-too-large" },
        { "{\"organizations\":[" + string.Concat(Enumerable.Repeat("[],", 2_000_000)) + "[]]}", "import.json-too-large" },
        { "{\"id\":\"1\",\"name\":\"" + new string('x', 33 << 20) + "\"}", "import.json-too-large" },
        { "[" + string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"{{\"id\":\"{i}\",\"name\":\"A\"}}")) + "]", "import.hsds-too-many" },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "import.json-wrong" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_made_to_fill_the_memory_is_refused(string json, string reason)
    {
        var (world, content) = (await World.Shared, Encoding.UTF8.GetBytes(json));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(reason, (await Assert.ThrowsAsync<Refusal>(async () => await world.Check("hsds", await SourceFile.Of("x.json", content)))).Key);
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) >> 20, 0, 300);
    }

    [Fact]
    public async Task Many_parts_of_one_organization_are_read_in_a_moment()
    {
        var world = await World.Shared;
        var file = await SourceFile.Of("phones.zip", PackedFiles.Zip(("organizations.csv", "id,name,description\n1,Centro Unido,Help\n"),
            ("phones.csv", "id,organization_id,number\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},1,802-555-{i % 10_000:0000}\n")))));
        var watch = Stopwatch.StartNew();
        Assert.Equal(20_001, (await world.Check("hsds", file)).New);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("44.2", "-72.5", "import.problem.swapped")]
    [InlineData("-72.5", "91", "import.problem.coordinate")]
    [InlineData("-72.5", "-80", "import.problem.coordinate")]
    [InlineData("-1e9", "44.2", "import.problem.coordinate")]
    [InlineData("NaN", "44.2", "import.problem.coordinate")]
    public async Task A_spot_that_cannot_be_right_is_told(string longitude, string latitude, string reason)
    {
        var world = await World.Shared;
        foreach (var (source, text) in new[] { ("museums", Museum(longitude, latitude)), ("zip-areas", $"GEOID,INTPTLONG,INTPTLAT\n05641,{longitude},{latitude}\n") })
        {
            var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named(source), await Of(text)));
            Assert.Equal((1, reason), (plan.Problems, Assert.Single(check.Problems).Reason));
        }
    }

    [Fact]
    public async Task A_place_of_a_package_whose_spot_is_far_from_its_address_is_where_its_address_is()
    {
        await using var world = await World.Open();
        await world.Import("hsds", await SourceFile.Of("places.zip", PackedFiles.Zip(("organizations.csv", "id,name,description\n1,Centro Unido,Help\n"),
            ("locations.csv", "id,organization_id,name,latitude,longitude\n1,1,Right,44.26,-72.58\n2,1,Swapped,-72.58,44.26\n3,1,Unsigned,44.26,72.58\n4,1,Off,999,1e99\n"),
            ("physical_addresses.csv", "id,location_id,address_1,city,state_province,postal_code,country\n" + string.Concat(Enumerable.Range(1, 4).Select(i => $"{i},{i},{i} Main St,Montpelier,VT,05602,US\n"))))));
        var places = await world.See(db => db.Locations.OrderBy(l => l.Key).ToListAsync());
        Assert.Equal([false, true, true, true], places.Select(l => l.IsApproximate));
        Assert.All(places, l => Assert.InRange(l.Latitude!.Value, 44, 44.5));
    }

    [Fact]
    public async Task A_file_that_changed_since_its_check_is_not_imported()
    {
        await using var world = await World.Open();
        var path = Path.Combine(world.Database.Directory, "list.csv");
        await File.WriteAllTextAsync(path, "Name,City,State\nOne,Barre,VT\n");
        var file = await SourceFile.Of(path);
        var (plan, _) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), file));
        await File.WriteAllTextAsync(path, "Name,City,State\nTwo,Barre,VT\nThree,Barre,VT\n");
        Assert.Equal("import.stale", (await Assert.ThrowsAsync<Refusal>(() => world.See(async db => { await db.CarryOut(Importer, world.Now, plan, file, false); return 0; }))).Key);
        Assert.Equal((0, null), await world.See(async db => (await db.Organizations.CountAsync(), await db.ImportUnderWay())));
    }

    [Fact]
    public async Task Two_who_import_the_same_file_at_once_import_it_once_and_two_who_take_it_back_do_so_once()
    {
        await using var world = await World.Open();
        var plans = new List<Guid>();
        for (var i = 0; i < 2; i++)
            plans.Add(await world.See(async db => (await db.AddFile(Importer, world.Now, "irs-bmf", await Of(Irs))).Id));
        Task<string?> Try(Guid plan, Func<ImportDesk, ImportPlan, Task> act) => Task.Run(() => world.See(async db =>
        {
            await using var scope = world.Services.CreateAsyncScope();
            var own = scope.ServiceProvider.GetRequiredService<Roundtable.Platform.Data.RoundtableDb>();
            try
            {
                await act(scope.ServiceProvider.GetRequiredService<ImportDesk>(), await own.ImportPlans.SingleAsync(p => p.Id == plan));
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal.Key;
            }
        }));
        var said = await Task.WhenAll(plans.Select(p => Try(p, (desk, plan) => desk.CarryOut(Importer, plan, false))));
        Assert.Equal([null, "import.stale"], said.Order());
        Assert.Equal((1, 1), await world.See(async db => (await db.Organizations.CountAsync(), await db.ImportPlans.CountAsync(p => p.State == PlanState.Done))));
        var done = await world.See(db => db.ImportPlans.Where(p => p.State == PlanState.Done).Select(p => p.Id).SingleAsync());
        said = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Try(done, (desk, plan) => desk.TakeBack(Importer, plan))));
        Assert.Equal([null, "import.not-undoable"], said.Order());
        Assert.Equal(0, await world.See(db => db.Organizations.CountAsync()));
        Assert.Equal(1, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "import.undone")));
    }

    [Theory]
    [InlineData("irs-bmf")]
    [InlineData("museums")]
    public async Task An_import_taken_back_after_its_entry_was_merged_leaves_one_entry_that_can_be_taken_apart(string takenBack)
    {
        await using var world = await World.Open();
        var plans = new Dictionary<string, ImportPlan> { ["irs-bmf"] = await world.Import("irs-bmf", await Of(Irs)), ["museums"] = await world.Import("museums", await Of(Museum())) };
        await world.See(db => new FindDuplicates(db, world.Clock).Run(CancellationToken.None));
        var (admin, uses) = (Actor.Person(Ids.New(), true, []), world.Services.GetServices<IOrganizationsInUse>());
        await world.Do(async db => await db.Merge(admin, world.Now, await db.DuplicatePairs.SingleAsync(), uses));
        world.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await world.Undo(plans[takenBack]);
        Assert.Equal(1, await world.CountOf("granite museum"));
        await world.Do(async db => { await db.TakeApart(admin, world.Now, await db.Mergings.SingleAsync(), uses); return 0; });
        Assert.Equal(1, await world.CountOf("granite museum"));
        var left = await world.See(db => db.Organizations.SingleAsync(o => o.NoLongerListed == null));
        Assert.Equal(takenBack == "museums" ? "irs-bmf" : "museums", left.ListedIn);
        Assert.Equal(left.Id, (await world.See(db => db.Listings.SingleAsync(l => l.GoneAt == null))).OrganizationId);
        await world.Import(takenBack, await Of(takenBack == "museums" ? Museum() : Irs));
        Assert.Equal(2, await world.CountOf("granite museum"));
    }
}
