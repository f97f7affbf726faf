using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>Who may do what with a partnership's seats, prospects and briefs.</summary>
public static class PartnershipPermissions
{
    /// <summary>Call others together: seat organizations, invite, describe the partnership.</summary>
    public static readonly Permission Convene = new("partnerships.convene", Role.Convener);

    /// <summary>See who sits at the table and what all partners may see.</summary>
    public static readonly Permission See = new("partnerships.see",
        Role.Convener, Role.Facilitator, Role.Representative, Role.Alternate, Role.Signer, Role.Liaison, Role.Observer, Role.LinkHolder);

    /// <summary>Speak for one's own organization: its people, offers, brief. Signing needs more.</summary>
    public static readonly Permission SpeakFor = new("partnerships.speak-for", Role.Representative, Role.Alternate, Role.Liaison);

    public static bool Speaks(this Actor actor, Seat seat) => actor.Speaks(seat.PartnershipId, seat.Id);
    public static bool Speaks(this Actor actor, SeatView seat) => actor.Speaks(seat.PartnershipId, seat.Id);

    /// <summary>The organization's own people, and the convener for what all partners see.</summary>
    public static bool MayKeep(this Actor actor, Seat seat) => actor.Speaks(seat) || actor.Can(Convene, seat.PartnershipId);

    public static bool MayKeep(this Actor actor, SeatView seat) => actor.Speaks(seat) || actor.Can(Convene, seat.PartnershipId);

    private static bool Speaks(this Actor actor, Guid partnership, Guid seat) => actor.IsSystem
        || actor.Standings.Any(s => s.PartnershipId == partnership && s.SeatId == seat && SpeakFor.Roles.Contains(s.Role));

    internal static void MustKeep(this Actor actor, Seat seat)
    {
        if (!actor.MayKeep(seat)) throw new Refusal("access.not-allowed");
    }
}
