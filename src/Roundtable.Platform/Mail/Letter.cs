using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Mail;

/// <summary>Where a letter is on its way.</summary>
public enum LetterState { Waiting, Sending, Sent, Failed, Cancelled }

/// <summary>
/// One e-mail to one person, written down in the transaction of the act that caused it and sent afterwards.
/// What was not saved is never sent; what was saved is sent once, or the reason is kept.
/// </summary>
public sealed partial class Letter : Record
{
    /// <summary>How long to wait after each try that failed for now; after the last, the letter is given up.</summary>
    public static readonly IReadOnlyList<Duration> Waits =
        [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(8)];

    /// <summary>For letters to more than one person: time to change one's mind.</summary>
    public static readonly Duration CancelWindow = Duration.FromMinutes(2);

    /// <summary>How long one sender keeps a letter for itself; longer than any conversation with a server lasts.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(10);

    /// <summary>Mail readers cut what is longer.</summary>
    public const int LongestHtml = 102 * 1024;

    private Letter() { }

    internal Letter(LetterKind kind, Addressee to, LetterSender from, Guid batch, Guid? partnership, Guid? about, LetterCalendar? calendar, string host, Instant now)
    {
        Kind = kind.Key;
        KindName = kind.Name;
        IsFleeting = kind.Fleeting;
        CanBeStopped = kind.CanBeStopped;
        (Address, Name, Language, PersonId) = (OneLine(to.Address), OneLine(to.Name), to.Language, to.PersonId);
        AddressHash = HashOf(to.Address);
        (SenderShown, ReplyTo) = (OneLine(from.Shown), from.ReplyTo is null ? null : OneLine(from.ReplyTo));
        (BatchId, PartnershipId, AboutId) = (batch, partnership, about);
        (Calendar, CalendarMethod) = (calendar?.Text, calendar?.Method);
        MessageId = $"{Id:N}@{host}";
        CreatedAt = NextTry = now;
        LastChance = now + (kind.Life ?? LetterKind.UsualLife);
    }

    protected internal override Guid? Chain => PartnershipId;

    public string Kind { get; private init; } = "";
    public string KindName { get; private init; } = "";
    public bool CanBeStopped { get; private init; }
    public bool IsFleeting { get; private init; }
    public Guid? PersonId { get; private init; }
    public Guid? PartnershipId { get; private init; }

    /// <summary>What it is about: an invitation, a meeting. Whoever caused the letter finds its fate by this.</summary>
    public Guid? AboutId { get; private init; }

    /// <summary>Letters written together can be cancelled together.</summary>
    public Guid BatchId { get; private init; }

    public string Address { get; private set; } = "";
    public string AddressHash { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string Language { get; private init; } = "";
    public string SenderShown { get; private init; } = "";
    public string? ReplyTo { get; private init; }
    public string Subject { get; private set; } = "";
    public string? Text { get; private set; }
    public string? Html { get; private set; }
    public string? Calendar { get; private set; }
    public string? CalendarMethod { get; private init; }
    public string? StopAddress { get; private set; }

    /// <summary>Fixed when written: a second copy is recognizable as the same letter.</summary>
    public string MessageId { get; private init; } = "";
    public Instant CreatedAt { get; private init; }
    public LetterState State { get; internal set; }
    public Instant NextTry { get; internal set; }

    /// <summary>After this moment the letter is no longer worth sending.</summary>
    public Instant LastChance { get; private set; }
    public int Tries { get; internal set; }

    /// <summary>Tries after which nobody knows whether the server took the letter.</summary>
    public int Doubts { get; internal set; }
    public Instant? LeasedUntil { get; internal set; }
    public Instant? FirstTriedAt { get; internal set; }
    public Instant? EndedAt { get; private set; }

    /// <summary>Text key of why it waits or was given up; <see cref="Answer"/> is what the server said.</summary>
    public string? Reason { get; internal set; }
    public string? Answer { get; internal set; }

    public bool HasEnded => State is LetterState.Sent or LetterState.Failed or LetterState.Cancelled;

    /// <summary>Addresses are compared and stopped by this, without keeping them readable.</summary>
    public static string HashOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folded.Of(address))));

    internal static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c))).Trim();
}

/// <summary>A letter was given up. Who caused it should hear.</summary>
public sealed record LetterFailed(string Letter, Guid? About, string Reason) : Particulars
{
    public override string Kind() => "letter.failed";
}
