using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Roundtable.Directory;

/// <summary>
/// What organizations do, as open data codes it: the NTEE codes of the tax office (matched on their first letters),
/// kinds of government (<c>gov:county</c>) and of library outlet. Short words of our own in both languages.
/// </summary>
public static class Kinds
{
    private static readonly FrozenDictionary<string, Kind> All = Shipped.Rows("kinds.tsv").ToFrozenDictionary(r => r[0], r => new Kind(r[0], r[1], r[2], NameKey.WordsOf($"{r[1]} {r[2]} {r[3]}")));

    private const int MostCodes = 5_000;
    private static readonly ConcurrentDictionary<string, string[]> FacetsOfCodes = new(StringComparer.Ordinal);

    /// <summary>The most exact kind known for a code: B60 is found under B6.</summary>
    public static Kind? Of(string? code)
    {
        if (string.IsNullOrEmpty(code)) return null;
        if (code.Contains(':')) return All.GetValueOrDefault(code);
        for (var length = Math.Min(3, code.Length); length > 0; length--)
            if (All.TryGetValue(code[..length], out var kind)) return kind;
        return null;
    }

    /// <summary>In words for a person.</summary>
    public static string? Say(string? code, string language) => Of(code) is { } kind ? language == "es" ? kind.Spanish : kind.English : null;

    /// <summary>Words of the search index for a code and each wider one: <c>kb kb6 kb60</c>.</summary>
    public static IEnumerable<string> Facets(string? code)
    {
        if (string.IsNullOrEmpty(code)) return [];
        if (FacetsOfCodes.TryGetValue(code, out var facets)) return facets;
        facets = code.Contains(':') ? [FacetOf(code)] : [.. Enumerable.Range(1, Math.Min(3, code.Length)).Select(l => FacetOf(code[..l]))];
        if (FacetsOfCodes.Count < MostCodes) FacetsOfCodes.TryAdd(code, facets);
        return facets;
    }

    public static string FacetOf(string code)
    {
        var facet = new StringBuilder("k");
        foreach (var c in code) if (char.IsAsciiLetterOrDigit(c)) facet.Append(char.ToLowerInvariant(c));
        return facet.ToString();
    }
}

/// <param name="Words">Folded words it is found by, in both languages.</param>
public sealed record Kind(string Code, string English, string Spanish, IReadOnlyList<string> Words);
