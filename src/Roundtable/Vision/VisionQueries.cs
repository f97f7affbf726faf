using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>Phrases on vision processes, cards and clusters. Every one begins with who asks.</summary>
public static class VisionQueries
{
    public static IQueryable<VisionProcess> VisibleTo(this IQueryable<VisionProcess> processes, Actor actor) => processes.In(actor);
    public static IQueryable<Card> VisibleTo(this IQueryable<Card> cards, Actor actor) => cards.In(actor);
    public static IQueryable<Cluster> VisibleTo(this IQueryable<Cluster> clusters, Actor actor) => clusters.In(actor);

    public static Task<VisionProcess?> Numbered(this IQueryable<VisionProcess> processes, int number) => processes.FirstOrDefaultAsync(p => p.Number == number);
    public static Task<Card?> Numbered(this IQueryable<Card> cards, int number) => cards.FirstOrDefaultAsync(c => c.Number == number);

    /// <summary>The one that is not over.</summary>
    public static IQueryable<VisionProcess> Open(this IQueryable<VisionProcess> processes) =>
        processes.Where(p => p.Stage != VisionStage.Adopted && p.Stage != VisionStage.Ended);

    public static IQueryable<Card> Of(this IQueryable<Card> cards, VisionProcess process) => cards.Where(c => c.PartnershipId == process.PartnershipId && c.ProcessId == process.Id);
    public static IQueryable<Cluster> Of(this IQueryable<Cluster> clusters, VisionProcess process) => clusters.Where(c => c.PartnershipId == process.PartnershipId && c.ProcessId == process.Id);

    /// <summary>Not taken back.</summary>
    public static IQueryable<Card> OnBoard(this IQueryable<Card> cards) => cards.Where(c => c.TakenBackAt == null);

    /// <summary>Whether this person votes for an organization at the table: then they cannot be its neutral facilitator.</summary>
    public static Task<bool> HasBallot(this RoundtableDb db, Partnership partnership, Guid person) =>
        db.Grants.AnyAsync(g => g.PartnershipId == partnership.Id && g.PersonId == person && (g.Role == Role.Representative || g.Role == Role.Alternate));

    /// <summary>Representatives and alternates of these seats, each with the organization they speak for.</summary>
    public static async Task<IReadOnlyList<Spokesperson>> Spokespeople(this RoundtableDb db, Actor actor, Partnership partnership, IReadOnlyCollection<Guid> seats)
    {
        var those = seats.ToArray();
        return await (from h in db.Holders.VisibleTo(actor)
                      join s in db.Seats.IgnoreAutoIncludes() on h.SeatId equals s.Id
                      join o in db.Organizations on s.OrganizationId equals o.Id
                      join p in db.People on h.PersonId equals p.Id
                      where h.PartnershipId == partnership.Id && those.Contains(s.Id) && s.State == SeatState.Seated && h.Until == null && p.SuspendedAt == null && p.Email != ""
                          && (h.Role == Role.Representative || h.Role == Role.Alternate)
                      orderby s.Number, h.Role
                      select new Spokesperson(p, o.ShownName)).ToListAsync();
    }
}

/// <summary>Somebody who speaks for an organization, to write to.</summary>
public sealed record Spokesperson(Person Person, string Organization);
