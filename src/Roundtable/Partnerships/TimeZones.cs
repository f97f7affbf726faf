using System.Collections.Frozen;

namespace Roundtable.Partnerships;

/// <summary>Which IANA zone a place keeps: its county's where a state has two, else its state's, else the capital's.</summary>
public static class TimeZones
{
    public const string OfTheCountry = "America/New_York";

    private static readonly FrozenDictionary<string, string> ByArea = Read();

    public static string Of(PlaceServed place) =>
        place.CountyFips.Select(c => ByArea.GetValueOrDefault(c)).FirstOrDefault(z => z is not null)
        ?? (place.State is { } state ? ByArea.GetValueOrDefault(state) : null)
        ?? OfTheCountry;

    private static FrozenDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(TimeZones).Assembly.GetManifestResourceStream("Roundtable.Partnerships.Data.time-zones.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t')).ToFrozenDictionary(c => c[0], c => c[1]);
    }
}
