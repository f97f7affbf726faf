namespace Roundtable.Directory.Imports;

/// <summary>
/// The national survey's list of library systems, the bodies that run the outlets. A system and its outlets share FSCSKEY and are one organization.
/// Directors' names are never read.
/// </summary>
public sealed class LibrarySystems : ImportSource
{
    public override string Name => "pls-systems";
    public override string Title => "IMLS Public Libraries Survey, systems";
    public override string Licence => "public-domain";
    public override Refresh Refresh { get; } = new("Institute of Museum and Library Services", "https://www.imls.gov/research-evaluation/surveys/public-libraries-survey-pls", "FSCSKEY", 365);
    public override IReadOnlyList<string> Columns { get; } = ["STABR", "FSCSKEY", "LIBNAME", "ADDRESS", "CITY", "ZIP", "PHONE", "C_LEGBAS", "LONGITUD", "LATITUDE"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var (system, name, state) = (row.Needed("FSCSKEY"), row.Needed("LIBNAME"), row.Needed("STABR"));
        if (row.Header.Has("FSCS_SEQ")) throw new RowProblem("import.problem.outlets", "FSCS_SEQ");
        if (state.Length != 2) throw new RowProblem("import.problem.state", "STABR", state);
        var (street, city, zip) = (LibraryOutlets.Known(row["ADDRESS"]), LibraryOutlets.Known(row["CITY"]), LibraryOutlets.Zip(row));
        var at = Cells.At(row, "LATITUDE", "LONGITUD", state);
        return new ParsedRow(system, state, new OrganizationFacts
        {
            Name = name, Sector = Sector.Library, LibraryType = LibraryType.Public, Street = street, City = city, State = state, Zip = zip,
            Located = at is null ? places.Locate(zip, city, state) : new Located(at, Precision.Address, places.Locate(zip, city, state).CountyFips),
            IsPoBoxOnly = PostalAddress.IsPoBox(street), Phone = LibraryOutlets.Known(row["PHONE"]), KindCode = "lib:public",
        })
        { Identifiers = [(Scheme.Fscs, system)] };
    }
}
