using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>That an organization is asked for its cards in a vision process.</summary>
public sealed class AskedSeat : PartnershipRecord
{
    private AskedSeat() { }
    internal AskedSeat(VisionProcess process, Guid seat) => (PartnershipId, ProcessId, SeatId) = (process.PartnershipId, process.Id, seat);

    public Guid ProcessId { get; private init; }
    public Guid SeatId { get; private init; }

    /// <summary>It has put in cards without its name: so it has been heard, and nobody knows with what. No time, no count.</summary>
    public bool HasAnsweredUnnamed { get; private set; }

    /// <summary>When it was last reminded.</summary>
    public LocalDate? RemindedOn { get; private set; }

    internal void HearUnnamed() => HasAnsweredUnnamed = true;
    internal void Remind(LocalDate today) => RemindedOn = today;
}
