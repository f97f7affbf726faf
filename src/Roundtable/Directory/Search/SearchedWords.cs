using System.Collections.Concurrent;

namespace Roundtable.Directory.Search;

/// <summary>The words an organization is found by, beside its name: what it does, where, what kind it is, what else its type is called.</summary>
public static class SearchedWords
{
    private const int MostTowns = 50_000;
    private static readonly ConcurrentDictionary<string, string[]> Towns = new(StringComparer.Ordinal);

    public static string Of(Organization organization)
    {
        var words = new List<string>(24);
        void Add(IEnumerable<string> more)
        {
            foreach (var word in more) if (!words.Contains(word)) words.Add(word);
        }
        if (organization.Doing is { } doing) Add(NameKey.WordsOf(doing));
        if (organization.City is { } city) Add(WordsOfTown(city));
        if (Kinds.Of(organization.KindCode) is { } kind) Add(kind.Words);
        if (organization.LocationWords is { } locations) Add(locations.Split(' '));
        if (organization.ServiceWords is { } services) Add(services.Split(' '));
        var types = new List<NamedType>();
        TypeWords.NamedBy(organization.NameKey, types);
        foreach (var type in types) Add(type.Words);
        return string.Join(' ', words);
    }

    // The country has thirty thousand towns and two million organizations in them.
    private static string[] WordsOfTown(string city)
    {
        if (Towns.TryGetValue(city, out var words)) return words;
        words = NameKey.WordsOf(city);
        if (Towns.Count < MostTowns) Towns.TryAdd(city, words);
        return words;
    }
}
