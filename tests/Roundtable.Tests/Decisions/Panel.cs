using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Decisions;

/// <summary>Some seats with a representative each, for rule tests: no database, no site.</summary>
internal sealed class Panel
{
    public static readonly Instant Now = World.Morning;
    public static readonly Instant Deadline = Now + Duration.FromDays(7);
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Chicago"];

    public Panel(int seats) => Seats = [.. Enumerable.Range(0, seats).Select(_ => Ids.New())];

    public Guid Partnership { get; } = Ids.New();
    public List<Guid> Seats { get; }
    public Actor Facilitator => Actor.Person(Ids.New(), false, [new(Partnership, Role.Facilitator)]);

    public Actor this[int seat] => Speaker(Seats[seat]);
    public Actor Speaker(Guid seat, Role role = Role.Representative) => Actor.Person(Ids.New(), false, [new(Partnership, role, seat, Ids.New())]);

    public Motion Prepared(DecisionRule rule = DecisionRule.Consent, int quorum = 50, BallotForm form = BallotForm.Gradient, bool secret = false, bool sense = false, int dots = 3, int ratification = 60, params string[] options) =>
        Motion.Prepare(this[0], Partnership, Seats[0], MotionKind.General, new("Open on Saturdays", "All sites open on Saturdays.", null, form, secret, sense, dots, [.. options.Select(o => new OptionWanted(o))]),
            new(rule, quorum, AllowsSecret: true, 7, ratification), Now);

    public Motion Opened(DecisionRule rule = DecisionRule.Consent, int quorum = 50, BallotForm form = BallotForm.Gradient, bool secret = false, bool sense = false, int dots = 3, int ratification = 60, params string[] options)
    {
        var motion = Prepared(rule, quorum, form, secret, sense, dots, ratification, options);
        motion.Open(this[0], Seats, Deadline, Now);
        return motion;
    }

    /// <summary>The seats answer one after the other, the first stance for the first seat.</summary>
    public Motion Answered(Motion motion, params Stance[] stances)
    {
        foreach (var (i, stance) in stances.Index()) motion.Cast(this[i], Seats[i], Say(stance, motion), Now);
        return motion;
    }

    public static Vote Say(Stance stance, Motion? motion = null) => new(stance, stance.NeedsWords() && motion?.IsSecret != true ? "Because of the buses" : null);

    public bool Settle(Motion motion, Instant? at = null) => motion.Settle(Actor.System("test"), Seats.ToHashSet(), at ?? Deadline);

    public MotionResult? ResultOf(Motion motion)
    {
        Settle(motion);
        return motion.Result;
    }
}
