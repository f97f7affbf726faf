namespace Roundtable.Directory.Imports;

/// <summary>
/// The national list of museums of 2018, in three files by discipline. A university's gallery carries the university's EIN: it stays apart and shares it.
/// The physical address goes before the administrative one, that one before the geocoded one.
/// </summary>
public sealed class Museums(IReadOnlySet<string>? sharedEins = null) : ImportSource
{
    public override string Name => "museums";
    public override string Title => "IMLS Museum Data Files";
    public override string Licence => "public-domain";

    /// <summary>Each of the three files lists some kinds of museums in every state.</summary>
    public override bool IsWhole => false;
    public override Refresh Refresh { get; } = new("Institute of Museum and Library Services", "https://www.imls.gov/research-evaluation/data-collection/museum-data-files", "MID", null);
    public override IReadOnlyList<string> Columns { get; } = ["MID", "DISCIPL", "EIN", "COMMONNAME", "LEGALNAME", "ADCITY", "ADSTATE", "PHCITY", "PHSTATE", "PHONE", "WEBURL", "LONGITUDE", "LATITUDE"];

    public override ImportSource On(SourceFile file) => new Museums(Cells.Shared(file, "EIN"));

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var (key, name) = (row.Needed("MID"), row.Needed("COMMONNAME"));
        var part = ((string[])["PH", "AD", "G"]).FirstOrDefault(p => row[$"{p}CITY"].Length > 0 && row[$"{p}STATE"].Length > 0) ?? throw new RowProblem("import.problem.empty", "ADCITY");
        var state = row[$"{part}STATE"];
        if (state.Length != 2) throw new RowProblem("import.problem.state", $"{part}STATE", state);
        var (street, city, zip, ein) = (row.OrNull($"{part}STREET"), row[$"{part}CITY"], Cells.Zip(row.OrNull($"{part}ZIP")), Cells.Ein(row["EIN"] is "0" or "" ? null : row["EIN"], "EIN"));
        var at = Cells.At(row, "LATITUDE", "LONGITUDE", state);
        var county = row["FIPSST"] + row["FIPSCO"] is { Length: 5 } fips ? fips : null;
        var isOfSchool = row["UNI_F"] == "1" || row["IPEDS"].Length > 0;
        var isShared = isOfSchool || sharedEins?.Contains(row["EIN"]) == true;
        return new ParsedRow(key, state, new OrganizationFacts
        {
            Name = name, OtherNames = Cells.Names(name, row["LEGALNAME"], row["ALTNAME"], row["AKADBA"]), Sector = isOfSchool ? Sector.Education : Sector.Nonprofit,
            Street = street, City = city, State = state, Zip = zip, Located = at is null ? places.Locate(zip, city, state) : new Located(at, Precision.Address, county),
            IsPoBoxOnly = PostalAddress.IsPoBox(street), Website = Cells.Site(row.OrNull("WEBURL")), Phone = row.OrNull("PHONE"), KindCode = row.OrNull("NTEEC") ?? Kind(row["DISCIPL"]),
        })
        {
            Identifiers = ein is null || isShared ? [] : [(Scheme.Ein, ein)], Shared = ein is not null && isShared ? [(Scheme.Ein, ein)] : [],
        };
    }

    private static string Kind(string discipline) => discipline switch
    {
        "ART" => "A51",
        "BOT" => "C41",
        "CMU" => "A52",
        "HST" or "HSC" => "A54",
        "NAT" => "A56",
        "SCI" => "A57",
        "ZAW" => "D50",
        _ => "A50",
    };
}
