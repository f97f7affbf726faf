using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Platform.Data;

/// <summary>"Prospect 31" is one prospect, whoever writes at the same moment.</summary>
public class RunningNumberTests(DataBench bench) : IClassFixture<DataBench>
{
    [Fact]
    public async Task Numbers_given_at_once_on_two_nodes_have_no_twin_and_no_gap()
    {
        var (one, two) = (await bench.World.FoundHere(), await bench.World.FoundHere("Cedar Falls"));
        await bench.AtOnce(16, async (db, i) =>
        {
            foreach (var table in i % 2 == 0 ? (Partnership[])[one.Partnership, two.Partnership] : [two.Partnership, one.Partnership])
                db.Add(Prospect.Add(Actor.System("test"), World.Morning, table.Id, new($"Library {i}", Sector: Sector.Library)));
            return await db.SaveChangesAsync();
        });
        foreach (var table in (Partnership[])[one.Partnership, two.Partnership])
            Assert.Equal(Enumerable.Range(1, 16), await bench.World.See(db => db.Prospects.Where(p => p.PartnershipId == table.Id).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync()));
    }
}
