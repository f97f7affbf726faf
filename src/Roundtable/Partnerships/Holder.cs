using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Why somebody no longer holds a role of a seat.</summary>
public enum HoldingEnd { Replaced, Left, Withdrawn }

/// <summary>
/// That a person had a role of a seat from one day to another. Succession adds a row and ends one; nothing is overwritten,
/// so it stays known who represented whom when something was decided.
/// </summary>
public sealed class Holder : PartnershipRecord
{
    private Holder() { }
    internal Holder(Seat seat, Role role, Guid person, LocalDate from) =>
        (PartnershipId, SeatId, Role, PersonId, From) = (seat.PartnershipId, seat.Id, role, person, from);

    public Guid SeatId { get; private init; }
    public Role Role { get; private init; }
    public Guid PersonId { get; private init; }
    public LocalDate From { get; private init; }
    public LocalDate? Until { get; private set; }
    public HoldingEnd? Ended { get; private set; }

    public bool IsCurrent => Until is null;

    internal void End(LocalDate until, HoldingEnd why) => (Until, Ended) = (until < From ? From : until, why);
}
