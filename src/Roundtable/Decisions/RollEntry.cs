using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>
/// A seat on the roll of one motion: who may answer, and whether they have. Kept apart from the ballots, so that a secret one is nobody's.
/// The roll is made when the motion opens; who sits down later has no ballot in it.
/// </summary>
public sealed class RollEntry : PartnershipRecord
{
    private RollEntry() { }
    internal RollEntry(Motion motion, Guid seat) => (PartnershipId, MotionId, SeatId) = (motion.PartnershipId, motion.Id, seat);

    public Guid MotionId { get; private init; }
    public Guid SeatId { get; private init; }
    public bool HasAnswered { get; internal set; }

    /// <summary>The organization leaves this decision for a conflict of interest; why is told to all partners.</summary>
    public Instant? RecusedAt { get; internal set; }
    public string? RecusalReason { get; internal set; }

    /// <summary>The seat that answers for this one.</summary>
    public Guid? ProxySeatId { get; internal set; }

    /// <summary>Day on which a board at home decides; the answer waits for it.</summary>
    public LocalDate? RatifiesOn { get; internal set; }

    /// <summary>The end of that day where the partnership is.</summary>
    public Instant? RatifiesBy { get; internal set; }

    /// <summary>Who decides at home, as in "our council".</summary>
    public string? RatifiedBy { get; internal set; }

    /// <summary>Day on which its people are reminded that the board's day comes: three days before, else on that day; none once they were.</summary>
    public LocalDate? RemindsOn { get; internal set; }

    /// <summary>The organization left the table before the motion was decided.</summary>
    public bool HasLeft { get; internal set; }

    public bool IsRecused => RecusedAt is not null;

    /// <summary>Counts for the quorum.</summary>
    public bool Counts => !IsRecused && !HasLeft;
    public bool IsSilent => Counts && !HasAnswered;
    public bool IsPending(Instant now) => IsSilent && RatifiesBy > now;
}
