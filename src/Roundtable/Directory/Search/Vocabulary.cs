namespace Roundtable.Directory.Search;

/// <summary>A word that several organizations are found by.</summary>
public sealed class SearchWord
{
    /// <summary>Rarer words are found by their beginning at no cost.</summary>
    public const int Least = 5;

    public required string Word { get; init; }

    /// <summary>How many organizations have it.</summary>
    public required int Count { get; set; }
}

/// <summary>
/// The common words of the directory, in memory. Tells which whole words a typed beginning stands for, so that the index need not
/// gather them anew for each question, and which word was meant when none begins as typed.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>Up to so many organizations in all, the index looks for the beginning itself.</summary>
    private const int Few = 5_000;

    private const int MostForms = 12, LongestEnding = 3, ShortestMistyped = 4;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private readonly string[] words;
    private readonly int[] counts;

    public Vocabulary(IEnumerable<SearchWord> common)
    {
        var sorted = common.OrderBy(w => w.Word, StringComparer.Ordinal).ToList();
        (words, counts) = ([.. sorted.Select(w => w.Word)], [.. sorted.Select(w => w.Count)]);
    }

    public static readonly Vocabulary Empty = new([]);

    /// <summary>What to look for when somebody types this word: it and what begins with it, the most common first.</summary>
    public MeantWord Meant(string typed)
    {
        var (from, to, total) = (FirstFrom(typed), 0, 0);
        for (to = from; to < words.Length && words[to].StartsWith(typed, StringComparison.Ordinal); to++) total += counts[to];
        if (total <= Few) return new(typed, [typed], IsBeginning: true);
        var whole = words[from] == typed && typed.Length > LongestEnding;
        var forms = Enumerable.Range(from, to - from).Where(i => !whole || words[i].Length <= typed.Length + LongestEnding).OrderByDescending(i => counts[i]).Take(MostForms).Select(i => words[i]);
        return new(typed, [.. whole ? forms.Append(typed).Distinct() : forms], IsBeginning: false);
    }

    /// <summary>The most common word that is one slip of the finger away; none when the word is known or too short to tell.</summary>
    public string? Instead(string typed)
    {
        if (typed.Length < ShortestMistyped || Begins(typed)) return null;
        return Slips(typed).Select(s => (Word: s, Count: CountOf(s))).Where(s => s.Count > 0).OrderByDescending(s => s.Count).Select(s => s.Word).FirstOrDefault();
    }

    private bool Begins(string typed) => FirstFrom(typed) is var at && at < words.Length && words[at].StartsWith(typed, StringComparison.Ordinal);

    private int CountOf(string word) => FirstFrom(word) is var at && at < words.Length && words[at] == word ? counts[at] : 0;

    private int FirstFrom(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal) is var at && at >= 0 ? at : ~at;

    // One letter left out, doubled or added, another letter, two letters the wrong way round (Damerau 1964).
    private static IEnumerable<string> Slips(string typed)
    {
        for (var i = 0; i <= typed.Length; i++)
        {
            var (before, after) = (typed[..i], typed[i..]);
            if (after.Length > 0) yield return before + after[1..];
            if (after.Length > 1) yield return before + after[1] + after[0] + after[2..];
            foreach (var letter in Letters)
            {
                if (after.Length > 0) yield return before + letter + after[1..];
                yield return before + letter + after;
            }
        }
    }
}

/// <summary>A typed word as the index looks for it.</summary>
/// <param name="Forms">Any of these will do.</param>
/// <param name="IsBeginning">They are beginnings of words, not whole words.</param>
public sealed record MeantWord(string Typed, IReadOnlyList<string> Forms, bool IsBeginning)
{
    public static MeantWord Beginning(string typed) => new(typed, [typed], IsBeginning: true);
}
