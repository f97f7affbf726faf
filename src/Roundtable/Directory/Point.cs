using System.Globalization;
using System.Runtime.InteropServices;

namespace Roundtable.Directory;

/// <summary>A spot on the earth, in degrees.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Point(double Latitude, double Longitude)
{
    private const double EarthRadiusInMiles = 3958.8;

    /// <summary>Sides of the search cells, in degrees: each spot is in one cell of each size, so that a circle of any size is covered by few.</summary>
    private static readonly Grid Fine = new('g', 0.25), Middle = new('h', 0.5), Coarse = new('i', 4);

    /// <summary>None for numbers that are no place on earth, and for 0,0, which stands for "unknown" in open data.</summary>
    public static Point? Of(double? latitude, double? longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && (latitude, longitude) is not (0, 0) ? new(latitude.Value, longitude.Value) : null;

    /// <summary>Great-circle distance (haversine).</summary>
    public double MilesTo(Point other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var half = Math.Pow(Math.Sin((b - a) / 2), 2)
            + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2), 2);
        return 2 * EarthRadiusInMiles * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>The cells this spot is in, as words of the search index.</summary>
    public IEnumerable<string> CellNames => [Fine.NameAt(this), Middle.NameAt(this), Coarse.NameAt(this)];

    /// <summary>Every search cell that a circle around this point touches; each is a superset, distances are checked after.</summary>
    public IEnumerable<string> CellsWithin(double miles) => CellsWithin(miles, miles <= 12 ? Fine : miles <= 60 ? Middle : Coarse);

    private IEnumerable<string> CellsWithin(double miles, Grid grid)
    {
        var up = miles / 69.0 + 1e-6;
        var (south, north) = (Math.Max(-90, Latitude - up), Math.Min(90, Latitude + up));
        var narrowest = Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Max(Math.Abs(south), Math.Abs(north)))));
        var aside = Math.Min(180, up / narrowest);
        for (var row = grid.Row(south); row <= grid.Row(north); row++)
            for (var column = grid.Column(Longitude - aside); column <= grid.Column(Longitude + aside); column++)
                yield return grid.NameOf(row, column);
    }

    /// <summary>The fine cells of a circle in rings, the nearest first: what is in a ring is farther away than what is in those before it, or nearly so.</summary>
    public IEnumerable<IReadOnlyList<string>> RingsWithin(double miles)
    {
        var here = this;
        return CellsWithin(miles, Fine).Select(c => (Cell: c, Ring: RingOf(here.MilesToCell(c)))).GroupBy(c => c.Ring, c => c.Cell).OrderBy(g => g.Key).Select(g => g.ToList());
    }

    // 0, to 8, to 16, to 32 miles and so on.
    private static int RingOf(double miles) => miles <= 0 ? 0 : Math.Max(1, (int)Math.Ceiling(Math.Log2(miles / 4)));

    // To the nearest spot of the cell.
    private double MilesToCell(string name)
    {
        var x = name.IndexOf('x', StringComparison.Ordinal);
        var south = int.Parse(name.AsSpan(1, x - 1), CultureInfo.InvariantCulture) * Fine.Side - 90;
        var west = int.Parse(name.AsSpan(x + 1), CultureInfo.InvariantCulture) * Fine.Side - 180;
        return MilesTo(new(Math.Clamp(Latitude, south, south + Fine.Side), Math.Clamp(Longitude, west, west + Fine.Side)));
    }

    private sealed record Grid(char Letter, double Side)
    {
        private readonly int columns = (int)(360 / Side);

        public int Row(double latitude) => (int)Math.Floor((latitude + 90) / Side);
        public int Column(double longitude) => (int)Math.Floor((longitude + 180) / Side);
        public string NameOf(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letter}{row}x{(column % columns + columns) % columns}");
        public string NameAt(Point point) => NameOf(Row(point.Latitude), Column(point.Longitude));
    }
}

/// <summary>Where something is, and how exactly that is known.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Located(Point? At, Precision Precision, string? CountyFips = null)
{
    public static readonly Located Nowhere;
}
