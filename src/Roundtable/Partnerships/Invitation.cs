using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Where the question is: written, on its way, answered, too old, taken back.</summary>
public enum InvitationState { Draft, Sent, Answered, Expired, Revoked }

/// <summary>The three buttons of the answer page.</summary>
public enum InvitationAnswer { Yes, NotNow, SomeoneElse }

/// <summary>
/// A letter to one person at an organization with one question: could you help? Kept as it was sent, with what was answered.
/// Who was asked answers with their link, without an account.
/// </summary>
public sealed partial class Invitation : PartnershipRecord, INumbered
{
    /// <summary>How long an answer is awaited, and its link opens.</summary>
    public static readonly Duration Asked = Duration.FromDays(30);

    /// <summary>Silence of so many days is worth a call.</summary>
    public const int FollowUpAfterDays = 10;

    private Invitation() { }

    public int Number { get; set; }
    public Guid ProspectId { get; private init; }

    /// <summary>Who asks.</summary>
    public Guid? SenderId { get; private init; }

    /// <summary>Who is asked, once it is sent; whoever answers in their place, once they say so.</summary>
    public Guid? PersonId { get; private set; }
    public string RecipientName { get; private set; } = "";
    public string RecipientEmail { get; private set; } = "";
    public string Language { get; private set; } = "en";
    public string Subject { get; private set; } = "";
    public string Words { get; private set; } = "";

    /// <summary>What it takes: hours and money, in a line.</summary>
    public string Takes { get; private set; } = "";
    public Instant WrittenAt { get; private init; }
    public Instant? SentAt { get; private set; }
    public Instant? AskedUntil { get; private set; }
    public InvitationState State { get; private set; }

    /// <summary>The invitation this one follows: somebody else was named.</summary>
    public Guid? PassedFromId { get; private init; }

    public InvitationAnswer? Answer { get; private set; }
    public Instant? AnsweredAt { get; private set; }

    /// <summary>Somebody else answered for the one invited: the mail was forwarded.</summary>
    public string? AnsweredByName { get; private set; }
    public string? Offered { get; private set; }
    public string? OfferWords { get; private set; }

    /// <summary>How they reach their people.</summary>
    public string? Reach { get; private set; }

    /// <summary>Best way and time to reach them.</summary>
    public string? BestTime { get; private set; }
    public Instant? CompletedAt { get; private set; }

    public IReadOnlyList<PartnerRole> OfferedRoles => RoleCodes.Read(Offered);

    /// <summary>What became of it by now: an unanswered one grows too old.</summary>
    public InvitationState StateAt(Instant now) => State is InvitationState.Sent && now >= AskedUntil ? InvitationState.Expired : State;

    /// <summary>Drafts an invitation; nobody hears of it yet.</summary>
    /// <exception cref="Refusal">Not allowed to write in the partnership's name, or something is missing.</exception>
    public static Invitation Write(Actor actor, Instant now, Prospect prospect, InvitationText text)
    {
        actor.Must(ProspectPermissions.Invite, prospect.PartnershipId);
        if (prospect.Stage is EngagementStage.Active) throw new Refusal("invitations.already-seated");
        var invitation = new Invitation { PartnershipId = prospect.PartnershipId, ProspectId = prospect.Id, SenderId = actor.PersonId, WrittenAt = now };
        invitation.Take(text);
        return invitation;
    }

    /// <summary>Changes what has not been sent.</summary>
    public void Rewrite(Actor actor, InvitationText text)
    {
        actor.Must(ProspectPermissions.Invite, PartnershipId);
        MustBeDraft();
        Take(text);
    }

    /// <summary>Speaks in the sender's name: from now on the person may answer.</summary>
    public void Send(Actor actor, Instant now, Prospect prospect, Guid person, LocalDate today)
    {
        actor.Must(ProspectPermissions.Invite, PartnershipId);
        MustBeDraft();
        prospect.Invite(actor, now, today.PlusDays(FollowUpAfterDays).OrNextWorkingDay());
        Await(now, person);
        Log(actor, now, new InvitationSent(prospect.Id, Language));
    }

    /// <summary>A new link for the same question: the old one was lost or too old.</summary>
    public void Renew(Actor actor, Instant now)
    {
        if (State is InvitationState.Draft or InvitationState.Revoked || Answer is InvitationAnswer.SomeoneElse) throw new Refusal("link.revoked");
        if (State is InvitationState.Sent) AskedUntil = now + Asked;
        Log(actor, now, new InvitationRenewed(ProspectId));
    }

    /// <summary>Takes the question back.</summary>
    public void Revoke(Actor actor, Instant now)
    {
        actor.Must(ProspectPermissions.Invite, PartnershipId);
        if (State is not (InvitationState.Sent or InvitationState.Draft)) throw new Refusal("invitations.not-open");
        State = InvitationState.Revoked;
        Log(actor, now, new InvitationRevoked(ProspectId));
    }

    internal void Forget()
    {
        (PersonId, RecipientName, RecipientEmail, AnsweredByName, BestTime) = (null, "", "", null, null);
        if (State is InvitationState.Draft or InvitationState.Sent) State = InvitationState.Revoked;
    }

    private void Take(InvitationText text)
    {
        var name = Partnerships.Words.One(text.RecipientName, "RecipientName", 200, "invitations.name-missing");
        if (string.IsNullOrWhiteSpace(text.RecipientEmail)) throw new Refusal("invitations.email-missing", "RecipientEmail");
        var email = Prospect.EmailOrNone(text.RecipientEmail, "RecipientEmail")!;
        var subject = Partnerships.Words.One(text.Subject, "Subject", 150, "invitations.subject-missing");
        var words = Partnerships.Words.Many(text.Words, "Words", 3000) ?? throw new Refusal("invitations.words-missing", "Words");
        var takes = Partnerships.Words.One(text.Takes, "Takes", 200, "invitations.takes-missing");
        if (!Platform.Text.TextBook.Languages.Contains(text.Language)) throw new Refusal("invitations.language-wrong", "Language");
        (RecipientName, RecipientEmail, Language, Subject, Words, Takes) = (name, email, text.Language, subject, words, takes);
    }

    private void Await(Instant now, Guid person) =>
        (State, SentAt, AskedUntil, PersonId) = (InvitationState.Sent, now, now + Asked, person);

    private void MustBeDraft()
    {
        if (State is not InvitationState.Draft) throw new Refusal("invitations.already-sent");
    }
}

/// <summary>An invitation as it is typed.</summary>
public sealed record InvitationText(string? RecipientName, string? RecipientEmail, string Language, string? Subject, string? Words, string? Takes);
