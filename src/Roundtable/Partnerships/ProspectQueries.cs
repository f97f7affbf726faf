using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>Phrases on prospects, their contacts and invitations.</summary>
public static class ProspectQueries
{
    public static IQueryable<Prospect> VisibleTo(this IQueryable<Prospect> prospects, Actor actor)
    {
        var mine = actor.Partnerships;
        return actor.IsSystem ? prospects : prospects.Where(p => mine.Contains(p.PartnershipId));
    }

    public static IQueryable<Invitation> VisibleTo(this IQueryable<Invitation> invitations, Actor actor)
    {
        var mine = actor.Partnerships;
        return actor.IsSystem ? invitations : invitations.Where(i => mine.Contains(i.PartnershipId));
    }

    public static IQueryable<Prospect> In(this IQueryable<Prospect> prospects, Guid partnership) => prospects.Where(p => p.PartnershipId == partnership);
    public static IQueryable<Invitation> In(this IQueryable<Invitation> invitations, Guid partnership) => invitations.Where(i => i.PartnershipId == partnership);
    public static IQueryable<Contact> Of(this IQueryable<Contact> contacts, Prospect prospect) => contacts.Where(c => c.PartnershipId == prospect.PartnershipId && c.ProspectId == prospect.Id);
    public static IQueryable<Invitation> To(this IQueryable<Invitation> invitations, Prospect prospect) => invitations.Where(i => i.PartnershipId == prospect.PartnershipId && i.ProspectId == prospect.Id);

    public static Task<Prospect?> Numbered(this IQueryable<Prospect> prospects, int number) => prospects.FirstOrDefaultAsync(p => p.Number == number);
    public static Task<Invitation?> Numbered(this IQueryable<Invitation> invitations, int number) => invitations.FirstOrDefaultAsync(i => i.Number == number);

    /// <summary>On their way or at the table, not ended.</summary>
    public static IQueryable<Prospect> Open(this IQueryable<Prospect> prospects) =>
        prospects.Where(p => p.Stage != EngagementStage.Declined && p.Stage != EngagementStage.Withdrawn && p.Stage != EngagementStage.Paused);

    public static IQueryable<Prospect> DueBy(this IQueryable<Prospect> prospects, LocalDate day) => prospects.Where(p => p.NextContactOn != null && p.NextContactOn <= day);

    /// <summary>Key players first, then who came furthest, then by name.</summary>
    public static IOrderedEnumerable<Prospect> InOrder(this IEnumerable<Prospect> prospects) =>
        prospects.OrderBy(p => p.Stage.IsClosed()).ThenByDescending(p => p.IsKeyPlayer).ThenBy(p => p.NameKey, StringComparer.Ordinal);
}
