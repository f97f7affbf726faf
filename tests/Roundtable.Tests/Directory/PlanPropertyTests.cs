using CsCheck;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class PlanPropertyTests
{
    private static readonly Gen<string> Row = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 3], Gen.Int[0, 20]).Select((number, version, damage) => damage switch
    {
        0 => $"Name {number},Barre",
        1 => $",Barre,VT,{version}",
        _ => $"Name {number},Barre,VT,55{version}",
    });

    /// <summary>Whatever files come in whatever order: counts add up, what was planned is what is there, and a second time there is nothing to do.</summary>
    [Fact]
    public async Task What_is_planned_is_what_is_done()
    {
        await using var world = await World.Open();
        var files = new List<string[]>();
        Row.Array[1, 20].Sample(files.Add, iter: 12, threads: 1);
        foreach (var rows in files)
        {
            var file = await Of($"Name,City,State,Phone\n{string.Join('\n', rows)}\n");
            world.Clock.Advance(Duration.FromMinutes(1));
            var before = await world.See(db => db.Listings.CountAsync());
            var planned = await world.Check("organizations", file);
            Assert.Equal(rows.Length, planned.Rows);
            Assert.Equal(planned.Rows, planned.New + planned.Changed + planned.Same + planned.Problems);
            if (planned.ToImport == 0) continue;
            var done = await world.Import("organizations", file);
            Assert.Equal(planned.Counts(), done.Counts());
            Assert.Equal(before + planned.New, await world.See(db => db.Listings.CountAsync()));
            Assert.Equal((0, 0), await world.See(async db => { var again = (await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), file)).Plan; return (again.New, again.Changed); }));
        }
    }
}
