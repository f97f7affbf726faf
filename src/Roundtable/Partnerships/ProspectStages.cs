using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>The way to the table, step by step, each with its guard.</summary>
public sealed partial class Prospect
{
    /// <summary>Who says yes hears from us within so many days, or on the working day after.</summary>
    public const int ReplyWithinDays = 5;

    /// <summary>Moves it to another open stage.</summary>
    /// <exception cref="Refusal">No such way, or what the stage asks for is missing.</exception>
    public void Move(Actor actor, Instant now, EngagementStage stage)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        if (stage.IsClosed()) throw new Refusal("prospects.outcome-missing", "Stage");
        if (stage is EngagementStage.Active) throw new Refusal("prospects.seat-first", "Stage");
        MustBeAbleTo(stage);
        if (stage is EngagementStage.Contacted && LastContactAt is null) throw new Refusal("prospects.contact-first", "Stage");
        if (stage is EngagementStage.Committed && !HasEvidence) throw new Refusal("prospects.evidence-first", "Stage");
        Become(actor, now, stage);
    }

    /// <summary>Ends it for now or for good. Never without saying why.</summary>
    public void Close(Actor actor, Instant now, LocalDate today, EngagementStage stage, Outcome outcome)
    {
        actor.Must(ProspectPermissions.Work, PartnershipId);
        if (!stage.IsClosed()) throw new Refusal("prospects.not-closing", "Stage");
        if (!Closings.Contains(stage)) MustBeAbleTo(stage);
        End(actor, now, today, stage, outcome);
    }

    /// <summary>The invitation goes out: stage, and the day to follow up.</summary>
    internal void Invite(Actor actor, Instant now, LocalDate followUp)
    {
        actor.Must(ProspectPermissions.Invite, PartnershipId);
        if (Stage is EngagementStage.Active) throw new Refusal("invitations.already-seated");
        (NextContactOn, NextContactBy) = (followUp, actor.PersonId);
        LastContactAt = now;
        if (Stage is not EngagementStage.Committed and not EngagementStage.Invited) Become(actor, now, EngagementStage.Invited);
    }

    /// <summary>They said yes. With an offer it is a commitment, and the answer is its evidence.</summary>
    internal void Accept(Actor holder, Instant now, LocalDate today, IReadOnlyList<PartnerRole> offered, string? words)
    {
        if (Stage is EngagementStage.Active) return;
        (NextContactOn, NextContactBy) = (today.PlusDays(ReplyWithinDays).OrNextWorkingDay(), NextContactBy ?? AddedBy);
        if (offered.Count == 0)
        {
            if (Stage is not EngagementStage.Committed) Become(holder, now, EngagementStage.Interested);
            return;
        }
        Wanted = RoleCodes.Write(WantedRoles.Union(offered));
        (EvidenceKind, Evidence, EvidenceOn) = (CommitmentKind.Answer, words, today);
        Become(holder, now, EngagementStage.Committed);
    }

    /// <summary>They said not now, by their link. One of us reads it and decides what comes next.</summary>
    internal void TurnDown(Actor holder, Instant now, LocalDate today, Outcome outcome)
    {
        if (Stage is EngagementStage.Active) return;
        End(holder, now, today, outcome.AskAgainOn is null ? EngagementStage.Declined : EngagementStage.Paused, outcome);
        (NextContactOn, NextContactBy) = (today, NextContactBy ?? AddedBy);
    }

    /// <summary>They said not now, and nobody of us has said what comes of it.</summary>
    public bool HasNotNowToRead => Stage.IsClosed() && NextContactOn is not null && NextContactOn != AskAgainOn;

    /// <summary>How one of us may close it by hand. What they answered may be kept, or put off instead of ended.</summary>
    public IEnumerable<EngagementStage> Closings => HasNotNowToRead ? [EngagementStage.Paused, EngagementStage.Declined] : Stage.Closings();

    /// <summary>A seat was made for them: the way ends where it led.</summary>
    public void TakeSeat(Actor actor, Instant now, Guid seat)
    {
        actor.Must(ProspectPermissions.Seat, PartnershipId);
        MustBeSeatable();
        SeatId = seat;
        (NextContactOn, NextContactBy) = (null, null);
        Become(actor, now, EngagementStage.Active);
    }

    /// <summary>Checks that a seat may be made, before it is.</summary>
    /// <exception cref="Refusal">Seated already, or they have not said yes.</exception>
    public void MustBeSeatable()
    {
        if (Stage is EngagementStage.Active) throw new Refusal("invitations.already-seated");
        if (Stage is not (EngagementStage.Interested or EngagementStage.Committed)) throw new Refusal("prospects.not-ready", null, Name);
    }

    private void MustBeAbleTo(EngagementStage stage)
    {
        if (stage == Stage) throw new Refusal("prospects.already-there", "Stage");
        if (!Stage.MayBecome(stage)) throw new Refusal("prospects.no-such-way", "Stage");
    }

    private void End(Actor actor, Instant now, LocalDate today, EngagementStage stage, Outcome outcome)
    {
        var words = Words.Many(outcome.Words, "Words", 1000);
        if (outcome.Reason is not { } reason) throw new Refusal("prospects.reason-missing", "Reason");
        if (reason is Partnerships.OutcomeReason.Other && words is null) throw new Refusal("prospects.words-missing", "Words");
        if (outcome.AskAgainOn <= today) throw new Refusal("prospects.next-date-past", "AskAgainOn");
        (OutcomeReason, OutcomeWords, ClosedAt, AskAgainOn) = (reason, words, now, outcome.AskAgainOn);
        (NextContactOn, NextContactBy) = (outcome.AskAgainOn, outcome.AskAgainOn is null ? null : NextContactBy ?? AddedBy);
        (Stage, StageSince) = (stage, now);
        Log(actor, now, new ProspectClosed(Codes.Of(stage), Codes.Of(reason)));
    }

    private void Become(Actor actor, Instant now, EngagementStage stage)
    {
        if (stage == Stage) return;
        var from = Stage;
        (Stage, StageSince) = (stage, now);
        if (from.IsClosed()) (OutcomeReason, OutcomeWords, ClosedAt, AskAgainOn) = (null, null, null, null);
        Log(actor, now, new ProspectMoved(Codes.Of(from), Codes.Of(stage)));
    }
}
