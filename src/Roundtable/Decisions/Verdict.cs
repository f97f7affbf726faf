using Roundtable.Directory;
using Roundtable.Partnerships;

namespace Roundtable.Decisions;

/// <summary>What follows from a count under a rule, and why, in sentences: "5 of 7 organizations answered; 4 were needed; no objection; adopted".</summary>
/// <param name="Quorum">Seats that had to answer.</param>
public sealed record Verdict(MotionResult Result, int Quorum, IReadOnlyList<Sentence> Because)
{
    public static Verdict Of(Motion motion) => Of(Tally.Of(motion), motion);

    /// <summary>What it would be if it closed now.</summary>
    public static Verdict Of(Tally tally, Motion motion)
    {
        var quorum = QuorumOf(tally.Seats, motion.QuorumPercent);
        var because = new List<Sentence> { new("decisions.said.answered", tally.Voted, tally.Seats) };
        if (tally.Recused > 0) because.Add(new("decisions.said.recused", tally.Recused));
        var result = motion.IsSenseCheck ? MotionResult.NoEffect
            : motion.IsSecret && tally.Voted < Tally.FewestSecret ? MotionResult.TooFew
            : Reached(tally, quorum, because) ? Decide(tally, motion, because) : MotionResult.NoQuorum;
        because.Add(new($"decisions.said.{Codes.Of(result)}"));
        return new(result, quorum, because);
    }

    /// <summary>The share of the seats, rounded up; always at least one seat.</summary>
    public static int QuorumOf(int seats, int percent) => Math.Max(1, (seats * percent + 99) / 100);

    private static bool Reached(Tally tally, int quorum, List<Sentence> because)
    {
        because.Add(new("decisions.said.quorum", quorum));
        return tally.Voted >= quorum;
    }

    private static MotionResult Decide(Tally tally, Motion motion, List<Sentence> because)
    {
        if (motion.Form.Prioritizes()) return MotionResult.Ordered;
        var (stands, why) = motion.Rule switch
        {
            DecisionRule.Unanimity => (tally is { For: > 0, Against: 0, StoodAside: 0 }, new Sentence("decisions.said.unanimity", tally.For, tally.Against + tally.StoodAside)),
            DecisionRule.Consensus => (tally is { For: > 0, Against: 0 } && tally.For > tally.StoodAside, new("decisions.said.consensus", tally.For, tally.Against, tally.StoodAside)),
            DecisionRule.Consent => (tally.Objections == 0, tally.Objections == 0 ? new("decisions.said.no-objection") : new("decisions.said.objections", tally.Objections)),
            DecisionRule.Majority => (tally.For > tally.Against, new("decisions.said.sides", tally.For, tally.Against)),
            _ => (tally.For > 0 && tally.For * 3 >= (tally.For + tally.Against) * 2, new("decisions.said.two-thirds", tally.For, tally.Against, (((tally.For + tally.Against) * 2) + 2) / 3)),
        };
        because.Add(why);
        if (motion.Rule is DecisionRule.Majority && tally.For == tally.Against) because.Add(new(tally.For == 0 ? "decisions.said.no-side" : "decisions.said.tie"));
        if (tally[Stance.Reservation] is > 0 and var reservations) because.Add(new("decisions.said.reservations", reservations));
        return stands ? MotionResult.Adopted : MotionResult.NotAdopted;
    }
}
