using Roundtable.Platform.Happenings;

namespace Roundtable.Decisions;

public sealed record RuleAgreed(MotionKind Motions, DecisionRule Rule, int QuorumPercent) : Particulars { public override string Kind() => "decision.rule-agreed"; }

public sealed record MotionPrepared(MotionKind Motions, Guid? Owner) : Particulars { public override string Kind() => "motion.prepared"; }

public sealed record MotionReworded(int Revision) : Particulars { public override string Kind() => "motion.reworded"; }

public sealed record MotionOpened(int Seats, BallotForm Form, bool IsSecret) : Particulars { public override string Kind() => "motion.opened"; }

/// <param name="Seat">Whose ballot it is.</param>
/// <param name="By">The seat it was entrusted to, when that one cast it.</param>
/// <param name="Marks">Dots or order, as numbers of options.</param>
/// <param name="Replaces">Whether an earlier ballot of the seat gave way.</param>
public sealed record BallotCast(Guid Seat, Guid? By, Stance? Stance, string? Marks, bool Replaces) : Particulars { public override string Kind() => "ballot.cast"; }

/// <summary>That a seat answered in secret; never what.</summary>
public sealed record SecretBallotCast(Guid Seat, Guid? By) : Particulars { public override string Kind() => "ballot.cast-in-secret"; }

public sealed record SeatRecused(Guid Seat, bool IsBack) : Particulars { public override string Kind() => "ballot.recused"; }

/// <param name="To">None: taken back.</param>
public sealed record BallotEntrusted(Guid Seat, Guid? To) : Particulars { public override string Kind() => "ballot.entrusted"; }

/// <param name="On">Day on which the home board decides, as in <c>2027-03-12</c>.</param>
public sealed record RatificationAwaited(Guid Seat, string On) : Particulars { public override string Kind() => "ballot.ratification-awaited"; }

public sealed record MotionReminded(int Seats) : Particulars { public override string Kind() => "motion.reminded"; }

public sealed record MotionDecided(MotionResult Result, int Voted, int Seats) : Particulars { public override string Kind() => "motion.decided"; }

public sealed record MotionWithdrawn(int Revision) : Particulars { public override string Kind() => "motion.withdrawn"; }

public sealed record OutcomeRecorded(Guid? Owner, string? ReviewOn) : Particulars { public override string Kind() => "motion.outcome-recorded"; }

public sealed record AmendmentSuggested(Guid Motion, Guid Seat) : Particulars { public override string Kind() => "amendment.suggested"; }

public sealed record AmendmentSettled(Guid Motion, AmendmentState State) : Particulars { public override string Kind() => "amendment.settled"; }
