using NodaTime;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>How a draft becomes a motion, and how the process follows what is decided about it.</summary>
public static class Proposing
{
    /// <summary>Ballots on which a reservation can be kept.</summary>
    public static readonly IReadOnlyList<BallotForm> Forms = [BallotForm.Consent, BallotForm.Gradient];

    /// <summary>Prepares the motion that adopts this draft. An organization puts it to the vote; a facilitator only prepares.</summary>
    /// <param name="running">Whether a motion about a draft of this process is prepared or running already.</param>
    /// <exception cref="Refusal">Nobody who may write drafts; not the time; another proposal waits already; a ballot without reservations.</exception>
    public static Motion Propose(this Statement statement, Actor actor, VisionProcess process, Proposal wanted, RuleTerms terms, bool running, Instant now)
    {
        if (!Statement.MayBeWrittenBy(actor, process)) throw new Refusal("access.not-allowed");
        if (statement.ProcessId != process.Id) throw new Refusal("access.not-allowed");
        process.MustBeDrafting();
        if (running) throw new Refusal("drafts.proposed-already");
        if (!Forms.Contains(wanted.Form)) throw new Refusal("drafts.form-wrong", "Form");
        return Motion.Prepare(actor, process.PartnershipId, actor.Is(Role.Facilitator, process.PartnershipId) ? null : actor.SeatIn(process.PartnershipId), MotionKind.Vision,
            new(wanted.Title, statement.Text, wanted.Background, wanted.Form, IsSecret: false, IsSenseCheck: false, Dots: 0), terms, now, statement.Id);
    }

    /// <summary>Takes the stage that fits the motion: adopting while it runs, drafting again when nothing was adopted.</summary>
    /// <returns>Whether the motion adopts the vision and nobody has noted it yet.</returns>
    internal static bool Follow(this VisionProcess process, Actor actor, MotionState state, MotionResult? result, Instant now)
    {
        if (process.Stage is not (VisionStage.Drafting or VisionStage.Adopting)) return false;
        if (state is MotionState.Decided && result is MotionResult.Adopted) return true;
        var fits = state is MotionState.Open or MotionState.Ratifying ? VisionStage.Adopting : VisionStage.Drafting;
        if (process.Stage != fits) process.Become(actor, fits, now);
        return false;
    }

    internal static void MustBeDrafting(this VisionProcess process)
    {
        if (process.Stage is not VisionStage.Drafting) throw new Refusal(process.Stage switch
        {
            VisionStage.Adopting => "drafts.being-adopted",
            VisionStage.Adopted or VisionStage.Ended => "vision.over",
            _ => "drafts.not-yet",
        });
    }
}

/// <summary>How a draft is put to the vote.</summary>
public sealed record Proposal(string? Title, string? Background, BallotForm Form);
