using CsCheck;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Platform;
using static Roundtable.Decisions.Stance;

namespace Roundtable.Tests.Decisions;

/// <summary>Whatever is done in whatever order, what the motion counts is what a plain list of the accepted acts gives.</summary>
[Rules]
public class RecountPropertyTests
{
    private const int Seats = 7;

    private sealed record Act(string Kind, int Seat, int Other, Stance Stance, int Hours);

    private static readonly string[] Kinds = ["cast", "cast", "cast", "cast", "by-proxy", "recuse", "return", "entrust", "take-back", "leave", "board", "settle"];
    private static readonly Gen<Act> AnyAct = Gen.Select(Gen.Int[0, Kinds.Length - 1].Select(k => Kinds[k]), Gen.Int[0, Seats - 1], Gen.Int[0, Seats - 1], Gen.Enum<Stance>(), Gen.Int[0, 40])
        .Select((kind, seat, other, stance, hours) => new Act(kind, seat, other, stance, hours));

    private static readonly Gen<(Act[] Acts, DecisionRule Rule, int Quorum)> Histories = Gen.Select(AnyAct.Array[0, 60], Gen.Enum<DecisionRule>(), Gen.Int[1, 100]);

    [Fact]
    public void A_tally_equals_its_recount() => Histories.Sample(h => Play(h.Acts, h.Rule, h.Quorum, secret: false), iter: 3000);

    [Fact]
    public void A_secret_tally_equals_its_recount() => Histories.Sample(h => Play(h.Acts, h.Rule is DecisionRule.Consent ? DecisionRule.Majority : h.Rule, h.Quorum, secret: true), iter: 3000);

    private static void Play(Act[] acts, DecisionRule rule, int quorum, bool secret)
    {
        var panel = new Panel(Seats);
        var seats = panel.Seats.ToList();
        var motion = panel.Opened(rule, quorum, secret ? BallotForm.YesNo : BallotForm.Gradient, secret);
        var (said, absent, gone) = (new Dictionary<Guid, Stance>(), new HashSet<Guid>(), new HashSet<Guid>());
        var now = Panel.Now;
        foreach (var act in acts)
        {
            now += Duration.FromMinutes(act.Hours * 9);
            var (seat, other) = (seats[act.Seat], seats[act.Other]);
            var running = motion.State is MotionState.Open or MotionState.Ratifying;
            try
            {
                switch (act.Kind)
                {
                    case "cast": motion.Cast(panel.Speaker(seat), seat, Panel.Say(act.Stance, motion), now); said[seat] = act.Stance; break;
                    case "by-proxy": motion.Cast(panel.Speaker(other), seat, Panel.Say(act.Stance, motion), now); said[seat] = act.Stance; break;
                    case "recuse": motion.Recuse(panel.Speaker(seat), seat, "Interest", now); said.Remove(seat); absent.Add(seat); break;
                    case "return": motion.Return(panel.Speaker(seat), seat, now); absent.Remove(seat); break;
                    case "entrust": motion.Entrust(panel.Speaker(seat), seat, other, now); break;
                    case "take-back": motion.Entrust(panel.Speaker(seat), seat, null, now); break;
                    case "board": motion.AwaitBoard(panel.Speaker(seat), seat, "Council", new LocalDate(2026, 12, 1).PlusDays(act.Hours), Panel.Zone, now); break;
                    case "leave": panel.Seats.Remove(seat); break;
                }
            }
            catch (Refusal)
            {
            }
            if (!running) continue;
            // Who left is noticed when the motion is settled; a secret ballot stays in the box.
            foreach (var left in seats.Except(panel.Seats).Where(s => !secret || !said.ContainsKey(s))) gone.Add(left);
            panel.Settle(motion, now);
            Compare(motion, said, absent, gone, secret);
        }
    }

    private static void Compare(Motion motion, Dictionary<Guid, Stance> said, HashSet<Guid> recused, HashSet<Guid> gone, bool secret)
    {
        var counted = said.Where(s => !gone.Contains(s.Key)).ToList();
        var seats = Seats - recused.Union(gone).Count();
        var tally = Tally.Of(motion);
        Assert.Equal((seats, counted.Count), (tally.Seats, tally.Voted));
        Assert.Equal(counted.GroupBy(s => s.Value).Select(g => (g.Key, g.Count())).Order(), tally.Stances.Select(s => (s.Key, s.Value)).Order());
        Assert.True(motion.Ballots.Where(b => b.IsCurrent).GroupBy(b => b.SeatId).All(g => g.Count() == 1));
        if (secret) Assert.All(motion.SecretCounts, c => Assert.Equal(motion.SecretCounts.Sum(x => x.Count), c.Of));
        if (motion.Result is { } result) Assert.Equal(Recount(motion, [.. counted.Select(c => c.Value)], seats), result);
    }

    // The rules once more, as one would say them, over a plain list.
    private static MotionResult Recount(Motion motion, Stance[] said, int seats)
    {
        int Said(params Stance[] which) => said.Count(which.Contains);
        var (yes, no, aside) = (Said(Endorse, MinorPoint, Reservation), Said(Disagree, DisagreeStrongly, Block), Said(StandAside));
        if (motion.IsSecret && said.Length < 5) return MotionResult.TooFew;
        if (said.Length == 0 || said.Length * 100 < seats * motion.QuorumPercent) return MotionResult.NoQuorum;
        return motion.Rule switch
        {
            DecisionRule.Unanimity => yes > 0 && no + aside == 0,
            DecisionRule.Consensus => yes > aside && no == 0,
            DecisionRule.Consent => Said(Block) == 0,
            DecisionRule.Majority => yes > no,
            _ => yes > 0 && yes / (double)(yes + no) >= 2 / 3.0 - 1e-9,
        } ? MotionResult.Adopted : MotionResult.NotAdopted;
    }
}
