using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Partnerships;

/// <summary>
/// "Forget me": what is known of a person in one partnership goes; their organization's seat and its history stay without a name.
/// Somebody who has no other part on this site is forgotten altogether.
/// </summary>
public static class ForgettingQueries
{
    /// <exception cref="Refusal">They convene: somebody else has to first.</exception>
    public static async Task Forget(this RoundtableDb db, Actor holder, Instant now, Partnership partnership, Person person)
    {
        await LeaveSeats(db, now, partnership, person);
        await LeaveProspects(db, partnership, person);
        foreach (var link in await db.Links.Where(l => l.PersonId == person.Id && l.PartnershipId == partnership.Id && l.RevokedAt == null).ToListAsync()) link.Revoke(now);
        foreach (var letter in await db.Letters.Where(l => l.PersonId == person.Id && l.PartnershipId == partnership.Id).ToListAsync()) letter.Forget(now);
        if (person.IsAdministrator || await HasOtherPart(db, partnership, person)) return;
        foreach (var letter in await db.Letters.Where(l => l.PersonId == person.Id && l.PartnershipId != partnership.Id).ToListAsync()) letter.Forget(now);
        foreach (var link in await db.Links.Where(l => l.PersonId == person.Id && l.RevokedAt == null && l.PartnershipId != partnership.Id).ToListAsync()) link.Revoke(now);
        db.RemoveRange(await db.Sessions.Where(s => s.PersonId == person.Id).ToListAsync());
        db.RemoveRange(await db.Passkeys.Where(s => s.PersonId == person.Id).ToListAsync());
        person.Forget(holder, now);
    }

    // A seat's roles are ended as if they had left: the vacancy is shown to the convener and asked for.
    private static async Task LeaveSeats(RoundtableDb db, Instant now, Partnership partnership, Person person)
    {
        var seats = await db.Seats.Of(partnership).Where(s => s.Holders.Any(h => h.PersonId == person.Id && h.Until == null)).ToListAsync();
        foreach (var seat in seats)
            foreach (var role in seat.Holders.Where(h => h.PersonId == person.Id && h.IsCurrent).Select(h => h.Role).OrderBy(r => r).ToList())
                seat.Vacate(Actor.System("forget-me"), role, partnership.Today(now), now);
    }

    private static async Task LeaveProspects(RoundtableDb db, Partnership partnership, Person person)
    {
        var (key, name) = (person.EmailKey, person.FullName);
        // Asked by name in a draft, asked first and then somebody else answered, or the one who answered.
        foreach (var invitation in (await db.Invitations.In(partnership.Id).Where(i => i.PersonId == person.Id || i.PersonId == null || i.AnsweredByName != null).ToListAsync())
            .Where(i => i.PersonId == person.Id || Folded.Of(i.RecipientEmail) == key)) invitation.Forget();
        foreach (var prospect in await db.Prospects.In(partnership.Id).ToListAsync()) prospect.Forget(person.Id, person.Email);
        foreach (var contact in await db.Contacts.Where(c => c.PartnershipId == partnership.Id && c.With == name).ToListAsync()) contact.ForgetName();
    }

    private static async Task<bool> HasOtherPart(RoundtableDb db, Partnership partnership, Person person) =>
        await db.Grants.AnyAsync(g => g.PersonId == person.Id && g.PartnershipId != partnership.Id)
        || await db.Invitations.AnyAsync(i => i.PersonId == person.Id && i.PartnershipId != partnership.Id)
        || await db.Set<Holder>().AnyAsync(h => h.PersonId == person.Id && h.PartnershipId != partnership.Id && h.Until == null);
}
