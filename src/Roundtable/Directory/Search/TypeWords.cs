using System.Collections.Frozen;

namespace Roundtable.Directory.Search;

/// <summary>What people call a type of organization ("food pantry", "church") and the kinds of open data that are it.</summary>
public static class TypeWords
{
    private static readonly IReadOnlyList<NamedType> All =
    [
        .. Shipped.Rows("types.tsv").Select(r => new NamedType([.. r[0].Split('|').Select(p => p.Split(' ')).OrderByDescending(p => p.Length)],
            r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static readonly FrozenDictionary<string, (string Phrase, NamedType Type)[]> ByFirstWord =
        All.SelectMany(t => t.Phrases.Select(p => (First: p[0], Phrase: string.Join(' ', p), Type: t))).GroupBy(p => p.First).ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Phrase, p.Type)).ToArray());

    private static readonly FrozenDictionary<string, (string Phrase, NamedType Type)[]>.AlternateLookup<ReadOnlySpan<char>> Beginning = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The types an organization's name says it is.</summary>
    public static void NamedBy(ReadOnlySpan<char> nameKey, ICollection<NamedType> types)
    {
        foreach (var word in nameKey.Split(' '))
        {
            var rest = nameKey[word.Start..];
            if (!Beginning.TryGetValue(nameKey[word], out var phrases)) continue;
            foreach (var (phrase, type) in phrases)
                if (rest.StartsWith(phrase, StringComparison.Ordinal) && (rest.Length == phrase.Length || rest[phrase.Length] == ' ') && !types.Contains(type)) types.Add(type);
        }
    }

    /// <summary>The types meant by what somebody looks for.</summary>
    public static IReadOnlyList<MeantType> In(IReadOnlyList<string> words) =>
        [.. from t in All let said = t.Phrases.FirstOrDefault(p => p.All(words.Contains)) where said is not null select new MeantType(t, said)];
}

/// <param name="Phrases">Words of each, folded; the longest first.</param>
/// <param name="Best">Beginnings of the kinds that are it.</param>
/// <param name="Also">Beginnings of kinds that come near it.</param>
public sealed record NamedType(IReadOnlyList<string[]> Phrases, IReadOnlyList<string> Best, IReadOnlyList<string> Also)
{
    /// <summary>Other words it is found by: "Arlington Food Shelf" by "food pantry".</summary>
    public IReadOnlyList<string> Words { get; } = [.. Phrases.SelectMany(p => p).Distinct()];

    /// <summary>Whether the name says so.</summary>
    public bool Names(string nameKey)
    {
        var types = new List<NamedType>();
        TypeWords.NamedBy(nameKey, types);
        return types.Contains(this);
    }
}

/// <param name="Words">Those of the question that say it.</param>
public sealed record MeantType(NamedType Type, IReadOnlyList<string> Words)
{
    private const int Is = 120, IsNear = 60, SaysSo = 20;

    /// <summary>How well an organization is of this type; 0 when it is not.</summary>
    public int Of(string? kindCode, string nameKey)
    {
        var says = Type.Names(nameKey);
        return kindCode is not null && Begins(Type.Best, kindCode) ? says ? Is + SaysSo : Is
            : says || kindCode is not null && Begins(Type.Also, kindCode) ? IsNear : 0;
    }

    private static bool Begins(IReadOnlyList<string> beginnings, string code) => beginnings.Any(b => code.StartsWith(b, StringComparison.Ordinal));
}
