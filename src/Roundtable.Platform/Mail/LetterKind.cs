using NodaTime;

namespace Roundtable.Platform.Mail;

/// <summary>
/// A kind of mail that a person may take or stop. Each capability declares its own, such as invitations or the weekly digest.
/// </summary>
/// <param name="Key">Stable word, kept with every letter and every stop: <c>invitation</c>.</param>
/// <param name="Name">Text key of what people call it: "Invitations to partnerships".</param>
/// <param name="Why">Text key of the sentence at the end that says why this came; <c>{0}</c> is who sent it.</param>
/// <param name="CanBeStopped">False only for what the person asked for a moment ago, such as a sign-in code.</param>
/// <param name="Fleeting">Holds a secret: the text is erased as soon as the letter is sent or given up.</param>
/// <param name="Life">How long it is still worth sending; seven days unless told.</param>
public sealed record LetterKind(string Key, string Name, string Why, bool CanBeStopped = true, bool Fleeting = false, Duration? Life = null)
{
    public static readonly Duration UsualLife = Duration.FromDays(7);

    /// <summary>In a stop: every kind that can be stopped.</summary>
    public const string Every = "*";

    /// <summary>Proves that mail works; sent by an administrator to themselves.</summary>
    public static readonly LetterKind Test = new("test", "mail.kind.test", "mail.kind.test.why", CanBeStopped: false, Life: Duration.FromHours(1));
}

/// <summary>Who a letter is for.</summary>
/// <param name="Name">As the person wants to be called; empty when only the address is known.</param>
/// <param name="Language">Two-letter code; the letter is written in it.</param>
public sealed record Addressee(string Address, string Name, string Language, Guid? PersonId = null);

/// <summary>In whose name a letter goes out. The address it comes from is always the site's own; answers go to the person.</summary>
/// <param name="Shown">"Ana Ruiz via Riverbend County Partnership".</param>
public sealed record LetterSender(string Shown, string? ReplyTo = null);

/// <summary>A meeting that comes with a letter, ready for the reader's calendar.</summary>
/// <param name="Method"><c>REQUEST</c>, <c>CANCEL</c> or <c>PUBLISH</c>.</param>
public sealed record LetterCalendar(string Text, string Method);
