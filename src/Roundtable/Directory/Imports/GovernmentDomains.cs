namespace Roundtable.Directory.Imports;

/// <summary>
/// The list of .gov domains: which governments there are. Rows with the same name, unit, city, state and type are one body with several domains.
/// Security contacts are people's addresses and are never read.
/// </summary>
public sealed class GovernmentDomains : ImportSource
{
    public override string Name => "dotgov";
    public override string Title => "CISA .gov domains";
    public override string Licence => "cc0";
    public override bool HasBodies => true;
    public override Scheme? KeyScheme => Scheme.Domain;
    public override Refresh Refresh { get; } = new("Cybersecurity and Infrastructure Security Agency", "https://github.com/cisagov/dotgov-data", "Domain name", 31);
    public override IReadOnlyList<string> Columns { get; } = ["Domain name", "Domain type", "Organization name", "Suborganization name", "City", "State"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var domain = row.Needed("Domain name").ToLowerInvariant();
        if (!domain.Contains('.') || domain.Any(char.IsWhiteSpace)) throw new RowProblem("import.problem.domain", "Domain name", domain);
        var (type, body) = (row["Domain type"], row.Needed("Organization name"));
        var unit = Known(row["Suborganization name"]);
        var (city, state) = (Known(row["City"]), Known(row["State"]));
        if (state is { Length: not 2 }) throw new RowProblem("import.problem.state", "State", state);
        var (code, level, sector) = Meaning(type);
        return new ParsedRow(domain, state ?? "", new OrganizationFacts
        {
            Name = unit is null ? body : $"{unit}, {body}", Sector = body.Contains("Library", StringComparison.OrdinalIgnoreCase) ? Sector.Library : sector, Level = level,
            City = city, State = state, Located = places.Locate(null, city, state), Website = $"https://{domain}", KindCode = code,
        })
        {
            Body = Body(body, unit, city, state, type), Rank = domain.Length, Identifiers = [(Scheme.Domain, domain)],
        };
    }

    // Kept as 64 bits: only ever compared.
    private static string Body(params string?[] parts) => $"{Marks.Of(string.Join('|', parts.Select(NameKey.Of))):x16}";

    private static string? Known(string text) => text is "" or "(blank)" ? null : text;

    private static (string Code, Level Level, Sector Sector) Meaning(string type) => type switch
    {
        "City" => ("gov:city", Level.Local, Sector.Government),
        "City - Election" => ("gov:city-election", Level.Local, Sector.Government),
        "County" => ("gov:county", Level.Local, Sector.Government),
        "County - Election" => ("gov:county-election", Level.Local, Sector.Government),
        "State or territory" => ("gov:state", Level.State, Sector.Government),
        "State or territory - Election" => ("gov:state-election", Level.State, Sector.Government),
        "Interstate" => ("gov:interstate", Level.State, Sector.Government),
        "School district" => ("gov:school", Level.Local, Sector.Education),
        "" => throw new RowProblem("import.problem.empty", "Domain type"),
        _ when type.StartsWith("Federal", StringComparison.Ordinal) => ("gov:federal", Level.National, Sector.Government),
        _ when type.StartsWith("Tribal", StringComparison.Ordinal) => ("gov:tribal", Level.Local, Sector.Government),
        _ when type.StartsWith("Special district", StringComparison.Ordinal) => ("gov:special", Level.Local, Sector.Government),
        _ => throw new RowProblem("import.problem.domain-type", "Domain type", type),
    };
}
