using System.Collections.Frozen;

namespace Roundtable.Directory.Imports;

/// <summary>
/// The national survey's list of library buildings and bookmobiles. One row is one outlet; the outlets of one library system share FSCSKEY
/// and become one organization with locations, described by its central outlet.
/// </summary>
public sealed class LibraryOutlets : ImportSource
{
    private static readonly Lazy<FrozenDictionary<string, string>> SystemNames = new(() =>
    {
        using var reader = new StreamReader(Shipped.Open("library-systems.csv.gz"));
        using var sheet = new SheetReader(reader, ',');
        var names = new Dictionary<string, string>();
        while (sheet.Read()) names[sheet[0]] = sheet[1];
        return names.ToFrozenDictionary();
    });

    public override string Name => "pls-outlets";
    public override string Title => "IMLS Public Libraries Survey, outlets";
    public override string Licence => "public-domain";
    public override bool HasBodies => true;
    public override Refresh Refresh { get; } = new("Institute of Museum and Library Services", "https://www.imls.gov/research-evaluation/surveys/public-libraries-survey-pls", "FSCSKEY, FSCS_SEQ", 365);
    public override IReadOnlyList<string> Columns { get; } = ["STABR", "FSCSKEY", "FSCS_SEQ", "LIBNAME", "ADDRESS", "CITY", "ZIP", "PHONE", "C_OUT_TY", "LONGITUD", "LATITUDE", "INCITSST", "INCITSCO"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var (system, sequence, name, state) = (row.Needed("FSCSKEY"), row.Needed("FSCS_SEQ"), row.Needed("LIBNAME"), row.Needed("STABR"));
        if (state.Length != 2) throw new RowProblem("import.problem.state", "STABR", state);
        var kind = row["C_OUT_TY"];
        var (street, city, zip, phone) = (Known(row["ADDRESS"]), Known(row["CITY"]), Zip(row), Known(row["PHONE"]));
        var at = Cells.At(row, "LATITUDE", "LONGITUD", state);
        var county = row["INCITSST"].PadLeft(2, '0') + row["INCITSCO"].PadLeft(3, '0');
        var located = at is null ? places.Locate(zip, city, state) : new Located(at, Precision.Address, county.Length == 5 && county.All(char.IsAsciiDigit) ? county : null);
        return new ParsedRow($"{system}-{sequence}", state, new OrganizationFacts
        {
            Name = SystemNames.Value.GetValueOrDefault(system, name), Sector = Sector.Library, LibraryType = LibraryType.Public,
            Street = street, City = city, State = state, Zip = zip, Located = located, IsPoBoxOnly = PostalAddress.IsPoBox(street), Phone = phone, KindCode = "lib:public",
        })
        {
            Body = system, Rank = kind switch { "CE" => 0, "BR" => 1, "BS" => 2, _ => 3 },
            Location = new LocationFacts(name, kind, street, city, state, zip, phone, at), Identifiers = [(Scheme.Fscs, system)],
        };
    }

    // The survey writes M, -1, -3, -4 and -9 for what it does not know.
    internal static string? Known(string text) => text is "" or "M" or "-1" or "-3" or "-4" or "-9" ? null : text;

    internal static string? Zip(SheetRow row) => Cells.Zip(Known(row["ZIP"])) is { } zip ? Known(row["ZIP4"]) is { Length: 4 } four ? $"{zip}-{four}" : zip : null;
}
