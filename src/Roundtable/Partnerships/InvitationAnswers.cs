using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>What the invited person, or whoever the mail was forwarded to, may say. Each answer counts at once, so that nothing is lost.</summary>
public sealed partial class Invitation
{
    /// <summary>Yes, tell me more.</summary>
    public void Accept(Actor holder, Instant now, Prospect prospect, LocalDate today)
    {
        MustBeOpenFor(holder, now);
        prospect.Accept(holder, now, today, OfferedRoles, OfferWords);
        Become(holder, now, InvitationAnswer.Yes);
    }

    /// <summary>What they could offer. The one question that needs an answer.</summary>
    public void Offer(Actor holder, Instant now, Prospect prospect, LocalDate today, IReadOnlyList<PartnerRole> roles, string? words)
    {
        MustBeOpenFor(holder, now);
        var said = Partnerships.Words.Many(words, "Words", 1000);
        if (roles.Count == 0 && said is null) throw new Refusal("answers.offer-missing", "Roles");
        prospect.Accept(holder, now, today, roles, said);
        (Offered, OfferWords) = (RoleCodes.Write(roles), said);
        Become(holder, now, InvitationAnswer.Yes);
    }

    /// <summary>How they reach their people.</summary>
    public void TellReach(Actor holder, Instant now, string? reach)
    {
        MustHaveSaidYes(holder, now);
        Reach = Partnerships.Words.Many(reach, "Reach", 1000);
    }

    /// <summary>The last question: how and when to reach them.</summary>
    public void Complete(Actor holder, Instant now, string? bestTime)
    {
        MustHaveSaidYes(holder, now);
        if (Offered is null && OfferWords is null) throw new Refusal("answers.offer-missing", "BestTime");
        BestTime = Partnerships.Words.Many(bestTime, "BestTime", 500);
        if (CompletedAt is null) Log(holder, now, new InvitationCompleted(ProspectId, OfferedRoles.Count));
        CompletedAt ??= now;
    }

    /// <summary>Not now; whether we may ask again in half a year, and why, may be said after.</summary>
    public void TurnDown(Actor holder, Instant now, Prospect prospect, LocalDate today, OutcomeReason? reason, string? words, bool askAgain)
    {
        MustBeOpenFor(holder, now);
        prospect.TurnDown(holder, now, today, new Outcome(reason is null or OutcomeReason.Other && string.IsNullOrWhiteSpace(words) ? Partnerships.OutcomeReason.NoReasonGiven : reason, words, askAgain ? today.PlusMonths(6) : null));
        Become(holder, now, InvitationAnswer.NotNow);
    }

    /// <summary>Somebody else should answer: the question goes to them, and this link ends.</summary>
    /// <returns>The invitation of the one named, sent already.</returns>
    public Invitation PassOn(Actor holder, Instant now, Prospect prospect, string? name, string? email, Func<string, string, Guid> person)
    {
        MustBeOpenFor(holder, now);
        var called = Partnerships.Words.One(name, "Name", 200, "invitations.name-missing");
        if (string.IsNullOrWhiteSpace(email)) throw new Refusal("invitations.email-missing", "Email");
        var address = Prospect.EmailOrNone(email, "Email")!;
        if (Platform.Data.Folded.Of(address) == Platform.Data.Folded.Of(RecipientEmail)) throw new Refusal("answers.same-address", "Email");
        var next = new Invitation
        {
            PartnershipId = PartnershipId, ProspectId = ProspectId, SenderId = SenderId, WrittenAt = now, PassedFromId = Id,
            RecipientName = called, RecipientEmail = address, Language = Language, Subject = Subject, Words = Words, Takes = Takes,
        };
        next.Await(now, person(address, called));
        prospect.Redirect(called, address);
        (State, Answer, AnsweredAt) = (InvitationState.Answered, InvitationAnswer.SomeoneElse, now);
        Log(holder, now, new InvitationPassedOn(ProspectId, next.Id));
        return next;
    }

    /// <summary>
    /// The mail was forwarded, and whoever read it answers under their own name: the copy, the personal page and the seat will be theirs,
    /// never those of the one asked first. It opens no signature.
    /// </summary>
    /// <returns>Whether that is somebody else than before.</returns>
    public bool AnswerAs(Actor holder, Instant now, Prospect prospect, string? name, string? email, Func<string, string, Guid> person)
    {
        MustBeOpenFor(holder, now);
        var called = Partnerships.Words.One(name, "Name", 200, "answers.your-name-missing");
        if (string.IsNullOrWhiteSpace(email)) throw new Refusal("answers.your-email-missing", "Email");
        var address = Prospect.EmailOrNone(email, "Email")!;
        var before = PersonId;
        (AnsweredByName, PersonId) = (called, person(address, called));
        if (PersonId == before) return false;
        CompletedAt = null;
        prospect.Redirect(called, address);
        Log(holder, now, new InvitationHandedOver(ProspectId));
        return true;
    }

    private void Become(Actor holder, Instant now, InvitationAnswer answer)
    {
        var changed = Answer != answer;
        (State, Answer) = (InvitationState.Answered, answer);
        if (!changed) return;
        AnsweredAt = now;
        if (answer is not InvitationAnswer.Yes) (Offered, OfferWords, Reach, BestTime, CompletedAt) = (null, null, null, null, null);
        Log(holder, now, new InvitationAnswered(ProspectId, Codes.Of(answer), AnsweredByName is not null));
    }

    private void MustHaveSaidYes(Actor holder, Instant now)
    {
        MustBeOpenFor(holder, now);
        if (Answer is not InvitationAnswer.Yes) throw new Refusal("answers.yes-first");
    }

    private void MustBeOpenFor(Actor holder, Instant now)
    {
        if (holder.Link is not { Purpose: LinkPurpose.Invitation } link || link.SubjectId != Id) throw new Refusal("access.not-allowed");
        if (StateAt(now) is InvitationState.Expired) throw new Refusal("link.expired");
        if (State is InvitationState.Draft or InvitationState.Revoked || Answer is InvitationAnswer.SomeoneElse) throw new Refusal("link.revoked");
    }
}
