using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Where those are who sit at a table or may come to it.</summary>
public static class MapQueries
{
    /// <summary>Prospects on their way; of those that are not in the directory only the town is known.</summary>
    public static async Task<IReadOnlyList<Placed>> ProspectsPlaced(this RoundtableDb db, Actor actor, Guid partnership) =>
        await (from p in db.Prospects.AsNoTracking().VisibleTo(actor).In(partnership).Open().Where(p => p.SeatId == null)
               join o in db.Organizations on p.OrganizationId equals (Guid?)o.Id into known
               from o in known.DefaultIfEmpty()
               orderby p.Number
               select new Placed(p.Number, p.OrganizationId, p.Name, p.Stage, o == null ? p.Town : o.City, o == null ? null : o.State, o == null ? null : o.CountyFips, o == null ? null : o.Latitude, o == null ? null : o.Longitude)).ToListAsync();
}

/// <summary>A seat or prospect with what is known of where its organization is.</summary>
/// <param name="Number">The seat's or the prospect's.</param>
/// <param name="Stage">How far a prospect has come; none for a seat.</param>
public sealed record Placed(int Number, Guid? OrganizationId, string Name, EngagementStage? Stage, string? City, string? State, string? CountyFips, double? Latitude, double? Longitude)
{
    public Point? At => Point.Of(Latitude, Longitude);

    public static Placed Of(SeatView s) => new(s.Number, s.OrganizationId, s.Name, null, s.City, s.State, s.CountyFips, s.Latitude, s.Longitude);
}
