using Roundtable.Decisions;
using Roundtable.Platform.Happenings;

namespace Roundtable.Vision;

/// <param name="Seat">None when the facilitator wrote it.</param>
public sealed record StatementWritten(Guid Process, int Edition, Guid? Seat) : Particulars { public override string Kind() => "statement.written"; }

public sealed record StatementCommented(int Edition, Guid Seat) : Particulars { public override string Kind() => "statement.commented"; }

/// <param name="HeardIn">Number of the draft; none when it was answered in words alone.</param>
public sealed record CommentResolved(int? HeardIn) : Particulars { public override string Kind() => "statement.comment-resolved"; }

/// <param name="ClosesOn">Last day, as in <c>2026-12-11</c>.</param>
public sealed record WordingRoundOpened(Guid Process, int Edition, int Asked, string ClosesOn) : Particulars { public override string Kind() => "wording.opened"; }

public sealed record WordingAnswered(int Round, Guid Seat, WordingSaid Said) : Particulars { public override string Kind() => "wording.answered"; }

public sealed record WordingRoundClosed(int Round, int Answered, int Asked) : Particulars { public override string Kind() => "wording.closed"; }

/// <param name="For">Organizations that adopted it, of those on the roll.</param>
public sealed record AdoptionKept(int For, int Of, int Reservations) : Particulars { public override string Kind() => "vision.adopted"; }

public sealed record VisionAdoptedLater(Guid Seat, bool HasReservation) : Particulars { public override string Kind() => "vision.adopted-later"; }

public sealed record VisionReplaced(int Vision) : Particulars { public override string Kind() => "vision.replaced"; }

public sealed record ReaffirmationOpened(Guid Motion) : Particulars { public override string Kind() => "vision.reaffirmation-opened"; }

public sealed record ReaffirmationEnded(Guid Motion, MotionResult? Result, int For, int Seats) : Particulars { public override string Kind() => "vision.reaffirmation-ended"; }

public sealed record PublicVisionWritten(bool IsTranslated) : Particulars { public override string Kind() => "public-vision.written"; }

public sealed record PublicVisionShown(bool ToPublic) : Particulars { public override string Kind() => "public-vision.shown"; }
