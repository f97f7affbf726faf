using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Mail;

/// <summary>A person does not want this kind of mail, or any. Kept by address too, so that it also holds before they have an account.</summary>
public sealed class MailStop : Record
{
    private MailStop() { }
    public MailStop(Guid? person, string addressHash, string kind, Instant at) => (PersonId, AddressHash, Kind, At) = (person, addressHash, kind, at);

    public Guid? PersonId { get; private init; }
    public string AddressHash { get; private init; } = "";

    /// <summary>The letter kind's key, or <see cref="LetterKind.Every"/>.</summary>
    public string Kind { get; private init; } = "";
    public Instant At { get; private init; }
}

/// <summary>What an administrator's test of the mail server showed: the conversation with it, without secrets.</summary>
public sealed class MailTest : Record
{
    private MailTest() { }
    public MailTest(Guid? by, Instant at, bool worked, string conversation) => (By, At, Worked, Conversation) = (by, at, worked, conversation);

    public Guid? By { get; private init; }
    public Instant At { get; private init; }
    public bool Worked { get; private init; }
    public string Conversation { get; private init; } = "";
}
