namespace Roundtable.Vision;

/// <summary>Cards of one board that mention the same and do not lie together yet.</summary>
/// <param name="Cards">Those that lie alone, in the order in which they came.</param>
/// <param name="Shared">The most telling words they share, in the order of the first card.</param>
/// <param name="Into">A cluster whose cards mention it too; none for cards that would make a new one.</param>
public sealed record Likeness(IReadOnlyList<Card> Cards, IReadOnlyList<string> Shared, Cluster? Into)
{
    public const int Most = 6;

    /// <summary>At most so many cards are one suggestion: what more share is a theme, not a cluster.</summary>
    private const int Widest = 12;

    /// <summary>Suggests what could lie together, the most alike first; no card twice.</summary>
    public static IReadOnlyList<Likeness> Of(ClusterBoard board)
    {
        var alone = board.Alone;
        if (alone.Count == 0) return [];
        var words = alone.Select(WordsOf).ToList();
        var carriers = board.Clusters.ToDictionary(c => c, c => WordStems.Of([c.Name, .. board.In(c).SelectMany(TextsOf)]));
        var ids = new Dictionary<string, int>();
        var (stems, having) = (new List<string>(), new List<List<int>>());
        for (var card = 0; card < words.Count; card++)
            foreach (var stem in words[card].Keys)
            {
                if (!ids.TryGetValue(stem, out var id))
                {
                    ids[stem] = id = stems.Count;
                    stems.Add(stem);
                    having.Add([]);
                }
                having[id].Add(card);
            }
        var all = alone.Count + carriers.Count;
        double Weight(int stem) => Math.Log(1 + (double)all / (having[stem].Count + carriers.Values.Count(w => w.ContainsKey(stems[stem]))));
        var weights = stems.Select((_, i) => Weight(i)).ToList();
        var groups = new List<(List<int> Cards, int One, int? Other, Cluster? Into, double Score)>();
        void Consider(List<int> cards, int one, int? other)
        {
            var into = carriers.Where(c => c.Value.ContainsKey(stems[one]) && (other is null || c.Value.ContainsKey(stems[other.Value]))).Select(c => c.Key).FirstOrDefault();
            if (cards.Count + (into is null ? 0 : 1) < 2 || cards.Count > Widest) return;
            groups.Add((cards, one, other, into, (weights[one] + (other is { } o ? weights[o] : 0)) * Math.Log2(1 + cards.Count)));
        }
        for (var i = 0; i < stems.Count; i++) Consider(having[i], i, null);
        foreach (var ((one, other), cards) in Pairs(words, ids, having)) Consider(cards, one, other);
        var (taken, found) = (new HashSet<int>(), new List<Likeness>());
        foreach (var group in groups.OrderByDescending(g => g.Score).ThenBy(g => g.Cards[0]))
        {
            if (found.Count == Most) break;
            var left = group.Cards.Where(c => !taken.Contains(c)).ToList();
            if (left.Count + (group.Into is null ? 0 : 1) < 2 || left.Count == 0) continue;
            taken.UnionWith(left);
            // The most telling ones, said in the order in which the first card says them.
            var shared = words[left[0]].Keys.Where(s => left.All(c => words[c].ContainsKey(s))).OrderByDescending(s => ids[s] == group.One || ids[s] == group.Other).ThenByDescending(s => weights[ids[s]])
                .Take(left.Count > 1 ? 3 : group.Other is null ? 1 : 2).ToHashSet();
            found.Add(new([.. left.Select(c => alone[c])], [.. words[left[0]].Keys.Where(shared.Contains).Select(s => Shown(left.Select(c => words[c][s])))], group.Into));
        }
        return found;
    }

    // Two words in several cards together tell more than one; words that half the board has tell nothing.
    private static Dictionary<(int, int), List<int>> Pairs(List<Dictionary<string, string>> words, Dictionary<string, int> ids, List<List<int>> having)
    {
        var pairs = new Dictionary<(int, int), List<int>>();
        for (var card = 0; card < words.Count; card++)
        {
            var own = words[card].Keys.Select(s => ids[s]).Where(i => having[i].Count > 1).OrderBy(i => having[i].Count).Take(8).Order().ToList();
            for (var a = 0; a < own.Count; a++)
                for (var b = a + 1; b < own.Count; b++)
                    if (pairs.TryGetValue((own[a], own[b]), out var known)) known.Add(card);
                    else pairs[(own[a], own[b])] = [card];
        }
        return pairs;
    }

    private static string Shown(IEnumerable<string> written) => written.CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key.Length).First().Key;

    private static IEnumerable<string?> TextsOf(Card card) => [card.Text, card.Translation];
    private static Dictionary<string, string> WordsOf(Card card) => WordStems.Of(TextsOf(card));
}
