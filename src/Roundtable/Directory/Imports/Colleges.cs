namespace Roundtable.Directory.Imports;

/// <summary>
/// The Education Department's directory of colleges and vocational schools. Several campuses may file under one EIN: they stay apart and share it.
/// Names of presidents are never read. Closed schools are not taken in, and are gone when they were listed.
/// </summary>
public sealed class Colleges(IReadOnlySet<string>? sharedEins = null) : ImportSource
{
    public override string Name => "ipeds";
    public override string Title => "NCES IPEDS, colleges and universities";
    public override string Licence => "public-domain";
    public override Scheme? KeyScheme => Scheme.Ipeds;
    public override Refresh Refresh { get; } = new("National Center for Education Statistics", "https://nces.ed.gov/ipeds/datacenter/DataFiles.aspx", "UNITID", 365);
    public override IReadOnlyList<string> Columns { get; } = ["UNITID", "INSTNM", "IALIAS", "ADDR", "CITY", "STABBR", "ZIP", "GENTELE", "EIN", "WEBADDR", "SECTOR", "CLOSEDAT", "COUNTYCD", "LONGITUD", "LATITUDE"];

    public override ImportSource On(SourceFile file) => new Colleges(Cells.Shared(file, "EIN"));

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var (unit, name, state) = (row.Needed("UNITID"), row.Needed("INSTNM"), row.Needed("STABBR"));
        if (state.Length != 2) throw new RowProblem("import.problem.state", "STABBR", state);
        if (Known(row["CLOSEDAT"]) is { } closed) throw new RowProblem("import.problem.closed", "CLOSEDAT", closed);
        var (street, city, zip, ein) = (Known(row["ADDR"]), Known(row["CITY"]), Cells.Zip(Known(row["ZIP"])), Cells.Ein(Known(row["EIN"]), "EIN"));
        var at = Cells.At(row, "LATITUDE", "LONGITUD", state);
        var isShared = sharedEins?.Contains(row["EIN"]) == true;
        return new ParsedRow(unit, state, new OrganizationFacts
        {
            Name = name, OtherNames = Cells.Names(name, row["IALIAS"].Split('|', StringSplitOptions.TrimEntries)), Sector = Sector.Education,
            Street = street, City = city, State = state, Zip = zip, Located = at is null ? places.Locate(zip, city, state) : new Located(at, Precision.Address, County(row)),
            IsPoBoxOnly = PostalAddress.IsPoBox(street), Website = Cells.Site(Known(row["WEBADDR"])), Phone = Known(row["GENTELE"]), KindCode = Kind(row["SECTOR"]),
        })
        {
            Identifiers = ein is null || isShared ? [(Scheme.Ipeds, unit)] : [(Scheme.Ein, ein), (Scheme.Ipeds, unit)],
            Shared = ein is not null && isShared ? [(Scheme.Ein, ein)] : [],
        };
    }

    // -1 not reported, -2 not applicable, -3 not available.
    private static string? Known(string text) => text is "" or "-1" or "-2" or "-3" ? null : text;

    private static string? County(SheetRow row) => Known(row["COUNTYCD"]) is { } code && code.All(char.IsAsciiDigit) ? code.PadLeft(5, '0') : null;

    private static string Kind(string sector) => sector switch
    {
        "4" => "B41",
        "5" or "6" or "7" or "8" or "9" => "B3",
        _ => "B4",
    };
}
