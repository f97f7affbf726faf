using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>What a link to an invitation opens: the invitation and all that an answer touches. The page and the API answer alike.</summary>
public sealed record Question(Invitation Invitation, Prospect Prospect, Partnership Partnership, Person? Sender)
{
    /// <exception cref="NotFoundException">The invitation is gone.</exception>
    public static async Task<Question> Of(RoundtableDb db, Link link)
    {
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == link.SubjectId && i.PartnershipId == link.PartnershipId) ?? throw new NotFoundException();
        return new(invitation, await db.Prospects.FirstAsync(p => p.Id == invitation.ProspectId), await db.Partnerships.FirstAsync(p => p.Id == invitation.PartnershipId),
            await db.People.FirstOrDefaultAsync(p => p.Id == invitation.SenderId));
    }

    /// <summary>Somebody else should answer: they are asked with a link of their own, and who was asked is told.</summary>
    public async Task PassOn(RoundtableDb db, Outbox outbox, Actor holder, Instant now, string? name, string? email)
    {
        var (sender, person) = (Sender ?? throw new NotFoundException(), await Meant(db, email, now));
        var next = Invitation.PassOn(holder, now, Prospect, name, email, person);
        db.Add(next);
        await outbox.Post(db, now, next, Partnership, sender);
        await outbox.PostTold(Invitation, Partnership, sender, next.RecipientName);
    }

    /// <summary>The mail was forwarded: whoever reads it answers under their own name and address, and who was asked is told.</summary>
    public async Task AnswerAs(RoundtableDb db, Outbox outbox, Actor holder, Instant now, string? name, string? email)
    {
        var person = await Meant(db, email, now);
        if (Invitation.AnswerAs(holder, now, Prospect, name, email, person) && Sender is not null)
            await outbox.PostTold(Invitation, Partnership, Sender, Invitation.AnsweredByName!);
    }

    /// <summary>The last question is answered: a copy goes to whoever answered, with the address of their own page.</summary>
    public async Task Complete(RoundtableDb db, Outbox outbox, Actor holder, Instant now, string? bestTime)
    {
        var first = Invitation.CompletedAt is null;
        Invitation.Complete(holder, now, bestTime);
        if (first && Sender is not null && await db.People.FindAsync(Invitation.PersonId) is { } person)
            await outbox.PostCopy(db, now, Invitation, Partnership, Sender, person);
    }

    // Found before, so that the record can check everything before anything changes.
    private async Task<Func<string, string, Guid>> Meant(RoundtableDb db, string? typed, Instant now)
    {
        var known = await db.People.WithEmail(typed);
        return (email, name) => (known ?? db.Add(Person.Known(name, email, Invitation.Language, now, Partnership.TimeZone)).Entity).Id;
    }
}
