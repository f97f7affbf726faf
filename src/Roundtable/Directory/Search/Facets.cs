namespace Roundtable.Directory.Search;

/// <summary>
/// The words written into the search index beside the text, so that state, sector, kind and place narrow a search inside the index:
/// <c>stvt senonprofit lvlocal cty50023 g537x429 g537x429n h134x107 h134x107n i33x26 i33x26n kp kp2</c>.
/// </summary>
public static class Facets
{
    /// <summary>More than half of all organizations.</summary>
    public const Directory.Sector Commonest = Directory.Sector.Nonprofit;

    /// <summary>Nearly all of them.</summary>
    public const Directory.Level CommonestLevel = Directory.Level.Local;

    private static readonly string[] Sectors = [.. Enum.GetValues<Sector>().Select(s => $"se{s}".ToLowerInvariant())];
    private static readonly string[] Levels = [.. Enum.GetValues<Level>().Select(l => $"lv{l}".ToLowerInvariant())];

    public static string State(string state) => $"st{state.ToLowerInvariant()}";
    public static string Sector(Sector sector) => Sectors[(int)sector];
    public static string Level(Level level) => Levels[(int)level];

    /// <summary>A search cell, or the organizations of one sector in it: in a city that is a tenth of it.</summary>
    public static string Cell(string cell, Sector? sector) => sector is { } only ? cell + Sector(only)[2] : cell;

    public static string County(string fips) => $"cty{Plain(fips)}";
    public static string Language(string code) => $"ln{Plain(code)}";

    // Words of the index are letters and digits, whatever somebody asked for.
    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));

    public static string Of(Organization organization)
    {
        var words = new List<string>(16) { Sector(organization.Sector), Level(organization.Level) };
        if (organization.State is { Length: 2 } state) words.Add(State(state));
        if (organization.CountyFips is { } county) words.Add(County(county));
        foreach (var cell in (organization.At?.CellNames ?? []).Union(organization.LocationCells?.Split(' ') ?? []))
            words.AddRange([cell, Cell(cell, organization.Sector)]);
        words.AddRange(Kinds.Facets(organization.KindCode));
        words.AddRange(organization.LanguageCodes.Select(Language));
        return string.Join(' ', words);
    }
}
