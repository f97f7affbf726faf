using System.Text.RegularExpressions;

namespace Roundtable.Directory.Imports;

/// <summary>
/// Government websites outside .gov: towns, counties, regions and tribes that never took a .gov domain. Who a site belongs to stands in a remark;
/// rows whose remark names nobody are websites only. Federal sites belong to agencies that the .gov list has.
/// </summary>
public sealed partial class GovernmentSites : ImportSource
{
    public override string Name => "government-sites";
    public override string Title => "GSA government websites outside .gov";
    public override string Licence => "public-domain";
    public override bool HasBodies => true;
    public override Scheme? KeyScheme => Scheme.Domain;
    public override Refresh Refresh { get; } = new("General Services Administration", "https://github.com/GSA/govt-urls", "Domain name", 365);
    public override IReadOnlyList<string> Columns { get; } = ["Domain name", "Type of government", "State", "Comments", "Link", "Use case"];

    public override ParsedRow Read(SheetRow row, PlaceBook places)
    {
        var site = row.Needed("Domain name").ToLowerInvariant();
        if (!site.Contains('.') || site.Any(char.IsWhiteSpace)) throw new RowProblem("import.problem.domain", "Domain name", site);
        var (kind, level) = Meaning(row["Type of government"]) ?? throw new RowProblem("import.problem.website-only", "Type of government", row["Type of government"]);
        var state = row.OrNull("State") is { } spoken ? places.StateCode(spoken) ?? Island(spoken) ?? throw new RowProblem("import.problem.state", "State", spoken) : null;
        var name = NameIn(row["Comments"], state, places) ?? throw new RowProblem("import.problem.website-only", "Comments", row["Comments"]);
        var city = kind == "gov:city" ? Town().Replace(name, "") : null;
        var isDomain = site.IndexOfAny(['/', ':', '~', '*']) < 0;
        return new ParsedRow(site, state ?? "", new OrganizationFacts
        {
            Name = name, Sector = name.Contains("Library", StringComparison.OrdinalIgnoreCase) ? Sector.Library : Sector.Government, Level = level,
            City = city is not null && places.Of(PlaceKind.City, Place.CityCode(city, state ?? "")) is not null ? city : null, State = state,
            Located = places.Locate(null, city, state), Website = Cells.Site(row["Link"]) ?? Cells.Site(site), KindCode = kind,
        })
        {
            Body = $"{Marks.Of($"{NameKey.Of(name)}|{state}|{kind}"):x16}", Rank = site.Length, Identifiers = isDomain ? [(Scheme.Domain, site)] : [],
        };
    }

    /// <summary>"town of hope mills, nc -- Note added 12/4/13" → "Town of Hope Mills". None for a sentence about the site.</summary>
    private static string? NameIn(string remark, string? state, PlaceBook places)
    {
        var said = Note().Replace(remark, "").Trim();
        var comma = said.LastIndexOf(',');
        if (comma > 0 && places.StateCode(said[(comma + 1)..]) is { } last && (state is null || last == state)) said = said[..comma];
        if (said.Length is < 3 or > 80 || said[0] is '#' or '*' || Sentence().IsMatch(said) || said.Split(' ').Length > 10) return null;
        return said.Any(char.IsUpper) ? said : ShownName.Of(said.ToUpperInvariant());
    }

    private static string? Island(string spoken) => spoken switch { "Virgin Islands" => "VI", "Palau" => "PW", _ => null };

    private static (string Kind, Level Level)? Meaning(string type) => type switch
    {
        "Local" => ("gov:city", Level.Local),
        "County" => ("gov:county", Level.Local),
        "Regional" => ("gov:special", Level.Local),
        "State" => ("gov:state", Level.State),
        "Native Sovereign Nation / Tribal" => ("gov:tribal", Level.Local),
        _ => null,
    };

    [GeneratedRegex(@"^County:\s+|(,? website)?\.?(\s+n)?\s*(--|-\s*\d+/\d+/).*$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<!\b(St|Mt|Ft))[.;:?!]\s|://|\.(com|org|net|us)\b|redirect|website|web site|note at|portal|domain|snapshot|\b(is|are|was|has|for more|provides|offers|campaign)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(the )?(city|town|village|borough|township|municipality) of | (city|town|village|borough|township)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Town();
}
