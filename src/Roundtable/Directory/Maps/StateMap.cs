using System.Collections.Frozen;
using System.Globalization;

namespace Roundtable.Directory.Maps;

/// <summary>
/// A state with its counties, or the country with its states, as it is drawn without asking anybody: outlines of the Census Bureau that come with the product.
/// Alaska, Hawaii and Puerto Rico stand below the other states on the map of the country.
/// </summary>
public sealed class StateMap
{
    private static readonly Lazy<FrozenDictionary<string, StateMap>> All = new(() => Read(Shipped.Rows("outlines.tsv.gz")));

    private readonly Dictionary<string, Projection> projections = [];
    private readonly List<Outline> areas = [];

    private StateMap(string code, int width, int height) => (Code, Width, Height) = (code, width, height);

    /// <summary>Two letters of the state; US for the country.</summary>
    public string Code { get; }
    public int Width { get; }
    public int Height { get; }

    /// <summary>Counties of the state, or states of the country.</summary>
    public IReadOnlyList<Outline> Areas => areas;

    /// <summary>The map of a state; of the country when no state is named. None for a state without a map.</summary>
    public static StateMap? Of(string? state) => All.Value.GetValueOrDefault(state ?? "US");

    /// <summary>Where a spot lies; outside the map for one that it does not show.</summary>
    /// <param name="state">The spot's state, for the map of the country.</param>
    public MapPoint Place(Point at, string? state) => (state is not null && projections.TryGetValue(state, out var apart) ? apart : projections[""]).Place(at);

    public bool Shows(MapPoint spot) => spot.X >= 0 && spot.X <= Width && spot.Y >= 0 && spot.Y <= Height;

    private static FrozenDictionary<string, StateMap> Read(IEnumerable<string[]> rows)
    {
        var maps = new Dictionary<string, StateMap>();
        foreach (var row in rows)
            switch (row)
            {
                case ["map", var code, _, var size] when Numbers(size) is [var width, var height]: maps[code] = new(code, (int)width, (int)height); break;
                case ["frame", var code, var of, var given] when Numbers(given) is [var low, var high, var middle, var scale, var x, var y]: maps[code].projections[of] = new(low, high, middle, scale, x, y); break;
                case ["area", var code, var area, var shape]: maps[code].areas.Add(new(area, shape)); break;
            }
        return maps.ToFrozenDictionary();
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}

/// <summary>A county or state as it is drawn.</summary>
/// <param name="Code">A county's FIPS code, a state's two letters.</param>
/// <param name="Shape">An SVG path of whole numbers; empty for a city too small to be drawn.</param>
public sealed record Outline(string Code, string Shape)
{
    /// <summary>Its parts and the holes in them, each as its corners.</summary>
    public IEnumerable<IReadOnlyList<MapPoint>> Rings()
    {
        foreach (var ring in Shape.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = ring.Split(['M', 'l', ' '], StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            var corners = new List<MapPoint>(numbers.Count / 2);
            for (var (i, x, y) = (0, 0, 0); i + 1 < numbers.Count; i += 2) corners.Add(new(x += numbers[i], y += numbers[i + 1]));
            yield return corners;
        }
    }
}
