using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>What became of a suggested wording.</summary>
public enum AmendmentState { Suggested, Accepted, PutToVote, Declined, Withdrawn }

/// <summary>Another wording that an organization suggests for a motion's text, kept beside the one it was meant for.</summary>
public sealed class Amendment : PartnershipRecord, INumbered
{
    private Amendment() { }

    public int Number { get; set; }
    public Guid MotionId { get; private init; }
    public Guid SeatId { get; private init; }

    /// <summary>The text as it was when this was written.</summary>
    public string Before { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string? Why { get; private init; }
    public Instant SuggestedAt { get; private init; }
    public AmendmentState State { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>The motion that decides about it.</summary>
    public Guid? VoteId { get; private set; }

    public bool IsOpen => State is AmendmentState.Suggested or AmendmentState.PutToVote;

    /// <summary>Suggests another wording for what is prepared or open.</summary>
    /// <exception cref="Refusal">Not a seat's people; over; the same words.</exception>
    public static Amendment Suggest(Actor actor, Motion motion, Guid seat, string? text, string? why, Instant now)
    {
        if (!actor.Standings.Any(s => s.SeatId == seat && s.PartnershipId == motion.PartnershipId && DecisionPermissions.Vote.Roles.Contains(s.Role))) throw new Refusal("access.not-allowed");
        motion.MustBeAmendable();
        var wanted = Partnerships.Words.Many(text, "Text", 10_000) ?? throw new Refusal("decisions.text-missing", "Text");
        if (wanted == motion.Text) throw new Refusal("decisions.same-words", "Text");
        var amendment = new Amendment
        {
            PartnershipId = motion.PartnershipId, MotionId = motion.Id, SeatId = seat, Before = motion.Text, Text = wanted,
            Why = Partnerships.Words.Many(why, "Why", 2000), SuggestedAt = now,
        };
        amendment.Log(actor, now, new AmendmentSuggested(motion.Id, seat));
        return amendment;
    }

    /// <summary>The owner takes the wording over. Ballots cast on the old words no longer count, and everybody answers anew.</summary>
    public void Accept(Actor actor, Motion motion, Instant now)
    {
        actor.MustChange(motion);
        MustBeSuggested();
        motion.Become(actor, Text, now);
        Settle(actor, AmendmentState.Accepted, now);
    }

    /// <summary>The owner does not take it over; the organizations decide between the two wordings.</summary>
    /// <returns>The motion that asks them, prepared.</returns>
    public Motion PutToVote(Actor actor, Motion motion, string title, RuleTerms terms, Instant now)
    {
        actor.MustChange(motion);
        MustBeSuggested();
        motion.MustBeAmendable();
        var vote = Motion.Prepare(actor, PartnershipId, actor.SeatIn(PartnershipId), motion.Kind, new(title, Text, Why, BallotForm.Consent, false, false, 0), terms, now, subject: Id);
        VoteId = vote.Id;
        Settle(actor, AmendmentState.PutToVote, now);
        return vote;
    }

    /// <summary>The organizations have decided: the wording is taken over or not.</summary>
    public void Follow(Actor actor, Motion vote, Motion motion, Instant now)
    {
        if (State is not AmendmentState.PutToVote || vote.Id != VoteId || vote.State is not (MotionState.Decided or MotionState.Withdrawn)) return;
        var isAdopted = vote.Result is MotionResult.Adopted && (motion.State is MotionState.Prepared || motion.State is MotionState.Open && now < motion.ClosesAt);
        if (isAdopted) motion.Become(actor, Text, now);
        Settle(actor, isAdopted ? AmendmentState.Accepted : AmendmentState.Declined, now);
    }

    /// <summary>Who suggested it takes it back.</summary>
    public void Withdraw(Actor actor, Instant now)
    {
        if (!actor.Standings.Any(s => s.SeatId == SeatId && DecisionPermissions.Vote.Roles.Contains(s.Role))) throw new Refusal("access.not-allowed");
        MustBeSuggested();
        Settle(actor, AmendmentState.Withdrawn, now);
    }

    private void Settle(Actor actor, AmendmentState state, Instant now)
    {
        (State, SettledAt) = (state, state is AmendmentState.PutToVote ? null : now);
        Log(actor, now, new AmendmentSettled(MotionId, state));
    }

    private void MustBeSuggested()
    {
        if (State is not AmendmentState.Suggested) throw new Refusal("decisions.amendment-settled");
    }
}

/// <summary>How a motion takes another wording over.</summary>
public sealed partial class Motion
{
    internal void MustBeAmendable()
    {
        if (State is not (MotionState.Prepared or MotionState.Open)) throw new Refusal("decisions.over");
        if (IsSecret && State is MotionState.Open) throw new Refusal("decisions.secret-keeps-words");
    }

    /// <summary>Takes another wording over. Nobody has answered to these words yet.</summary>
    internal void Become(Actor actor, string text, Instant now)
    {
        MustBeAmendable();
        if (State is MotionState.Open && now >= ClosesAt) throw new Refusal("decisions.closed");
        Text = text;
        Revision++;
        foreach (var ballot in ballots.Where(b => b.IsCurrent)) ballot.End(BallotEnd.Reworded, now);
        foreach (var entry in roll) entry.HasAnswered = false;
        RemindedAt = null;
        Log(actor, now, new MotionReworded(Revision));
    }
}
