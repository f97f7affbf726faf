namespace Roundtable.Decisions;

/// <summary>One option of a prioritizing motion with where it ended.</summary>
/// <param name="Place">1 for the first; options that are level share a place.</param>
/// <param name="Points">Dots; for an order, the first choices it had when it went out or won.</param>
/// <param name="Seats">Organizations that gave it anything.</param>
public sealed record Placed(MotionOption Option, int Place, int Points, int Seats);

/// <summary>Puts options in order from the ballots that count.</summary>
public static class Priorities
{
    public static IReadOnlyList<Placed> Of(Motion motion)
    {
        var counting = motion.Roll.Where(r => r.Counts).Select(r => r.SeatId).ToHashSet();
        var marks = motion.Ballots.Where(b => b.IsCurrent && b.Marks is not null && counting.Contains(b.SeatId)).Select(b => b.Marks!).ToList();
        return motion.Form is BallotForm.Dots ? ByDots(motion.Options, [.. marks.Select(Vote.DotsOf)]) : ByOrder(motion.Options, [.. marks.Select(Vote.OrderOf)]);
    }

    /// <summary>More dots first; then more organizations behind them.</summary>
    internal static IReadOnlyList<Placed> ByDots(IReadOnlyList<MotionOption> options, IReadOnlyList<IReadOnlyDictionary<int, int>> ballots)
    {
        var counted = options.Select(o => (Option: o, Dots: ballots.Sum(b => b.GetValueOrDefault(o.Number)), Seats: ballots.Count(b => b.ContainsKey(o.Number)))).ToList();
        return [.. counted.OrderByDescending(c => c.Dots).ThenByDescending(c => c.Seats).ThenBy(c => c.Option.Number)
            .Select(c => new Placed(c.Option, 1 + counted.Count(x => x.Dots > c.Dots || x.Dots == c.Dots && x.Seats > c.Seats), c.Dots, c.Seats))];
    }

    /// <summary>
    /// Ranked choice: again and again the option that fewest ballots name first goes out, and those ballots go to their next choice.
    /// Level options: the one fewer organizations named at all goes out, then the one further down the list.
    /// </summary>
    internal static IReadOnlyList<Placed> ByOrder(IReadOnlyList<MotionOption> options, IReadOnlyList<IReadOnlyList<int>> ballots)
    {
        var named = options.ToDictionary(o => o.Number, o => ballots.Count(b => b.Contains(o.Number)));
        var (left, placed) = (options.Select(o => o.Number).ToHashSet(), new List<Placed>());
        var firsts = new Dictionary<int, int>();
        while (left.Count > 0)
        {
            // The winner keeps what it won with.
            if (left.Count > 1 || placed.Count == 0) firsts = ballots.Select(b => b.FirstOrDefault(left.Contains)).Where(f => f != 0).CountBy(f => f).ToDictionary();
            var last = left.OrderBy(n => firsts.GetValueOrDefault(n)).ThenBy(n => named[n]).ThenByDescending(n => n).First();
            placed.Add(new(options.First(o => o.Number == last), left.Count, firsts.GetValueOrDefault(last), named[last]));
            left.Remove(last);
        }
        placed.Reverse();
        return placed;
    }
}
