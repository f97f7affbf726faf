using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>Who may do what on an organization's way to the table.</summary>
public static class ProspectPermissions
{
    /// <summary>Add, describe, note contacts, move: everybody who sits at the table knows people.</summary>
    public static readonly Permission Work = new("prospects.work", Role.Convener, Role.Facilitator, Role.Representative, Role.Alternate, Role.Liaison);

    /// <summary>Write in the partnership's name.</summary>
    public static readonly Permission Invite = new("invitations.send", Role.Convener, Role.Facilitator);

    /// <summary>Give a seat.</summary>
    public static readonly Permission Seat = new("prospects.seat", Role.Convener);
}
