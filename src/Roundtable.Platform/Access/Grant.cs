using Roundtable.Platform.Data;

namespace Roundtable.Platform.Access;

/// <summary>
/// That a person has a role in a partnership. Kept by the capability that gives the role (a seat its representative,
/// founding its convener) and read once per request, so that access needs no other table.
/// What gives a role without a seat has its own kind of grant, which is gone with it.
/// </summary>
public class Grant : PartnershipRecord
{
    protected Grant() { }
    public Grant(Guid partnership, Guid person, Role role, Guid? seat = null, Guid? organization = null) =>
        (PartnershipId, PersonId, Role, SeatId, OrganizationId) = (partnership, person, role, seat, organization);

    public Guid PersonId { get; private init; }
    public Role Role { get; private init; }
    public Guid? SeatId { get; private init; }
    public Guid? OrganizationId { get; private init; }

    public Standing Standing => new(PartnershipId, Role, SeatId, OrganizationId);
}
