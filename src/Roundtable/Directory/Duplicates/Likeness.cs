namespace Roundtable.Directory.Duplicates;

/// <summary>Why two entries look like the same body.</summary>
public enum LikeReason { SameName, LikeName, OtherName, SameStreet, SamePlace, SameSite, SamePhone }

/// <summary>How much two entries look like the same body; from <see cref="Enough"/> on a person is asked.</summary>
public sealed record Likeness(double Score, IReadOnlyList<LikeReason> Reasons)
{
    /// <summary>Measured with <c>bin/bench duplicates</c>: 19 of 20 suggestions are right from here on.</summary>
    public const double Enough = 0.78;

    private static readonly Likeness None = new(0, []);

    /// <param name="isOneOfMany">Others have the second one's name too, such as chapters: its name alone says nothing.</param>
    internal static Likeness Of(NamedBody a, NamedBody b, bool isOneOfMany = false)
    {
        var best = None;
        var isHere = a.Zip5 is not null && a.Zip5 == b.Zip5 || a.City.Length > 0 && a.City == b.City;
        var isSameStreet = isHere && a.Street is not null && a.Street == b.Street;
        var towns = new HashSet<string>(a.City.Split(' ').Concat(b.City.Split(' ')));
        // Museums go by a name near that of the society or foundation that runs them; elsewhere a foundation is another body.
        // A gallery that is named after its college is a part of it, not of the college's foundation.
        var isStrict = !(a.IsMuseum && b.Source is "irs-bmf" || b.IsMuseum && a.Source is "irs-bmf");
        for (var i = 0; i < a.Names.Count; i++)
            for (var j = 0; j < b.Names.Count; j++)
            {
                if (j == 0 && isOneOfMany || i > 0 && !Vouches(a.Names[0], b.Names) || j > 0 && !Vouches(b.Names[0], [a.Names[i]])) continue;
                var (fit, isSame) = Fit(a.Names[i], b.Names[j], isStrict, isSameStreet, towns);
                if (fit <= 0) continue;
                var score = fit + (isSameStreet ? 0.35 : isHere ? 0.12 : -0.2);
                if (score > best.Score)
                    best = new(score, [isSame ? LikeReason.SameName : LikeReason.LikeName, .. i > 0 || j > 0 ? [LikeReason.OtherName] : (LikeReason[])[], .. isSameStreet ? [LikeReason.SameStreet] : isHere ? [LikeReason.SamePlace] : (LikeReason[])[]]);
            }
        if (best.Score < 0.5) return best;
        if (a.Site is not null && a.Site == b.Site) best = new(best.Score + 0.1, [.. best.Reasons, LikeReason.SameSite]);
        if (a.Phone is not null && a.Phone == b.Phone) best = new(best.Score + 0.1, [.. best.Reasons, LikeReason.SamePhone]);
        return best;
    }

    /// <summary>A further name counts when the shown one has to do with the other body as well: a chapter is not its college.</summary>
    private static bool Vouches(string[] shown, IReadOnlyList<string[]> others) => shown.Any(w => NameWords.IsTelling(w) && others.Any(o => o.Contains(w)));

    private static (double Fit, bool IsSame) Fit(string[] a, string[] b, bool isStrict, bool isSameStreet, HashSet<string> towns)
    {
        if (!a.Where(NameWords.SetsApart).ToHashSet().SetEquals(b.Where(NameWords.SetsApart))) return default;
        if (isStrict && a.Contains("foundation") != b.Contains("foundation")) return default;
        var (x, y) = (Unbroken(a, b).Distinct().ToList(), Unbroken(b, a).Distinct().ToList());
        var (shared, taken) = (new List<string>(), new HashSet<string>());
        foreach (var word in x)
            if (y.FirstOrDefault(w => !taken.Contains(w) && NameWords.AreNear(word, w)) is { } near)
            {
                shared.Add(word);
                taken.Add(near);
            }
        if (shared.Count == 0) return default;
        if (shared.Count == x.Count && taken.Count == y.Count || string.Concat(a) == string.Concat(b)) return (1, true);
        var (of, to) = (NameWords.WeightOf(shared) / NameWords.WeightOf(x), NameWords.WeightOf(taken) / NameWords.WeightOf(y));
        var fit = 2 * of * to / (of + to);
        // What two names share must be more than words every name has, and more than the town.
        if (!shared.Any(w => NameWords.IsTelling(w) && !towns.Contains(w))) fit -= isSameStreet && shared.Any(NameWords.IsTelling) ? 0.15 : 0.3;
        if (isStrict && Math.Min(of, to) < 0.75) fit -= 0.3;
        if (Math.Min(of, to) < 0.4) fit -= 0.15;
        return (fit, false);
    }

    // "ASSOCIAT ION": two lines of 35 characters put together break words.
    private static IEnumerable<string> Unbroken(string[] words, string[] other)
    {
        for (var i = 0; i < words.Length; i++)
            if (i + 1 < words.Length && !other.Contains(words[i]) && other.Contains(words[i] + words[i + 1])) yield return words[i] + words[++i];
            else yield return words[i];
    }
}
