using System.Collections.Frozen;

namespace Roundtable.Directory.Duplicates;

/// <summary>
/// Names as they are compared: short forms written out, what says nothing left out ("the", "inc"). How much a word tells, and which words
/// make another body of the same name ("friends", "alumni"), stands in <c>Data/name-words.tsv</c>.
/// </summary>
internal static class NameWords
{
    private static readonly FrozenDictionary<string, (string Role, string[] Means)> Known =
        Shipped.Rows("name-words.tsv").ToFrozenDictionary(r => r[0], r => (r[1], r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    public static string[] Of(string? name) =>
        [.. NameKey.WordsOf(name).SelectMany(w => Known.TryGetValue(w, out var known) && known.Means.Length > 0 ? known.Means : [w]).Where(w => RoleOf(w) != "silent")];

    /// <summary>How much it tells that two names share this word: 1 for a name of its own, 0.3 for "museum".</summary>
    public static double WeightOf(string word) => RoleOf(word) == "usual" ? 0.3 : word.Length > 3 ? 1 : 0.7;
    public static double WeightOf(IEnumerable<string> words) => words.Sum(WeightOf);
    public static bool IsTelling(string word) => WeightOf(word) > 0.5;

    /// <summary>A body beside the one of that name: its friends, its alumni, its credit union.</summary>
    public static bool SetsApart(string word) => RoleOf(word) == "apart";

    /// <summary>The same but for an s or one slip of the keyboard.</summary>
    public static bool AreNear(string a, string b)
    {
        if (a == b || a.Length == b.Length + 1 && a[^1] == 's' && a.StartsWith(b, StringComparison.Ordinal) || b.Length == a.Length + 1 && b[^1] == 's' && b.StartsWith(a, StringComparison.Ordinal)) return true;
        if (a.Length < 6 || b.Length < 6 || Math.Abs(a.Length - b.Length) > 1) return false;
        ReadOnlySpan<char> x = a.Length >= b.Length ? a : b, y = a.Length >= b.Length ? b : a;
        var same = x.CommonPrefixLength(y);
        return x.Length > y.Length ? x[(same + 1)..].SequenceEqual(y[same..])
            : x[(same + 1)..].SequenceEqual(y[(same + 1)..]) || same + 2 <= x.Length && x[same] == y[same + 1] && x[same + 1] == y[same] && x[(same + 2)..].SequenceEqual(y[(same + 2)..]);
    }

    private static string? RoleOf(string word) => Known.TryGetValue(word, out var known) ? known.Role : null;
}
