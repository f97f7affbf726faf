namespace Roundtable.Platform.Web;

/// <summary>One place at the table, as it is drawn.</summary>
/// <param name="Initials">Two or three letters inside the circle; a missing role shows a plus.</param>
/// <param name="Name">The organization, or the role nobody has taken.</param>
/// <param name="Sector">library, government, nonprofit, education, business or other: decides the colour.</param>
public sealed record ChartSeat(string Initials, string Name, string? Href, string Sector = "other", ChartSeatState State = ChartSeatState.Seated);

/// <summary>Full, outlined, or dashed.</summary>
public enum ChartSeatState { Seated, InTalks, Missing }

/// <summary>Where the circles stand: evenly around the table, smaller when there are many.</summary>
internal sealed class TablePlan(int seats)
{
    private const double Middle = 160;

    // As large as neighbours allow with a gap of an eighth between them.
    private static double Fit(int seats) => seats < 2 ? 26 : .88 * Math.Sin(Math.PI / seats) is var s ? (Middle - 16) * s / (1 + s) : 0;

    public double Radius { get; } = Math.Clamp(Fit(seats), 4, 26);

    public double Around => Middle - 16 - Radius;
    public double Board => Around - Radius - 8;

    /// <summary>The first stands on top, the others follow the clock.</summary>
    public (double X, double Y) Place(int index)
    {
        var angle = Math.Tau * index / Math.Max(1, seats) - Math.PI / 2;
        return (Math.Round(Middle + Around * Math.Cos(angle), 1), Math.Round(Middle + Around * Math.Sin(angle), 1));
    }
}
