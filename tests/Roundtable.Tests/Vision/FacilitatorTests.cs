using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class FacilitatorTests
{
    [Fact]
    public async Task Access_comes_and_goes_with_the_task()
    {
        var table = await World.Found();
        var process = await table.Boards();
        var jo = await table.Facilitator(process);
        Assert.True((await table.World.ActorOf(jo)).Can(VisionPermissions.Run, table.Partnership.Id));
        await table.Facilitator(process, "Kim Lo");
        Assert.False((await table.World.ActorOf(jo)).IsIn(table.Partnership.Id));
        Assert.Single(await table.World.See(db => db.Grants.Where(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Facilitator).ToListAsync()));
        var ana = await table.World.ActorOf(table.Convener);
        await table.World.Do(async db => { (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!.End(ana, "No time.", table.World.Now); return 0; });
        Assert.Empty(await table.World.See(db => db.Grants.Where(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Facilitator).ToListAsync()));
    }
}
