using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Where a person has a part, and whether a link went to them a moment ago.</summary>
public static class PersonalLinkQueries
{
    private static readonly Duration Pause = Duration.FromMinutes(10);

    /// <summary>A link went to them a moment ago: another click sends no second one.</summary>
    public static Task<bool> SentLately(this RoundtableDb db, Person person, Instant now)
    {
        var since = now - Pause;
        return db.Links.AnyAsync(l => l.PersonId == person.Id && l.Purpose == LinkPurpose.Personal && l.CreatedAt > since);
    }

    /// <summary>Partnerships in which a person has a part: a role, or an invitation they said yes to.</summary>
    public static async Task<IReadOnlyList<Partnership>> PartnershipsOf(this RoundtableDb db, Person person)
    {
        var (grants, invitations) = (db.Grants, db.Invitations);
        return await db.Partnerships.Where(p => grants.Any(g => g.PersonId == person.Id && g.PartnershipId == p.Id)
            || invitations.Any(i => i.PersonId == person.Id && i.PartnershipId == p.Id && i.Answer == InvitationAnswer.Yes)).OrderBy(p => p.Name).ToListAsync();
    }
}
