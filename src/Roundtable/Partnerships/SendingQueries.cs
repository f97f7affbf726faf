using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Partnerships;

/// <summary>Sending an invitation and ending its links: the same for the page and for programs.</summary>
public static class SendingQueries
{
    /// <summary>Sends a draft: the person becomes known, the prospect moves, the letter is posted.</summary>
    public static async Task Send(this RoundtableDb db, Outbox outbox, Actor actor, Instant now, Invitation invitation, Prospect prospect, Partnership partnership)
    {
        actor.Must(ProspectPermissions.Invite, partnership.Id);
        var sender = await db.People.FirstOrDefaultAsync(p => p.Id == actor.PersonId) ?? throw new Refusal("access.not-allowed");
        var person = await db.PersonMeant(invitation.RecipientName, invitation.RecipientEmail, invitation.Language, now);
        invitation.Send(actor, now, prospect, person.Id, partnership.Today(now));
        await outbox.Post(db, now, invitation, partnership, sender);
    }

    /// <summary>The same question with a new link; the old ones end.</summary>
    public static async Task SendAgain(this RoundtableDb db, Outbox outbox, Actor actor, Instant now, Invitation invitation, Partnership partnership)
    {
        actor.Must(ProspectPermissions.Invite, partnership.Id);
        var sender = await db.People.FirstAsync(p => p.Id == actor.PersonId);
        invitation.Renew(actor, now);
        await db.EndLinks(invitation, now);
        await outbox.Post(db, now, invitation, partnership, sender);
    }

    public static async Task EndLinks(this RoundtableDb db, Invitation invitation, Instant now)
    {
        foreach (var link in await db.Links.Where(l => l.SubjectId == invitation.Id && l.Purpose == LinkPurpose.Invitation && l.RevokedAt == null).ToListAsync()) link.Revoke(now);
    }
}
