using System.Collections.Frozen;
using Roundtable.Platform;

namespace Roundtable.Directory;

/// <summary>
/// What searches know by heart: all places, to say where an address is and what a person means by "near", and the directory's common words.
/// At most some 40,000 small rows, and some 100,000 words.
/// </summary>
public sealed class PlaceBook
{
    private readonly FrozenDictionary<string, Place> all;
    private readonly FrozenDictionary<string, Point> zipStarts;
    private readonly FrozenDictionary<string, Place[]> byName;
    private readonly FrozenDictionary<string, Place> states;

    public PlaceBook(IReadOnlyCollection<Place> places, Search.Vocabulary? words = null)
    {
        Words = words ?? Search.Vocabulary.Empty;
        all = places.ToFrozenDictionary(p => p.Id);
        byName = places.Where(p => p.Kind is PlaceKind.County or PlaceKind.City).GroupBy(p => p.NameKey).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        states = places.Where(p => p.Kind is PlaceKind.State).SelectMany(p => new[] { (Key: p.NameKey, p), (Key: p.Code.ToLowerInvariant(), p) })
            .DistinctBy(s => s.Key).ToFrozenDictionary(s => s.Key, s => s.p);
        zipStarts = places.Where(p => p.Kind is PlaceKind.ZipArea && p.At is not null && p.Code.Length == 5).GroupBy(p => p.Code[..3])
            .ToFrozenDictionary(g => g.Key, g => new Point(g.Average(p => p.Latitude!.Value), g.Average(p => p.Longitude!.Value)));
    }

    public int Count => all.Count;
    public Search.Vocabulary Words { get; }

    /// <summary>The state meant by its code or its name in words.</summary>
    public string? StateCode(string? text) => states.GetValueOrDefault(NameKey.Of(text))?.State;

    public Place? Of(PlaceKind kind, string code) => all.GetValueOrDefault(Place.IdOf(kind, code));

    /// <summary>A county by name, with or without the word, in its state or the only one of that name.</summary>
    public Place? CountyNamed(string name, string? state)
    {
        var found = OfName(NameKey.Of(name)).Where(p => p.Kind is PlaceKind.County && (state is null || p.State == state)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Where an address is, as exactly as the known places tell: its ZIP area, else its city, else the part of the country its ZIP begins with.</summary>
    public Located Locate(string? zip, string? city, string? state)
    {
        var zip5 = PostalAddress.Zip5(zip);
        if (zip5 is not null && Of(PlaceKind.ZipArea, zip5) is { At: { } inZip } area) return new(inZip, Precision.ZipArea, area.CountyFips);
        if (!string.IsNullOrWhiteSpace(city) && state is { Length: 2 } && Of(PlaceKind.City, Place.CityCode(city, state)) is { At: { } inCity } town)
            return new(inCity, Precision.City, town.CountyFips);
        return zip5 is not null && zipStarts.TryGetValue(zip5[..3], out var about) ? new(about, Precision.State) : Located.Nowhere;
    }

    /// <summary>Where a partnership works, under the name it gives the place: the middle of its counties, else its state.</summary>
    public Place? Served(string? state, IReadOnlyCollection<string> countyFips, string shown)
    {
        var counties = countyFips.Select(c => Of(PlaceKind.County, c)?.At).OfType<Point>().ToList();
        if (counties.Count == 0) return states.GetValueOrDefault(NameKey.Of(state));
        return new Place(PlaceKind.County, string.Join('+', countyFips), shown, state ?? "", new(counties.Average(p => p.Latitude), counties.Average(p => p.Longitude)));
    }

    /// <summary>The place that words mean: a ZIP, "Washington County, VT", "Montpelier, Vermont", or a name that only one place has.</summary>
    /// <exception cref="Refusal">No such place, or several; names some of them.</exception>
    public Place Meant(string words)
    {
        var typed = words.Trim();
        if (PostalAddress.Zip5(typed) is { } zip && typed.Length is 5 or 9 or 10)
            return Of(PlaceKind.ZipArea, zip) ?? throw new Refusal("place.zip-unknown", "near", zip);
        var key = NameKey.Of(typed);
        if (states.TryGetValue(key, out var state)) return state;
        var found = Named(key);
        if (found.Count == 0) throw new Refusal("place.unknown", "near", typed);
        // A city inside a county of the same state and name is the nearer meaning.
        return found.Count == 1 ? found[0] : throw new Refusal("place.several", "near", typed, string.Join("; ", found.OrderByDescending(p => p.Population ?? 0).Take(3).Select(p => p.Spoken)));
    }

    private List<Place> Named(string key)
    {
        var words = key.Split(' ');
        for (var tail = 1; tail <= 3 && tail < words.Length; tail++)
            if (states.TryGetValue(string.Join(' ', words[^tail..]), out var state))
            {
                var here = OfName(string.Join(' ', words[..^tail])).Where(p => p.State == state.State).ToList();
                if (here.Count > 0) return here.Count(p => p.Kind is PlaceKind.City) == 1 ? [here.First(p => p.Kind is PlaceKind.City)] : here;
            }
        return [.. OfName(key)];
    }

    private IEnumerable<Place> OfName(string key) => byName.GetValueOrDefault(key, []).Concat(key.EndsWith(" county", StringComparison.Ordinal) ? [] : byName.GetValueOrDefault($"{key} county", []));
}
