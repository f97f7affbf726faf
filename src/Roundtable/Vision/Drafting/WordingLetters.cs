using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Vision;

/// <summary>The letter of a wording round: the draft, one question, one button. To the representatives and alternates of the asked seats.</summary>
public static class WordingLetters
{
    // Holds a personal link: the text is erased once it is on its way.
    public static readonly LetterKind Asked = new("wording-round", "drafts.mail", "drafts.mail.why", Fleeting: true);

    /// <summary>Opens a round and writes to everybody who can answer in it.</summary>
    public static async Task<WordingRound> OpenRound(this Outbox outbox, RoundtableDb db, Actor actor, Partnership partnership, VisionProcess process, Statement statement, LocalDate? closesOn, Instant now)
    {
        var round = WordingRound.Open(actor, process, statement, closesOn, partnership.Zone, now);
        db.Add(round);
        var sender = await db.People.FirstOrDefaultAsync(p => p.Id == actor.PersonId) ?? throw new Refusal("access.not-allowed");
        var voters = await db.VotersOf(partnership.Id, [.. process.Asked.Select(a => a.SeatId)]);
        foreach (var person in voters.Select(v => v.Person).DistinctBy(p => p.Id).OrderBy(p => p.Id)) await outbox.Ask(db, partnership, statement, round, person, sender, now);
        return round;
    }

    private static async Task Ask(this Outbox outbox, RoundtableDb db, Partnership partnership, Statement statement, WordingRound round, Person person, Person sender, Instant now)
    {
        var link = Link.Make(LinkPurpose.Personal, now, PersonalLinks.Life, out var secret, person.Id, partnership.Id);
        var letter = await outbox.Post(Asked, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper => paper
            .Subject("drafts.mail.subject", round.ClosesOn, statement.Edition, partnership.Name).Greet(person.FullName)
            .Say("drafts.mail.ask", statement.Edition, round.ClosesOn).SayAs(statement.Text)
            .Button(outbox.Address($"{PersonalLinks.Of(secret, person.Language)}{DraftUrls.WordingStep}"), "drafts.mail.act")
            .Say("drafts.mail.silent").Close(sender.FullName),
            new LetterSender(outbox.In(person.Language)["invitations.mail.from", sender.FullName, partnership.Name], sender.Email), partnership.Id, round.Id);
        if (letter is not null) db.Add(link);
    }
}
