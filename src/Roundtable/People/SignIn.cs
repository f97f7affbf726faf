using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.People;

/// <summary>
/// A person asks to come in and proves it by their mailbox: a link to press or six digits to type, for 15 minutes, once.
/// Asking for an unknown address looks the same to whoever asks.
/// </summary>
public static class SignIn
{
    public static readonly Duration Life = Duration.FromMinutes(15);
    public const int Digits = 6;

    public static readonly LetterKind Kind = new("sign-in", "people.mail.sign-in", "people.mail.sign-in.why", CanBeStopped: false, Fleeting: true, Life: Life);

    /// <summary>Makes the link and its code.</summary>
    public static Link Ask(Person person, Instant now, out string secret, out string code)
    {
        code = NewCode();
        return Link.Make(LinkPurpose.SignIn, now, Life, out secret, person.Id, onceOnly: true, code: code);
    }

    /// <summary>Asks, and posts the mail to the address the site knows, never to the one that was typed.</summary>
    public static async Task<Link> AskByMail(Person person, Outbox outbox, Instant now, string to, CancellationToken ct = default)
    {
        var link = Ask(person, now, out var secret, out var code);
        await outbox.Post(Kind, new Addressee(person.Email, person.Called, person.Language, person.Id), paper => paper
            .Subject("people.mail.sign-in.subject", code)
            .Greet(person.Called)
            .Say("people.mail.sign-in.code")
            .Code(code)
            .Say("people.mail.sign-in.or")
            .Button(outbox.Address(PeopleUrls.SignInBy(secret, to)), "people.mail.sign-in.button")
            .Say("people.mail.sign-in.safe")
            .Close(), about: link.Id, ct: ct);
        return link;
    }

    internal static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The digits alone, however they were pasted; none when they cannot be a code.</summary>
    public static string? CodeIn(string? typed)
    {
        // Digits of any script: people type on their own keyboards.
        var digits = string.Concat((typed ?? "").Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c))));
        return digits.Length == Digits && (typed ?? "").All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format) ? digits : null;
    }
}
