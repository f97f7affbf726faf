namespace Roundtable.Directory.Imports;

/// <summary>Departments and agencies of the federal government with their bureaus, as the .gov program keeps them.</summary>
public sealed class FederalAgencies : ImportSource
{
    public override string Name => "federal-agencies";
    public override string Title => "CISA federal agencies and bureaus";
    public override string Licence => "cc0";
    public override Refresh Refresh { get; } = new("Cybersecurity and Infrastructure Security Agency", "https://github.com/cisagov/dotgov-data", "Agency, Bureau", 31);
    public override IReadOnlyList<string> Columns { get; } = ["Agency", "Bureau"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var (agency, bureau) = (row.Needed("Agency"), row.OrNull("Bureau"));
        var isBureau = bureau is not null && bureau != agency;
        return new ParsedRow($"{NameKey.Of(agency)}|{NameKey.Of(bureau)}", "", new OrganizationFacts
        {
            Name = bureau ?? agency, AlsoKnownAs = isBureau ? agency : null, Sector = Sector.Government, Level = Level.National, KindCode = "gov:federal",
        });
    }
}
