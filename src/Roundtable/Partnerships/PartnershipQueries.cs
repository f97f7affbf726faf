using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Phrases for finding partnerships and what belongs to them. Every one begins with who asks.</summary>
public static class PartnershipQueries
{
    /// <summary>Those the actor has a part in.</summary>
    public static IQueryable<Partnership> VisibleTo(this IQueryable<Partnership> partnerships, Actor actor)
    {
        var mine = actor.Partnerships;
        return actor.IsSystem ? partnerships : partnerships.Where(p => mine.Contains(p.Id));
    }

    public static Task<Partnership?> OfSlug(this IQueryable<Partnership> partnerships, string slug) => partnerships.FirstOrDefaultAsync(p => p.Slug == slug);

    /// <summary>Those that may stand on the site's public pages.</summary>
    public static IQueryable<Partnership> Shown(this IQueryable<Partnership> partnerships) => partnerships.Where(p => p.IsPublic).OrderBy(p => p.Name);

    public static IQueryable<T> Of<T>(this IQueryable<T> records, Partnership partnership) where T : PartnershipRecord => records.Where(r => r.PartnershipId == partnership.Id);

    public static IQueryable<Seat> VisibleTo(this IQueryable<Seat> seats, Actor actor) => seats.In(actor);
    public static IQueryable<Holder> VisibleTo(this IQueryable<Holder> holders, Actor actor) => holders.In(actor);
    public static IQueryable<RoleOffer> VisibleTo(this IQueryable<RoleOffer> offers, Actor actor) => offers.In(actor);

    public static IQueryable<Seat> Seated(this IQueryable<Seat> seats) => seats.Where(s => s.State == SeatState.Seated);

    /// <summary>Briefs the actor may write: the own organization's, and for the convener all of the partnership.</summary>
    public static IQueryable<Brief> KeptBy(this IQueryable<Brief> briefs, Actor actor)
    {
        var convened = actor.Standings.Where(s => s.Role is Role.Convener).Select(s => s.PartnershipId).ToArray();
        var own = SeatsOf(actor);
        return actor.IsSystem ? briefs : briefs.Where(b => own.Contains(b.SeatId) || convened.Contains(b.PartnershipId));
    }

    /// <summary>What the actor may read: all of the own organization's brief, and of the others' what is shared.</summary>
    public static IQueryable<BriefItem> VisibleTo(this IQueryable<BriefItem> items, Actor actor)
    {
        var own = SeatsOf(actor);
        return actor.IsSystem ? items : items.In(actor).Where(i => i.Visibility != Visibility.Organization || own.Contains(i.SeatId));
    }

    /// <summary>A slug nobody uses, and nobody else will take before the transaction ends.</summary>
    public static async Task<string> FreeSlug(this RoundtableDb db, string name)
    {
        await db.Turn(Guid.Empty, nameof(Partnership));
        var wanted = Slugs.Of(name);
        return Slugs.Free(name, await db.Partnerships.Where(p => p.Slug.StartsWith(wanted)).Select(p => p.Slug).ToHashSetAsync());
    }

    /// <summary>For the site's administrators: that a partnership is there, never what is in it.</summary>
    public static async Task<IReadOnlyList<PartnershipRow>> AllPartnerships(this RoundtableDb db, Actor actor)
    {
        if (!actor.IsAdministrator) return [];
        var seats = db.Seats.IgnoreAutoIncludes();
        return await (from p in db.Partnerships join o in db.Organizations on p.ConvenerId equals o.Id orderby p.Name
                      select new PartnershipRow(p.Name, p.Level, p.PlaceShown, o.ShownName, seats.Count(s => s.PartnershipId == p.Id && s.State == SeatState.Seated), p.FoundedAt)).ToListAsync();
    }

    /// <summary>Keeps a new partnership with its first seat.</summary>
    public static Partnership Keep(this RoundtableDb db, Founded founded)
    {
        db.Add(founded.Partnership);
        db.Add(founded.Seat);
        return founded.Partnership;
    }

    /// <summary>The records of partnerships the actor is in.</summary>
    public static IQueryable<T> In<T>(this IQueryable<T> records, Actor actor) where T : PartnershipRecord
    {
        var mine = actor.Partnerships;
        return actor.IsSystem ? records : records.Where(r => mine.Contains(r.PartnershipId));
    }

    private static Guid[] SeatsOf(Actor actor) =>
        [.. actor.Standings.Where(s => s.SeatId is not null && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role)).Select(s => s.SeatId!.Value).Distinct()];
}

/// <summary>A partnership as the site's administrators see it.</summary>
public sealed record PartnershipRow(string Name, Level Level, string Place, string Convener, int Seats, Instant FoundedAt);
