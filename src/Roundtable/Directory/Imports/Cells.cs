using System.Globalization;

namespace Roundtable.Directory.Imports;

/// <summary>Cells as published files write them: numbers that lost their zeros, longitudes that lost their sign, names beside the one that is shown.</summary>
internal static class Cells
{
    /// <summary>Nine digits; spreadsheets drop the zeros in front.</summary>
    /// <exception cref="RowProblem">Something else.</exception>
    public static string? Ein(string? text, string column) => text is null ? null
        : text.Length is >= 7 and <= 9 && text.All(char.IsAsciiDigit) ? text.PadLeft(9, '0') : throw new RowProblem("import.problem.ein", column, text);

    /// <summary>A ZIP with the zeros a spreadsheet dropped in front.</summary>
    public static string? Zip(string? text) => text is { Length: 3 or 4 } && text.All(char.IsAsciiDigit) ? text.PadLeft(5, '0') : text;

    /// <summary>A spot in the United States. East of Greenwich are only Pacific islands and the end of the Aleutians; elsewhere the sign was lost.</summary>
    /// <exception cref="RowProblem">No number on earth.</exception>
    public static Point? At(SheetRow row, string latitude, string longitude, string? state)
    {
        var (north, east) = (Degrees(row, latitude), Degrees(row, longitude));
        MustBeHere(row, latitude, north, east);
        return Point.Of(north, east > 0 && state is not ("GU" or "MP" or "FM" or "PW" or "MH" or "AK") ? -east : east);
    }

    /// <summary>A web address in which the name of the site is in small letters; none if it cannot be one.</summary>
    public static string? Site(string? text) => text is not null && EntryFields.WebAddress(text) is { } full && Uri.TryCreate(full, UriKind.Absolute, out var site) ? site.AbsoluteUri : null;

    /// <summary>Names beside the shown one, each once.</summary>
    public static IReadOnlyList<string> Names(string shown, params IEnumerable<string?> others) =>
        [.. others.OfType<string>().Select(ShownName.Of).Where(n => n.Length > 0 && NameKey.Of(n) != NameKey.Of(shown)).DistinctBy(NameKey.Of)];

    /// <summary>What several rows of the file have in this column.</summary>
    public static HashSet<string> Shared(SourceFile file, string column)
    {
        using var sheet = file.Sheet();
        var header = SheetHeader.Read(sheet);
        var (once, shared) = (new HashSet<string>(), new HashSet<string>());
        if (header.At(column) is not { } at) return shared;
        while (sheet.Read())
            if (sheet.Span(at).Trim().ToString() is { Length: > 0 } text && !once.Add(text)) shared.Add(text);
        return shared;
    }

    /// <summary>From American Samoa to the north of Alaska.</summary>
    /// <exception cref="RowProblem">Elsewhere, as when a file gives the longitude first.</exception>
    public static void MustBeHere(SheetRow row, string latitude, double? north, double? east)
    {
        if (north is < -15 or > 72) throw new RowProblem(east is >= -15 and <= 72 ? "import.problem.swapped" : "import.problem.coordinate", latitude, row[latitude]);
    }

    private static double? Degrees(SheetRow row, string column) =>
        row.OrNull(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 180 ? degrees : throw new RowProblem("import.problem.coordinate", column, text);
}
