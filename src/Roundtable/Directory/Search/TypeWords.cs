namespace Roundtable.Directory.Search;

/// <summary>What people call a type of organization ("food pantry", "church") and the kinds of open data that are it.</summary>
public static class TypeWords
{
    private static readonly IReadOnlyList<NamedType> All =
    [
        .. Shipped.Rows("types.tsv").Select(r => new NamedType([.. r[0].Split('|').Select(p => p.Split(' ')).OrderByDescending(p => p.Length)],
            r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>Other words for the types an organization's name says it is: "Arlington Food Shelf" is found by "food pantry".</summary>
    public static IEnumerable<string> SearchedAs(string nameKey) => All.Where(t => t.Names(nameKey)).SelectMany(t => t.Phrases.SelectMany(p => p));

    /// <summary>The types meant by what somebody looks for.</summary>
    public static IReadOnlyList<MeantType> In(IReadOnlyList<string> words) =>
        [.. from t in All let said = t.Phrases.FirstOrDefault(p => p.All(words.Contains)) where said is not null select new MeantType(t, said)];
}

/// <param name="Phrases">Words of each, folded; the longest first.</param>
/// <param name="Best">Beginnings of the kinds that are it.</param>
/// <param name="Also">Beginnings of kinds that come near it.</param>
public sealed record NamedType(IReadOnlyList<string[]> Phrases, IReadOnlyList<string> Best, IReadOnlyList<string> Also)
{
    private readonly string[] spoken = [.. Phrases.Select(p => $" {string.Join(' ', p)} ")];

    /// <summary>Whether the name says so.</summary>
    public bool Names(string nameKey)
    {
        var name = $" {nameKey} ";
        return spoken.Any(p => name.Contains(p, StringComparison.Ordinal));
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
