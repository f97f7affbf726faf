using Roundtable.Directory;
using Roundtable.Directory.Maps;
using Roundtable.Platform.Web;

namespace Roundtable.Partnerships;

/// <summary>An organization with what it is to the partnership, for map and table.</summary>
/// <param name="What">That in words, such as "On your list: in talks".</param>
/// <param name="CountyFips">None when only the town is known.</param>
public sealed record Mapped(string Name, string Href, MapSpotKind Kind, string What, Point? At, string? State, string? CountyFips)
{
    /// <summary>In words; none when it is not known.</summary>
    public string? County { get; init; }

    /// <summary>From the middle of the place.</summary>
    public double? Miles { get; init; }

    /// <summary>Its spot on the map; none when the map does not show where it is.</summary>
    public int? Number { get; init; }
}

/// <summary>
/// A state's map, where there is one, with those at the table and those who may come. Spots are numbered from the middle of the place outwards;
/// who is at the same spot, or too near to be told apart, shares a number.
/// </summary>
internal sealed class FinderMap
{
    private FinderMap(MapView view, MapView? whole, IReadOnlyList<MapSpot> spots, IReadOnlyList<Mapped> rows) => (View, Whole, Spots, Rows) = (view, whole, spots, rows);

    public MapView View { get; }

    /// <summary>The whole state, when only the counties of the partnership are looked at.</summary>
    public MapView? Whole { get; }
    public IReadOnlyList<MapSpot> Spots { get; }

    /// <summary>All of them, by their number; those without one last.</summary>
    public IReadOnlyList<Mapped> Rows { get; }

    public static FinderMap Of(StateMap? map, IReadOnlyCollection<string> counties, Point? middle, IEnumerable<Mapped> who)
    {
        var all = who.Select(m => m with { Miles = middle is { } from && m.At is { } at ? from.MilesTo(at) : null }).OrderBy(m => m.Miles ?? double.MaxValue).ThenBy(m => m.Kind).ThenBy(m => m.Name, StringComparer.CurrentCulture).ToList();
        if (map is null) return new(new MapView(0, 0, 0, 0), null, [], all);
        var placed = all.Where(m => m.At is not null).Select(m => (Who: m, At: map.Place(m.At!.Value, m.State))).Where(m => map.Shows(m.At)).ToList();
        var whole = new MapView(-20, -20, map.Width + 40, map.Height + 40);
        var served = map.Areas.Where(a => counties.Contains(a.Code)).SelectMany(a => a.Rings()).SelectMany(r => r).ToList();
        var view = served.Count == 0 ? whole : Around([.. served, .. placed.Select(p => p.At)], whole);

        var spots = new List<(MapPoint At, List<Mapped> Who)>();
        foreach (var (one, at) in placed)
            if (spots.FirstOrDefault(s => s.At.To(at) < view.Mark * 2) is { Who: not null } near) near.Who.Add(one);
            else spots.Add((at, [one]));
        var numbered = spots.SelectMany((s, i) => s.Who.OrderBy(m => m.Kind).Select(m => m with { Number = i + 1 }));
        return new(view, view == whole ? null : whole,
            [.. spots.Select((s, i) => new MapSpot(i + 1, s.At.X, s.At.Y, s.Who.Min(m => m.Kind), string.Join("; ", s.Who.OrderBy(m => m.Kind).Select(m => m.Name))))],
            [.. numbered, .. all.Except(placed.Select(p => p.Who))]);
    }

    // A tenth of room around; never so narrow or so flat that the page would be all map, and never beyond the state.
    private static MapView Around(IReadOnlyList<MapPoint> points, MapView whole)
    {
        var (left, right, top, bottom) = (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        var room = Math.Max(right - left, bottom - top) / 10;
        var (width, height) = (Math.Max(right - left, (bottom - top) * .8) + 2 * room, Math.Max(bottom - top, (right - left) * .6) + 2 * room);
        if (width >= whole.Width * .85 && height >= whole.Height * .85) return whole;
        return new((int)((left + right - width) / 2), (int)((top + bottom - height) / 2), (int)width, (int)height);
    }
}
