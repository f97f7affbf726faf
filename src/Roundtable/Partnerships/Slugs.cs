using System.Text;
using Roundtable.Platform.Data;

namespace Roundtable.Partnerships;

/// <summary>Makes the word that names a partnership in addresses: <c>riverbend-county</c>.</summary>
public static class Slugs
{
    // Words that addresses already use below /w/ and /p/, or that would read as an act.
    private static readonly HashSet<string> Kept = ["new", "api", "admin", "me", "w", "p"];

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Folded.Of(name))
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\'' or '’')) slug.Append('-');
        var word = slug.ToString().Trim('-');
        if (word.Length > 60) word = word[..60].Trim('-');
        return word.Length == 0 || Kept.Contains(word) ? $"partnership-{word}".TrimEnd('-') : word;
    }

    /// <summary>The first of <c>name</c>, <c>name-2</c>, <c>name-3</c> … that is not taken.</summary>
    public static string Free(string name, IReadOnlySet<string> taken)
    {
        var wanted = Of(name);
        return !taken.Contains(wanted) ? wanted : Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(s => !taken.Contains(s));
    }
}
