using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Where those are who sit at a table or may come to it: one statement each.</summary>
public static class MapQueries
{
    public static async Task<IReadOnlyList<Placed>> SeatsPlaced(this RoundtableDb db, Actor actor, Guid partnership) =>
        await (from s in db.Seats.IgnoreAutoIncludes().AsNoTracking().VisibleTo(actor).Seated().Where(s => s.PartnershipId == partnership)
               join o in db.Organizations on s.OrganizationId equals o.Id
               orderby s.Number
               select new Placed(s.Number, o.Id, o.ShownName, null, o.City, o.State, o.CountyFips, o.Latitude, o.Longitude)).ToListAsync();

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
}
