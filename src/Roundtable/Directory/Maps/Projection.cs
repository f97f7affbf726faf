namespace Roundtable.Directory.Maps;

/// <summary>
/// How a part of the round earth lies on a flat map: Albers' conic equal-area projection, for a sphere.
/// Formulas: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), equations 14-1 to 14-6.
/// </summary>
/// <param name="Low">Southern standard parallel, in degrees.</param>
/// <param name="High">Northern standard parallel, in degrees.</param>
/// <param name="Middle">The meridian that stands upright, in degrees.</param>
/// <param name="Scale">Map units for the earth's radius.</param>
/// <param name="X">Where the middle meridian meets the equator, in map units to the right.</param>
/// <param name="Y">The same downwards.</param>
public sealed record Projection(double Low, double High, double Middle, double Scale, double X, double Y)
{
    private readonly double south = Sine(Low);
    private readonly double cone = (Sine(Low) + Sine(High)) / 2;

    public MapPoint Place(Point at)
    {
        // Around the back of the earth the shorter way.
        var aside = Math.IEEERemainder(at.Longitude - Middle, 360);
        var turn = cone * double.DegreesToRadians(aside);
        var (equator, far) = (FromPole(0), FromPole(Sine(at.Latitude)));
        return new(X + Scale * far * Math.Sin(turn), Y - Scale * (equator - far * Math.Cos(turn)));
    }

    private double FromPole(double sine) => Math.Sqrt(1 + south * (2 * cone - south) - 2 * cone * sine) / cone;

    private static double Sine(double degrees) => Math.Sin(double.DegreesToRadians(degrees));
}

/// <summary>A spot on a map, in its units, right and down from its corner.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct MapPoint(double X, double Y)
{
    public double To(MapPoint other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
