using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Seats as lists need them: one statement each.</summary>
public static class SeatQueries
{
    /// <summary>Who sits at these tables, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<SeatView>> Table(this RoundtableDb db, Actor actor, params IReadOnlyCollection<Guid> partnerships)
    {
        var (items, those) = (db.BriefItems, partnerships.ToArray());
        var seats = from s in db.Seats.IgnoreAutoIncludes().AsNoTracking().VisibleTo(actor).Seated().Where(s => those.Contains(s.PartnershipId))
                    join o in db.Organizations on s.OrganizationId equals o.Id
                    orderby s.Number
                    select new SeatView
                    {
                        Id = s.Id, PartnershipId = s.PartnershipId, Number = s.Number, OrganizationId = o.Id, Name = o.ShownName, Sector = o.Sector, City = o.City,
                        IsObserver = s.IsObserver, IsKeyPlayer = s.IsKeyPlayer, SeatedAt = s.SeatedAt, TermUntil = s.TermUntil,
                        OrganizationNumber = o.Number, KindCode = o.KindCode, State = o.State, CountyFips = o.CountyFips, Latitude = o.Latitude, Longitude = o.Longitude, AlsoKnownAs = o.AlsoKnownAs,
                        Offered = s.Offers.Select(x => new SeatOffer(x.Role, x.Languages)).ToList(),
                        Filled = s.Holders.Where(h => h.Until == null).Select(h => h.Role).ToList(),
                        Left = s.Holders.Where(h => h.Ended == HoldingEnd.Left).Select(h => h.Role).ToList(),
                        SharedItems = items.Count(i => i.SeatId == s.Id && i.Visibility != Visibility.Organization && i.Text != null),
                    };
        return await seats.AsSingleQuery().ToListAsync();
    }

    /// <summary>Organizations that somebody has spoken with and that have no seat yet.</summary>
    public static async Task<IReadOnlyList<InTalks>> InTalks(this RoundtableDb db, Actor actor, Partnership partnership) =>
        await db.Prospects.VisibleTo(actor).In(partnership.Id).Open().Where(p => p.Stage != EngagementStage.Prospect && p.Stage != EngagementStage.Active)
            .OrderBy(p => p.Number).Select(p => new InTalks(p.Number, p.Name, p.Sector)).ToListAsync();

    /// <summary>The same with how many there are and how many were invited, in one statement.</summary>
    public static async Task<ProspectsByStage> ProspectsByStage(this RoundtableDb db, Actor actor, Partnership partnership)
    {
        var all = await db.Prospects.VisibleTo(actor).In(partnership.Id).OrderBy(p => p.Number).Select(p => new { p.Number, p.Name, p.Sector, p.Stage }).ToListAsync();
        return new([.. all.Where(p => !p.Stage.IsClosed() && p.Stage is not (EngagementStage.Prospect or EngagementStage.Active)).Select(p => new InTalks(p.Number, p.Name, p.Sector))],
            all.Count, all.Count(p => p.Stage >= EngagementStage.Invited));
    }

    public static Task<Seat?> Numbered(this IQueryable<Seat> seats, int number) => seats.FirstOrDefaultAsync(s => s.Number == number);

    /// <summary>Names of the people who hold or held something of a seat.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Person>> PeopleOf(this RoundtableDb db, Seat seat)
    {
        var those = seat.Holders.Select(h => h.PersonId).Distinct().ToArray();
        return await db.People.AsNoTracking().Where(p => those.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
    }
}

/// <summary>A prospect somebody has spoken with.</summary>
public sealed record InTalks(int Number, string Name, Sector Sector);

/// <param name="Invited">How many got at least as far as an invitation.</param>
public sealed record ProspectsByStage(IReadOnlyList<InTalks> InTalks, int Count, int Invited);
