using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>What the organizations of a partnership are called, also those that have left: decisions outlive them.</summary>
public static class SeatNameQueries
{
    public static async Task<IReadOnlyDictionary<Guid, SeatName>> SeatNames(this RoundtableDb db, Actor actor, Partnership partnership) =>
        await (from s in db.Seats.IgnoreAutoIncludes().VisibleTo(actor).Of(partnership) join o in db.Organizations on s.OrganizationId equals o.Id select new SeatName(s.Id, s.Number, o.ShownName))
            .ToDictionaryAsync(s => s.SeatId);
}

/// <summary>What the organization of a seat is called.</summary>
public sealed record SeatName(Guid SeatId, int Number, string Name);
