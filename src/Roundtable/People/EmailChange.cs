using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.People;

/// <summary>
/// A person moves to another mailbox: six digits sent there prove it is theirs, typed on the page of whoever is signed in, so that
/// a mistyped address gives nobody an account. Whether an address is known here already is told to its owner alone.
/// </summary>
public static class EmailChange
{
    public static readonly LetterKind Kind = new("email-change", "people.mail.email", "people.mail.email.why", CanBeStopped: false, Fleeting: true, Life: SignIn.Life);
    public static readonly LetterKind Taken = new("email-taken", "people.mail.taken", "people.mail.taken.why", CanBeStopped: false);
    public static readonly LetterKind Done = new("email-changed", "people.mail.changed", "people.mail.changed.why", CanBeStopped: false);

    /// <summary>Sends the code to the new address.</summary>
    public static async Task<Link> AskByMail(Person person, string address, Outbox outbox, Instant now)
    {
        var code = SignIn.NewCode();
        var link = Link.Make(LinkPurpose.EmailChange, now, SignIn.Life, out _, person.Id, onceOnly: true, code: code, label: address);
        await outbox.Post(Kind, new Addressee(address, person.Called, person.Language, person.Id), paper => paper
            .Subject("people.mail.email.subject", code)
            .Greet(person.Called)
            .Say("people.mail.sign-in.code")
            .Code(code)
            .Say("people.mail.email.where")
            .Button(outbox.Address(PeopleUrls.EmailCode(link.Id)), "people.mail.email.button")
            .Say("people.mail.email.safe")
            .Close(), about: link.Id);
        return link;
    }

    /// <summary>Tells somebody that their address stays theirs.</summary>
    public static Task TellOwner(Person owner, Outbox outbox) =>
        outbox.Post(Taken, new Addressee(owner.Email, owner.Called, owner.Language, owner.Id), paper => paper
            .Subject("people.mail.taken.subject").Greet(owner.Called).Say("people.mail.taken.text").Say("people.mail.taken.you").Close());

    /// <summary>Tells the old address, in case somebody else sat at the keyboard.</summary>
    public static Task TellOld(string address, Person person, Outbox outbox) =>
        outbox.Post(Done, new Addressee(address, person.Called, person.Language, person.Id), paper => paper
            .Subject("people.mail.changed.subject").Greet(person.Called).Say("people.mail.changed.text").Say("people.mail.changed.safe").Close());
}
