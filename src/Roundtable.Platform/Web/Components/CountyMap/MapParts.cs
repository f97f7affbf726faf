using System.Globalization;

namespace Roundtable.Platform.Web;

/// <summary>The part of a map that is looked at, in its units.</summary>
public sealed record MapView(int X, int Y, int Width, int Height)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X} {Y} {Width} {Height}");

    /// <summary>How far a mark reaches from its middle: as large on each map that is drawn as wide.</summary>
    public double Mark => Math.Round(Math.Max(Width, Height) / 34.0, 1);
}

/// <summary>A county or state as it is drawn.</summary>
/// <param name="Shape">An SVG path.</param>
/// <param name="IsServed">The partnership works there.</param>
public sealed record MapArea(string Shape, string Name, bool IsServed = false);

/// <summary>What stands at a spot; the nearest to the table counts.</summary>
public enum MapSpotKind { Partner, Prospect, Candidate }

/// <summary>A numbered spot; the table beside the map has the same number.</summary>
/// <param name="Names">Who is there, for people who point at it.</param>
public sealed record MapSpot(int Number, double X, double Y, MapSpotKind Kind, string Names);
