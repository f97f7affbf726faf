using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Services;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Partnerships;

/// <summary>What the directory knows of a candidate beside its own row: whose part it is, and whether somebody looks after its services.</summary>
public class TiedCandidatesTests : IAsyncLifetime
{
    private const string IpedsHead = "UNITID,INSTNM,IALIAS,ADDR,CITY,STABBR,ZIP,GENTELE,EIN,WEBADDR,SECTOR,CLOSEDAT,COUNTYCD,LONGITUD,LATITUDE\n";
    private const string IrsHead = "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,FOUNDATION,STATUS,TAX_PERIOD,NTEE_CD,SORT_NAME\n";

    private World world = null!;
    private Table table = null!;

    public async ValueTask InitializeAsync()
    {
        world = await World.Open();
        table = await world.FoundHere("Washington County");
        await world.Do(async db =>
        {
            var here = await db.Partnerships.SingleAsync(p => p.Id == table.Partnership.Id);
            here.Describe(Actor.System("test"), here.Name, here.Purpose, new PlaceServed("VT", ["50023"], "Washington County, VT"), here.Level, null, here.TimeZone, here.Language, world.Now);
            return here;
        });
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Whoever_shares_the_tax_number_of_a_partner_has_the_same_parent_and_comes_first()
    {
        await world.Import("ipeds", await Of(IpedsHead + Campus(1, "Aardvark College", "030000009") + Campus(2, "Barre College North", "030000001") + Campus(3, "Barre College South", "030000001")));
        await world.Import("irs-bmf", await Of(IrsHead + "030000001,TRUSTEES OF LEARNING,,1 MAIN ST,BARRE,VT,05641-0000,0000,03,15,01,202406,B40,\n"));
        Assert.All(await Candidates("sector=education"), c => Assert.DoesNotContain("Same parent", c, StringComparison.Ordinal));
        await Seat("Barre College North");
        var found = await Candidates("sector=education");
        Assert.Equal(["Barre College South: Same parent as Barre College North", "Trustees of Learning: Same parent as Barre College North"], found.Take(2).Select(c => c.Split(';')[0]).Order());
        Assert.DoesNotContain("Same parent", found.Single(c => c.StartsWith("Aardvark", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_itself_at_the_table_ties_its_campuses()
    {
        await world.Import("ipeds", await Of(IpedsHead + Campus(2, "Barre College North", "030000001") + Campus(3, "Barre College South", "030000001")));
        await world.Import("irs-bmf", await Of(IrsHead + "030000001,TRUSTEES OF LEARNING,,1 MAIN ST,BARRE,VT,05641-0000,0000,03,15,01,202406,B40,\n"));
        await Seat("Trustees of Learning");
        Assert.All((await Candidates("sector=education")).Take(2), c => Assert.Contains(": Same parent as Trustees of Learning", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Services_that_somebody_confirmed_lately_are_a_sign_of_life_and_are_said()
    {
        await world.Import("organizations", await Of("Name,City,State,ZIP,Street,Sector\nAcorn Aid,Barre,VT,05641,1 Main St,social-service\nBirch Aid,Barre,VT,05641,2 Main St,social-service\n"));
        Assert.StartsWith("Acorn Aid", (await Candidates("sector=social-service"))[0], StringComparison.Ordinal);
        await Offer("Birch Aid", ServiceStatus.Active);
        await Offer("Acorn Aid", ServiceStatus.Inactive);
        var found = await Candidates("sector=social-service");
        Assert.StartsWith("Birch Aid", found[0], StringComparison.Ordinal);
        Assert.Contains("Services confirmed in December 2026", found[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Services", found[1], StringComparison.Ordinal);
        Assert.StartsWith("Acorn Aid", (await Candidates("sector=social-service", years: 2))[0], StringComparison.Ordinal);
    }

    private static string Campus(int unit, string name, string ein) => $"{unit},{name}, ,1 Main St,Barre,VT,05641,8025550100,{ein},www{unit}.barre.edu,1,-2,50023,-72.5,44.2\n";

    private Task<Seat> Seat(string name) => world.Do(async db =>
        db.Add(Roundtable.Partnerships.Seat.Take(await world.ActorOf(table.Convener), table.Partnership, await db.Organizations.Where(o => o.ShownName == name).Select(o => o.Id).SingleAsync(), [], world.Now)).Entity);

    private Task<ServiceOffered> Offer(string name, ServiceStatus status) => world.Do(async db =>
        await db.Write(Actor.System("test"), world.Now, await db.Organizations.SingleAsync(o => o.ShownName == name), null, new ServiceEntry { Name = "Help with forms", Status = status }, []));

    private async Task<IReadOnlyList<string>> Candidates(string asked, int years = 0)
    {
        if (years > 0) world.Clock.Advance(NodaTime.Duration.FromDays(366 * years));
        using var ana = await table.Ana();
        var answer = JsonDocument.Parse((await ana.Get($"/api/v1/partnerships/{table.Partnership.Slug}/candidates?miles=100&{asked}")).Text).RootElement;
        return [.. answer.EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()}: {string.Join("; ", c.GetProperty("why").EnumerateArray().Select(w => w.GetString()))}")];
    }
}
