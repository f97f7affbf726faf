using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Roundtable.Directory.Imports;

/// <summary>The tax office's list of exempt organizations, one file per state. The column ICO mostly holds a private person's name and is never read; what else names a person is left out.</summary>
public sealed class IrsMasterFile : ImportSource
{
    public override string Name => "irs-bmf";
    public override string Title => "IRS Exempt Organizations Business Master File";
    public override string Licence => "public-domain";
    public override Refresh Refresh { get; } = new("Internal Revenue Service", "https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf", "EIN", 31);
    public override IReadOnlyList<string> Columns { get; } =
        ["EIN", "NAME", "ICO", "STREET", "CITY", "STATE", "ZIP", "GROUP", "SUBSECTION", "FOUNDATION", "STATUS", "TAX_PERIOD", "NTEE_CD", "SORT_NAME"];

    private static readonly FrozenSet<string> Offices = FrozenSet.Create(
        "TRUSTEE", "TREASURER", "TREAS", "PRESIDENT", "PRES", "SECRETARY", "SECY", "CHAIR", "CHAIRMAN", "CHAIRPERSON", "DIRECTOR", "EXECUTOR", "CEO", "CFO", "CPA", "ESQ", "ATTY");

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var ein = row.Needed("EIN");
        if (ein.Length is < 7 or > 9 || ein.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) throw new RowProblem("import.problem.ein", "EIN", ein);
        ein = ein.PadLeft(9, '0');
        var name = row.Needed("NAME");
        var (street, city, state, zip) = (row.OrNull("STREET"), row.OrNull("CITY"), row.OrNull("STATE"), row.OrNull("ZIP"));
        if (state is not null && (state.Length != 2 || !state.All(char.IsAsciiLetterUpper))) throw new RowProblem("import.problem.state", "STATE", state);
        if (zip is not null && !IsZip(zip)) throw new RowProblem("import.problem.zip", "ZIP", zip);
        var code = row.OrNull("NTEE_CD");
        return new ParsedRow(ein, state ?? "", new OrganizationFacts
        {
            Name = name, AlsoKnownAs = OtherName(row.OrNull("SORT_NAME")), Sector = SectorOf(code, name, row["SUBSECTION"], row["FOUNDATION"]),
            LibraryType = code?.StartsWith("B71", StringComparison.Ordinal) == true ? LibraryType.Special : null,
            Street = street, City = city, State = state, Zip = zip is null || zip.StartsWith("00000", StringComparison.Ordinal) ? null : zip.EndsWith("-0000", StringComparison.Ordinal) ? zip[..5] : zip,
            Located = places.Locate(zip, city, state), IsPoBoxOnly = PostalAddress.IsPoBox(street), KindCode = code, LastFiled = Period(row["TAX_PERIOD"]),
        })
        { Identifiers = [(Scheme.Ein, ein)] };
    }

    // SORT_NAME holds a second line of the name, a "doing business as", or whoever holds an office: "JANE DOE TREASURER", "DOE JANE ET AL TTEE".
    private static string? OtherName(string? sort) =>
        sort?.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && (words.Contains("TTEE") || words[0] == "ATTN" || Offices.Contains(words[^1])) ? null : sort;

    private static bool IsZip(string zip) => zip.Length is 5 or 9 or 10 && zip.All(c => char.IsAsciiDigit(c) || c == '-');

    // "202406" is the last month of the period.
    private static LocalDate? Period(string text) =>
        text.Length == 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month % 100 is >= 1 and <= 12 && month / 100 is > 1950 and < 2100
            ? new LocalDate(month / 100, month % 100, 1).With(DateAdjusters.EndOfMonth) : null;

    private static Sector SectorOf(string? code, string name, string subsection, string foundation) => code switch
    {
        ['B', '7', ..] => name.Contains("FRIENDS", StringComparison.Ordinal) ? Sector.Nonprofit : Sector.Library,
        ['B', ..] => Sector.Education,
        ['A', '3', ..] => Sector.Media,
        ['E' or 'F' or 'G' or 'H', ..] => Sector.Health,
        ['K', '3', ..] or ['L', '2' or '4' or '8', ..] or ['P', ..] or ['I', '7', ..] => Sector.SocialService,
        ['S', '4', ..] or ['W', '6', ..] => Sector.Business,
        ['X', ..] => Sector.Faith,
        null or ['Z', ..] when foundation == "10" => Sector.Faith,
        null or ['Z', ..] when subsection is "06" or "14" => Sector.Business,
        null or ['Z', ..] when IsLibrary(name) => Sector.Library,
        _ => Sector.Nonprofit,
    };

    private static bool IsLibrary(string name) => name.Contains("LIBRARY", StringComparison.Ordinal) && !name.Contains("FRIENDS", StringComparison.Ordinal);
}
