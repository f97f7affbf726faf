using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Decisions;

/// <summary>A motion as its pages show it to one reader at one moment, with the names of the organizations.</summary>
/// <param name="address">Of the motion's own page, in the workspace or below a personal link.</param>
public sealed class MotionSeen(Motion motion, IReadOnlyDictionary<Guid, SeatName> names, Partnership partnership, Actor actor, string address, Instant now)
{
    public Motion Motion => motion;
    public Actor Actor => actor;
    public Partnership Partnership => partnership;
    public string Address => address;
    public Instant Now => now;
    public Tally Tally => field ??= Tally.Of(motion);
    public Verdict Verdict => field ??= Verdict.Of(Tally, motion);

    /// <summary>What a secret ballot holds is told only when it is over and no answer can be guessed from it.</summary>
    public bool ShowsCount => !motion.IsSecret || motion is { State: MotionState.Decided, Result: not MotionResult.TooFew };

    public IReadOnlyList<RollEntry> Roll => field ??= [.. motion.Roll.OrderBy(r => NumberOf(r.SeatId))];

    /// <summary>Seats of the reader's own organizations.</summary>
    public IReadOnlyList<RollEntry> Own => field ??= [.. Roll.Where(r => actor.VotesFor(motion.PartnershipId, r.SeatId))];

    /// <summary>Seats the reader may answer for: the own ones first, then those entrusted to them.</summary>
    public IReadOnlyList<RollEntry> Mine => field ??= [.. motion.EntriesOf(actor).OrderBy(r => Own.Contains(r) ? 0 : 1).ThenBy(r => NumberOf(r.SeatId))];

    public bool Facilitates => actor.Is(Role.Facilitator, motion.PartnershipId);
    public bool MayKeep => actor.MayKeep(motion);

    /// <summary>Speaks for the organization that put it; where none did, keeps the process.</summary>
    public bool MayChange => actor.MayChange(motion);
    public bool MayReword => MayChange && motion.State is MotionState.Prepared;

    /// <summary>A facilitator opens only what binds nobody.</summary>
    public bool MayOpen => motion.State is MotionState.Prepared
        && (motion.IsSenseCheck || motion.Form.Prioritizes() ? MayChange : !Facilitates && actor.SeatIn(motion.PartnershipId) is not null && (motion.OwnerSeatId is null || MayChange));
    public bool MayWithdraw => MayChange && motion.State is not (MotionState.Decided or MotionState.Withdrawn);
    public bool IsAmendable => motion.State is MotionState.Prepared || motion is { State: MotionState.Open, IsSecret: false } && now < motion.ClosesAt;

    /// <summary>Seats for which the reader may suggest another wording.</summary>
    public IReadOnlyList<Guid> Suggesting => [.. actor.Standings.Where(s => s.PartnershipId == motion.PartnershipId && s.SeatId is not null && DecisionPermissions.Vote.Roles.Contains(s.Role)).Select(s => s.SeatId!.Value).Distinct()];

    public bool TakesAnswers(RollEntry entry) => entry.Counts && motion.TakesAnswers(entry, now) && !(motion.IsSecret && entry.HasAnswered);

    /// <summary>Whether its organization can still step out, hand over its answer or name a board.</summary>
    public bool IsOpenFor(RollEntry entry) => entry.Counts && motion.TakesAnswers(entry, now);

    public string NameOf(Guid? seat) => seat is { } id && names.TryGetValue(id, out var known) ? known.Name : "";
    public int NumberOf(Guid seat) => names.TryGetValue(seat, out var known) ? known.Number : 0;

    /// <summary>The entry meant by a seat's number, else the first of them.</summary>
    public RollEntry? Meant(IReadOnlyList<RollEntry> entries, int? number) => number is { } n ? entries.FirstOrDefault(e => NumberOf(e.SeatId) == n) : entries.Count > 0 ? entries[0] : null;

    /// <summary>The address of a step below the motion's page, for a seat when there is more than one to choose from.</summary>
    public string At(string step, RollEntry? entry = null) => $"{address}{step}{(entry is not null && (Mine.Count > 1 || Own.Count > 1) ? $"?for={NumberOf(entry.SeatId)}" : "")}";
}
