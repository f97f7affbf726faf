using System.Globalization;

namespace Roundtable.Directory.Imports;

/// <summary>Centre points of ZIP areas. Columns go by their names, because copies of this file differ in which of longitude and latitude comes first.</summary>
public sealed class ZipAreas : ImportSource
{
    public override string Name => "zip-areas";
    public override string Title => "Census gazetteer of ZIP code areas";
    public override string Licence => "public-domain";
    public override bool IsWhole => false;
    public override bool IsOfPlaces => true;
    public override Refresh Refresh { get; } = new("Census Bureau", "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html", "GEOID", 365);
    public override IReadOnlyList<string> Columns { get; } = ["GEOID", "INTPTLONG", "INTPTLAT"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var zip = row.Needed("GEOID");
        if (PostalAddress.Zip5(zip) is null || zip.Length != 5) throw new RowProblem("import.problem.zip", "GEOID", zip);
        var known = places.Of(PlaceKind.ZipArea, zip);
        return Coordinates.Row(new Place(PlaceKind.ZipArea, zip, zip, known?.State ?? "", Coordinates.Of(row, "INTPTLAT", "INTPTLONG"), known?.CountyFips));
    }
}

/// <summary>Counties with their centre: the Census estimate file with population, or the gazetteer without header.</summary>
public sealed class Counties : ImportSource
{
    private static readonly string[] Gazetteer = ["USPS", "GEOID", "ANSICODE", "NAME", "ALAND", "AWATER", "ALAND_SQMI", "AWATER_SQMI", "INTPTLAT", "INTPTLONG"];

    public override string Name => "counties";
    public override string Title => "Census counties";
    public override string Licence => "public-domain";
    public override bool IsWhole => false;
    public override bool IsOfPlaces => true;
    public override Refresh Refresh { get; } = new("Census Bureau", "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html", "GEOID", 365);
    public override IReadOnlyList<string> Columns { get; } = ["state_fips", "county_fips", "state_name", "county_name", "internal_point_lat", "internal_point_lon", "pop_est_2019"];

    public override bool Fits(SheetHeader first) => IsData(first) || Gazetteer.All(first.Has) || base.Fits(first);

    public override SheetHeader Header(SheetReader sheet)
    {
        var first = SheetHeader.Read(sheet);
        if (IsData(first)) return new WithoutHeader(Gazetteer);
        if (Gazetteer.All(first.Has)) return first;
        var missing = Columns.Where(c => !first.Has(c)).ToList();
        return missing.Count == 0 ? first : throw new Platform.Refusal("import.columns-missing", "Input.File", Title, string.Join(", ", missing), string.Join(", ", first.Names.Take(8)));
    }

    private static bool IsData(SheetHeader first) => first.Width == Gazetteer.Length && first.Names[1].Length == 5 && first.Names[1].All(char.IsAsciiDigit);

    public override ParsedRow Read(SheetRow row, PlaceBook places) => row.Header.Has("GEOID")
        ? Row(row.Needed("GEOID"), Whole(row, "NAME"), row.Needed("USPS"), Coordinates.Of(row, "INTPTLAT", "INTPTLONG"), null, places)
        : Row(row.Needed("state_fips").PadLeft(2, '0') + row.Needed("county_fips").PadLeft(3, '0'), Whole(row, "county_name"),
            places.StateCode(row.Needed("state_name")) ?? throw new RowProblem("import.problem.state", "state_name", row["state_name"]),
            Coordinates.Of(row, "internal_point_lat", "internal_point_lon"), int.TryParse(row["pop_est_2019"], CultureInfo.InvariantCulture, out var people) ? people : null, places);

    private static ParsedRow Row(string fips, string name, string state, Point at, int? population, PlaceBook places) =>
        Coordinates.Row(new Place(PlaceKind.County, fips, name, state, at, fips, population ?? places.Of(PlaceKind.County, fips)?.Population));

    // Names like "Dońa Ana": a copy that was read in the wrong encoding. Said, not repaired.
    private static string Whole(SheetRow row, string column)
    {
        var name = row.Needed(column);
        return name.Any(c => c > 'ÿ' || c is 'Ã' or 'â' && name.Contains('€')) ? throw new RowProblem("import.problem.damaged-name", column, name) : name;
    }
}

/// <summary>Column names of a file whose first row is already data.</summary>
public sealed class WithoutHeader(IReadOnlyList<string> names) : SheetHeader(names);

internal static class Coordinates
{
    public static ParsedRow Row(Place place) => new(place.Id, place.State, null) { Place = place };

    public static Point Of(SheetRow row, string latitude, string longitude)
    {
        var north = Degrees(row, latitude);
        var east = Degrees(row, longitude);
        Cells.MustBeHere(row, latitude, north, east);
        return Point.Of(north, east) ?? throw new RowProblem("import.problem.coordinate", longitude, row[longitude]);
    }

    private static double Degrees(SheetRow row, string column) =>
        double.TryParse(row.Needed(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : throw new RowProblem("import.problem.coordinate", column, row[column]);
}
