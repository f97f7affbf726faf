using System.Globalization;

namespace Roundtable.Directory.Imports;

/// <summary>Where a row of somebody's list is: its coordinates if they can be right, else what its address tells.</summary>
internal static class SheetPlace
{
    private const double Near = 500;

    public static Located Of(Func<string, string?> cell, string? zip, string? city, string? state, PlaceBook places)
    {
        var located = places.Locate(zip, city, state);
        var county = cell(ColumnMap.County) is { } named ? places.CountyNamed(named, state) : null;
        if (cell(ColumnMap.Latitude) is { } north && cell(ColumnMap.Longitude) is { } east)
            return new(Right(Degrees(north, ColumnMap.Latitude), Degrees(east, ColumnMap.Longitude), located.At ?? (state is null ? null : places.Of(PlaceKind.State, state)?.At), $"{north}, {east}"),
                Precision.Address, county?.CountyFips ?? located.CountyFips);
        if (county is null) return located;
        return located.At is null ? new(county.At, Precision.County, county.CountyFips) : located with { CountyFips = county.CountyFips };
    }

    // Swapped, or without the sign of the west: said, because the person knows which.
    private static Point? Right(double latitude, double longitude, Point? about, string found)
    {
        if ((latitude, longitude) is (0, 0)) return null;
        var at = Point.Of(latitude, longitude);
        bool Fits(Point? point) => point is { } there && (about is { } place ? there.MilesTo(place) < Near : there is { Latitude: > 17 and < 72, Longitude: > -180 and < -64 });
        if (Fits(at)) return at;
        if (Fits(Point.Of(longitude, latitude))) throw new RowProblem("import.problem.swapped", ColumnMap.Latitude, found);
        if (Fits(Point.Of(latitude, -longitude)) || Fits(Point.Of(-latitude, longitude))) throw new RowProblem("import.problem.sign", ColumnMap.Longitude, found);
        return at ?? throw new RowProblem("import.problem.coordinate", ColumnMap.Latitude, found);
    }

    private static double Degrees(string text, string field) =>
        double.TryParse(text.TrimEnd('°', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : throw new RowProblem("import.problem.coordinate", field, text);
}
