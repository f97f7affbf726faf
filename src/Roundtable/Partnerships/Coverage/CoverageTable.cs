using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>By what it is shown who is missing.</summary>
public enum CoverageBy { Sector, Need, Language, County }

/// <summary>One line of who is missing.</summary>
/// <param name="Hole">The question to the finder.</param>
/// <param name="Who">Names of those at the table who cover it.</param>
public sealed record CoverageRow(CoverageBy By, Hole Hole, IReadOnlyList<string> Who, bool IsHole)
{
    /// <summary>Percent of the people here who speak the language, where somebody has said it.</summary>
    public decimal? Percent { get; init; }
}

/// <summary>Who is missing, line by line, for tables, files and programs.</summary>
public static class CoverageTable
{
    public static IReadOnlyList<CoverageRow> Of(Partnership partnership, Coverage coverage, CoverageAims aims) =>
        [.. BySector(coverage), .. ByNeed(coverage, aims), .. ByLanguage(coverage, aims), .. ByCounty(coverage, partnership)];

    public static IReadOnlyList<CoverageRow> BySector(Coverage coverage) =>
    [
        .. from role in Enum.GetValues<PartnerRole>() from sector in coverage.Sectors
           let row = Row(CoverageBy.Sector, new Hole(role, sector), coverage.Seated.Where(c => c.Sector == sector && c.Roles.Contains(role)), coverage.IsHole(role, sector))
           where row.IsHole || row.Who.Count > 0 select row,
    ];

    public static IReadOnlyList<CoverageRow> ByNeed(Coverage coverage, CoverageAims aims) => MissingFirst(aims.Needs.Select(n => Row(CoverageBy.Need, new Hole(Need: n.Code), coverage.Seated.Where(c => c.Serves(n.Code)))));

    public static IReadOnlyList<CoverageRow> ByLanguage(Coverage coverage, CoverageAims aims) =>
        MissingFirst(aims.Languages.OrderByDescending(l => l.Percent ?? 0).Select(l => Row(CoverageBy.Language, new Hole(PartnerRole.Translation, Language: l.Code), coverage.Seated.Where(c => c.Languages.Contains(l.Code))) with { Percent = l.Percent }));

    public static IReadOnlyList<CoverageRow> ByCounty(Coverage coverage, Partnership partnership) =>
        MissingFirst(partnership.Place.CountyFips.Select(f => Row(CoverageBy.County, new Hole(CountyFips: f), coverage.Seated.Where(c => c.CountyFips == f))));

    private static CoverageRow Row(CoverageBy by, Hole hole, IEnumerable<Covering> who, bool? isHole = null)
    {
        var names = who.Select(c => c.Name).ToList();
        return new(by, hole, names, isHole ?? names.Count == 0);
    }

    private static IReadOnlyList<CoverageRow> MissingFirst(IEnumerable<CoverageRow> rows) => [.. rows.OrderBy(r => !r.IsHole)];
}
