using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Decisions;

/// <summary>Who may put, answer and run motions.</summary>
public static class DecisionPermissions
{
    /// <summary>Prepare motions, remind, record what came of them. Says nothing about a vote.</summary>
    public static readonly Permission KeepProcess = new("decisions.keep-process", Role.Convener, Role.Facilitator);

    /// <summary>Answer for one's own organization.</summary>
    public static readonly Permission Vote = new("decisions.vote", Role.Representative, Role.Alternate);

    /// <summary>Put a motion for one's own organization, or prepare one.</summary>
    public static readonly Permission Put = new("decisions.put", Role.Representative, Role.Alternate, Role.Liaison, Role.Convener, Role.Facilitator);

    /// <summary>The representative or alternate of the seat; never who facilitates, wherever they come from.</summary>
    public static bool VotesFor(this Actor actor, Guid partnership, Guid seat) => !actor.Is(Role.Facilitator, partnership)
        && actor.Standings.Any(s => s.PartnershipId == partnership && s.SeatId == seat && Vote.Roles.Contains(s.Role));

    /// <summary>Changes what a motion says, opens it or takes it back: the organization that put it; who keeps the process only where none did.</summary>
    public static bool MayChange(this Actor actor, Motion motion) => actor.IsSystem || (motion.OwnerSeatId is { } owner
        ? actor.Standings.Any(s => s.PartnershipId == motion.PartnershipId && s.SeatId == owner && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role))
        : actor.Can(KeepProcess, motion.PartnershipId));

    /// <summary>Reminds, and records what follows: the organization that put it, and who keeps the process.</summary>
    public static bool MayKeep(this Actor actor, Motion motion) => actor.MayChange(motion) || actor.Can(KeepProcess, motion.PartnershipId);

    internal static void MustChange(this Actor actor, Motion motion)
    {
        if (!actor.MayChange(motion)) throw new Refusal("access.not-allowed");
    }

    /// <summary>The seat somebody puts a motion for; none for who only keeps the process.</summary>
    public static Guid? SpeakingFor(this Actor actor, Partnership partnership) =>
        actor.Standings.FirstOrDefault(s => s.PartnershipId == partnership.Id && s.SeatId is not null && PartnershipPermissions.SpeakFor.Roles.Contains(s.Role))?.SeatId;

    internal static void MustKeep(this Actor actor, Motion motion)
    {
        if (!actor.MayKeep(motion)) throw new Refusal("access.not-allowed");
    }

    /// <exception cref="Refusal">Not this seat's representative or alternate, or the facilitator.</exception>
    internal static void MustVoteFor(this Actor actor, Guid partnership, Guid seat)
    {
        if (actor.Is(Role.Facilitator, partnership)) throw new Refusal("decisions.facilitator-has-no-ballot");
        if (!actor.VotesFor(partnership, seat)) throw new Refusal("access.not-allowed");
    }
}
