namespace Roundtable.Decisions;

/// <summary>What was said, counted by seat.</summary>
/// <param name="Seats">Seats that may answer: on the roll, not recused, still at the table.</param>
/// <param name="Voted">Those of them that have; who abstains or stands aside has answered too.</param>
public sealed record Tally(int Seats, int Voted, int Recused, IReadOnlyDictionary<Stance, int> Stances)
{
    /// <summary>Fewer secret ballots than this have no result.</summary>
    public const int FewestSecret = 5;

    public int this[Stance stance] => Stances.GetValueOrDefault(stance);
    public int For => Stances.Where(s => s.Key.IsYes()).Sum(s => s.Value);
    public int Against => Stances.Where(s => s.Key.IsNo()).Sum(s => s.Value);
    public int Objections => this[Stance.Block];
    public int StoodAside => this[Stance.StandAside];

    /// <summary>Counts a motion as it stands: named ballots one by one, secret ones from the box.</summary>
    public static Tally Of(Motion motion)
    {
        var counting = motion.Roll.Where(r => r.Counts).Select(r => r.SeatId).ToHashSet();
        IReadOnlyDictionary<Stance, int> stances = motion.IsSecret
            ? motion.SecretCounts.Where(c => c.Count > 0).ToDictionary(c => c.Stance, c => c.Count)
            : motion.Ballots.Where(b => b.IsCurrent && b.Stance is not null && counting.Contains(b.SeatId)).GroupBy(b => b.Stance!.Value).ToDictionary(g => g.Key, g => g.Count());
        return new(counting.Count, motion.Roll.Count(r => r.Counts && r.HasAnswered), motion.Roll.Count(r => r.IsRecused), stances);
    }
}
