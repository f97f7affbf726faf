using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;
using Roundtable.Platform.Text;

namespace Roundtable.Partnerships;

/// <summary>
/// The address of a person's own page in one partnership: all they need, without an account. Given when they answer yes or hold
/// a role of a seat; lost ones are sent again, all end when they ask to be forgotten.
/// </summary>
public static class PersonalLinks
{
    public static readonly Duration Life = Duration.FromDays(730);
    public static readonly LetterKind Kind = new("personal-link", "me.kind", "me.kind.why", CanBeStopped: false, Fleeting: true);
    public static readonly LetterKind Seated = new("seated", "me.kind.seated", "me.kind.seated.why", CanBeStopped: false, Fleeting: true);

    /// <summary>Makes a link; its secret is known only to who gets this path.</summary>
    public static string Path(RoundtableDb db, Instant now, Person person, Partnership partnership, string language)
    {
        db.Add(Link.Make(LinkPurpose.Personal, now, Life, out var secret, person.Id, partnership.Id));
        return Of(secret, language);
    }

    public static string Of(string secret, string language) => $"{(language == TextBook.Default ? "" : $"/{language}")}/me/{secret}";

    /// <summary>Tells somebody that they speak for their organization now, with the address of their page.</summary>
    public static Task PostSeated(this Outbox outbox, RoundtableDb db, Instant now, Person person, Partnership partnership, string organization, Person sender) =>
        outbox.Post(Seated, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper => paper
            .Subject("me.seated.subject", organization, partnership.Name).Greet(person.FullName)
            .Say("me.seated.words", organization, partnership.Name)
            .Button(outbox.Address(Path(db, now, person, partnership, person.Language)), "me.mail.button").Say("me.mail.keep").Close(sender.FullName),
            new LetterSender(outbox.In(person.Language)["invitations.mail.from", sender.FullName, partnership.Name], sender.Email), partnership.Id);

    /// <summary>Sends a person the addresses of their pages, one for each partnership.</summary>
    public static async Task PostPages(this Outbox outbox, RoundtableDb db, Instant now, Person person, IReadOnlyList<Partnership> partnerships)
    {
        await outbox.Post(Kind, new Addressee(person.Email, person.FullName, person.Language, person.Id), paper =>
        {
            paper.Subject("me.link.subject").Greet(person.FullName).Say("me.link.words");
            foreach (var partnership in partnerships) paper.Link(outbox.Address(Path(db, now, person, partnership, person.Language)), "me.link.of", partnership.Name);
            paper.Say("me.mail.keep");
        });
    }
}
