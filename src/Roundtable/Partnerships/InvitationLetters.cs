using System.Text.RegularExpressions;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>The letters of joining: the question itself, the copy of an answer, the address of the personal page.</summary>
public static partial class InvitationLetters
{
    // Each holds a secret link: the text is erased once it is on its way.
    public static readonly LetterKind Question = new("invitation", "invitations.kind", "invitations.kind.why", Fleeting: true);
    public static readonly LetterKind Copy = new("invitation-copy", "invitations.kind.copy", "invitations.kind.copy.why", CanBeStopped: false, Fleeting: true);
    public static readonly LetterKind Told = new("invitation-told", "invitations.kind.told", "invitations.kind.told.why", CanBeStopped: false);
    public static readonly LetterKind Again = new("invitation-again", "invitations.kind.again", "invitations.kind.again.why", CanBeStopped: false, Fleeting: true);

    /// <summary>Makes the link that answers this invitation and posts the letter with it.</summary>
    /// <param name="again">They asked for a new link; what they stopped does not keep it from them.</param>
    /// <exception cref="Refusal">They have stopped this kind of mail.</exception>
    public static async Task Post(this Outbox outbox, RoundtableDb db, Instant now, Invitation invitation, Partnership partnership, Person sender, bool again = false)
    {
        db.Add(Link.Make(LinkPurpose.Invitation, now, Invitation.Asked, out var secret, invitation.PersonId, partnership.Id, invitation.Id));
        var path = $"{(invitation.Language == TextBook.Default ? "" : $"{invitation.Language}/")}answer/{secret}";
        // A forwarded question is by now of whoever answers it.
        var person = await db.People.FindAsync(invitation.PersonId);
        var to = new Addressee(person?.Email ?? invitation.RecipientEmail, person is null || invitation.AnsweredByName is null ? invitation.RecipientName : person.FullName, invitation.Language, invitation.PersonId);
        var letter = await outbox.Post(again ? Again : Question, to, paper => paper
            .SubjectAs(invitation.Subject).Greet(to.Name).SayAs(invitation.Words)
            .Say("invitations.mail.takes", invitation.Takes)
            .Button(outbox.Address(path), "invitations.mail.button")
            .Say("invitations.mail.or-reply").Close(sender.FullName),
            From(paperLanguage: invitation.Language, outbox, sender, partnership), partnership.Id, invitation.Id);
        if (letter is null) throw new Refusal("invitations.stopped", "RecipientEmail");
    }

    /// <summary>Sends what somebody answered to themselves, with the address of their personal page.</summary>
    public static Task PostCopy(this Outbox outbox, RoundtableDb db, Instant now, Invitation invitation, Partnership partnership, Person sender, Person answering) =>
        outbox.Post(Copy, new Addressee(answering.Email, answering.FullName, invitation.Language, answering.Id), paper =>
        {
            paper.Subject("invitations.copy.subject", partnership.Name).Greet(answering.FullName).Say("invitations.copy.thanks", sender.FullName);
            var roles = invitation.OfferedRoles.Select(r => paper.T[$"prospects.role.{Directory.Codes.Of(r)}"]).ToList();
            var answers = new (string Key, string? Said)[] { ("invitations.copy.roles", string.Join(", ", roles)), ("invitations.copy.words", invitation.OfferWords), ("invitations.copy.reach", invitation.Reach), ("invitations.copy.time", invitation.BestTime) };
            paper.List(answers.Where(a => !string.IsNullOrEmpty(a.Said)).Select(a => paper.T[a.Key, a.Said]));
            paper.Button(outbox.Address(PersonalLinks.Path(db, now, answering, partnership, invitation.Language)), "me.mail.button").Say("me.mail.keep");
        }, From(invitation.Language, outbox, sender, partnership), partnership.Id, invitation.Id);

    /// <summary>Tells the one asked first that somebody else answers, so that nobody answers for them unseen.</summary>
    public static Task PostTold(this Outbox outbox, Invitation invitation, Partnership partnership, Person sender, string other) =>
        outbox.Post(Told, new Addressee(invitation.RecipientEmail, invitation.RecipientName, invitation.Language), paper => paper
            .Subject("invitations.told.subject", other, partnership.Name).Greet(invitation.RecipientName)
            .Say("invitations.told.words", other, sender.FullName).Say("invitations.told.wrong").Close(sender.FullName),
            From(invitation.Language, outbox, sender, partnership), partnership.Id, invitation.Id);

    /// <summary>The address to answer, as the letter holds it while it waits: to copy when there is no mail server.</summary>
    public static string? AddressIn(Letter? letter) => letter?.Text is { } text && AnswerAddress().Match(text) is { Success: true } found ? found.Value : null;

    private static LetterSender From(string paperLanguage, Outbox outbox, Person sender, Partnership partnership) =>
        new(outbox.In(paperLanguage)["invitations.mail.from", sender.FullName, partnership.Name], sender.Email);

    [GeneratedRegex(@"https?://\S+/answer/\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerAddress();
}
