using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Vision;

/// <summary>The letters of a vision process: the boards are open, we have not heard from you yet, will you facilitate. Each with the one link it needs.</summary>
public static class VisionLetters
{
    // Each holds a personal link: the text is erased once it is on its way.
    public static readonly LetterKind Opened = new("vision-opened", "vision.mail.opened", "vision.mail.opened.why", Fleeting: true);
    public static readonly LetterKind Reminder = new("vision-reminder", "vision.mail.reminder", "vision.mail.reminder.why", Fleeting: true);
    public static readonly LetterKind Facilitating = new("vision-facilitator", "vision.mail.facilitator", "vision.mail.facilitator.why", CanBeStopped: false);

    /// <summary>Opens the boards and writes to whoever speaks for the organizations asked.</summary>
    public static async Task OpenBoards(this Outbox outbox, RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, Instant now)
    {
        process.Open(actor, partnership.Today(now), now);
        await outbox.Write(db, actor, partnership, process, process.Asked, Opened, now);
    }

    /// <summary>Reminds the organizations that have said nothing: one letter to each of their people.</summary>
    public static async Task RemindSilent(this Outbox outbox, RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, Instant now)
    {
        var silent = (await db.Heard(actor, process)).Where(h => !h.HasAnswered).Select(h => h.SeatId).ToList();
        var reminded = process.Remind(actor, silent, partnership.Today(now), now);
        await outbox.Write(db, actor, partnership, process, reminded, Reminder, now);
    }

    /// <summary>Gives the running of the process to a person, who gets a letter.</summary>
    public static async Task Entrust(this Outbox outbox, RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, string? name, string? email, Instant now)
    {
        actor.Must(PartnershipPermissions.Convene, partnership.Id);
        var person = await db.PersonMeant(name, email, partnership.Language, now);
        process.Entrust(actor, person.Id, await db.HasBallot(partnership, person.Id), now);
        var sender = await db.People.FirstOrDefaultAsync(p => p.Id == actor.PersonId) ?? throw new Refusal("access.not-allowed");
        if (person.Id != sender.Id)
            await outbox.Post(Facilitating, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper => paper
                .Subject("vision.mail.facilitator.subject", process.Title, partnership.Name).Greet(person.FullName)
                .Say("vision.mail.facilitator.words", sender.FullName, process.Title, partnership.Name).Say("vision.mail.facilitator.neutral")
                .Button(outbox.Address(VisionUrls.Start(partnership)), "vision.mail.facilitator.act").Close(sender.FullName), From(outbox, sender, partnership, person.Language), partnership.Id, process.Id);
    }

    private static async Task Write(this Outbox outbox, RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, IReadOnlyList<AskedSeat> seats, LetterKind kind, Instant now)
    {
        var (sender, people) = (await db.People.FirstOrDefaultAsync(p => p.Id == actor.PersonId) ?? throw new Refusal("access.not-allowed"), await db.Spokespeople(actor, partnership, [.. seats.Select(s => s.SeatId)]));
        foreach (var (person, organization) in people.Where(p => p.Person.Id != actor.PersonId))
            await outbox.Post(kind, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper => paper
                .Subject($"{kind.Name}.subject", process.Title, process.ClosesOn).Greet(person.FullName)
                .Say($"{kind.Name}.words", organization, paper.T.Day(process.ClosesOn, partnership), partnership.Name)
                .List(Boards.All.Select(b => paper.T.Question(process, b)))
                .Button(outbox.Address(PersonalLinks.Path(db, now, person, partnership, person.Language) + VisionUrls.Me), "vision.mail.act").Say("vision.mail.how").Close(sender.FullName),
                From(outbox, sender, partnership, person.Language), partnership.Id, process.Id);
    }

    private static LetterSender From(Outbox outbox, Person sender, Partnership partnership, string language) =>
        new(outbox.In(language)["invitations.mail.from", sender.FullName, partnership.Name], sender.Email);
}
