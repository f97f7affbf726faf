using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Reads what is covered from seats and prospects.</summary>
public static class CoverageQueries
{
    /// <summary>Who covers what in a partnership: seats by what they offer, open prospects by what is hoped of them.</summary>
    public static async Task<Coverage> Coverage(this RoundtableDb db, Actor actor, Partnership partnership)
    {
        var table = await db.Table(actor, partnership.Id);
        var spoken = await db.RoleOffers.VisibleTo(actor).Where(o => o.PartnershipId == partnership.Id && o.Languages != null).Select(o => new { o.SeatId, o.Languages }).ToListAsync();
        var prospects = await db.Prospects.VisibleTo(actor).In(partnership.Id).Open().Where(p => p.SeatId == null).Select(p => new { p.Sector, p.Wanted }).ToListAsync();
        return new(
        [
            .. table.Select(s => new Covering(s.Sector, [.. s.Offers], [.. spoken.Where(o => o.SeatId == s.Id).SelectMany(o => o.Languages!.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()], Seated: true)),
            .. prospects.Select(p => new Covering(p.Sector, RoleCodes.Read(p.Wanted), [], Seated: false)),
        ]);
    }
}
