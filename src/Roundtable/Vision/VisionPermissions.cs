using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Vision;

/// <summary>Who may do what while a vision is found. Everybody in the partnership may see all of it.</summary>
public static class VisionPermissions
{
    /// <summary>Prepare, open, close, cluster, enter from paper: the convener, and the facilitator while there is one.</summary>
    public static readonly Permission Run = new("vision.run", Role.Convener, Role.Facilitator);

    /// <summary>Put in cards for an organization that is asked.</summary>
    public static bool SpeaksFor(this Actor actor, AskedSeat seat) => actor.SpeaksForSeat(seat.PartnershipId, seat.SeatId);

    /// <summary>Change the words of a card: only its own organization.</summary>
    public static bool Owns(this Actor actor, Card card) => card.SeatId is { } seat && actor.SpeaksForSeat(card.PartnershipId, seat);

    /// <summary>Take a card off without giving a reason: its own organization, or who typed it for them.</summary>
    public static bool MayTakeBackFreely(this Actor actor, Card card) =>
        actor.Owns(card) || card.Way.IsForOthers() && card.EnteredBy is { } typist && typist == actor.PersonId && actor.Can(Run, card.PartnershipId);

    internal static bool SpeaksForSeat(this Actor actor, Guid partnership, Guid seat) =>
        actor.Standings.Any(s => s.PartnershipId == partnership && s.SeatId == seat && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role));
}
