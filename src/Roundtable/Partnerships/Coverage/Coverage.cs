using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>An organization at the table or in talks, as it counts for what is covered.</summary>
/// <param name="Seated">At the table; else a prospect.</param>
public sealed record Covering(Sector Sector, IReadOnlyCollection<PartnerRole> Roles, IReadOnlyCollection<string> Languages, bool Seated)
{
    public int Number { get; init; }
    public string Name { get; init; } = "";

    /// <summary>What it is, as codes of <see cref="Directory.Kinds"/>.</summary>
    public IReadOnlyCollection<string> Kinds { get; init; } = [];

    /// <summary>Codes of needs that people said it serves.</summary>
    public IReadOnlyCollection<string> Needs { get; init; } = [];
    public string? CountyFips { get; init; }

    public bool Serves(string need) => Needs.Contains(need) || OrganizationKinds.Serves(need, Kinds);
}

/// <summary>
/// Who does what, by role and sector, need, language and county: what seats offer, and where nobody is. A hole is a role without any offer,
/// shown in the sectors where somebody for it is usually found.
/// </summary>
public sealed class Coverage(IReadOnlyCollection<Covering> who)
{
    /// <summary>The columns: the commonest sectors, and any other that somebody stands for.</summary>
    private static readonly Sector[] Usual = [Sector.Library, Sector.Government, Sector.Nonprofit, Sector.Education, Sector.Business];

    /// <summary>Where each role is usually found.</summary>
    private static readonly Dictionary<PartnerRole, Sector[]> Likely = new()
    {
        [PartnerRole.Training] = [Sector.Library, Sector.Education],
        [PartnerRole.Advocacy] = [Sector.Nonprofit, Sector.Business],
        [PartnerRole.Assistance] = [Sector.Library, Sector.Government, Sector.Nonprofit],
        [PartnerRole.Translation] = [Sector.Nonprofit, Sector.Education],
        [PartnerRole.Assessment] = [Sector.Education, Sector.Government],
    };

    public IReadOnlyList<Sector> Sectors { get; } = [.. Usual, .. who.Where(c => c.Roles.Count > 0 && c.Seated).Select(c => c.Sector).Distinct().Except(Usual).Order()];

    /// <summary>Organizations at the table.</summary>
    public IEnumerable<Covering> Seated => who.Where(c => c.Seated);

    public int At(PartnerRole role, Sector sector) => Seated.Count(c => c.Sector == sector && c.Roles.Contains(role));
    public int With(PartnerRole role) => Seated.Count(c => c.Roles.Contains(role));
    public int From(Sector sector) => Seated.Count(c => c.Sector == sector);
    public int Speaking(PartnerRole role, string language) => Seated.Count(c => c.Roles.Contains(role) && c.Languages.Contains(language));
    public int InCounty(string fips) => Seated.Count(c => c.CountyFips == fips);
    public int Serving(string need) => Seated.Count(c => c.Serves(need));
    public int InTalks(PartnerRole role) => who.Count(c => !c.Seated && c.Roles.Contains(role));
    public bool IsCovered(PartnerRole role) => With(role) > 0;
    public bool IsHole(PartnerRole role, Sector sector) => !IsCovered(role) && Likely[role].Contains(sector);

    /// <summary>Roles nobody at the table has taken.</summary>
    public IReadOnlyList<PartnerRole> Missing => [.. Enum.GetValues<PartnerRole>().Where(r => !IsCovered(r))];

    /// <summary>Languages asked for, each with how many at the table bring it.</summary>
    public IReadOnlyList<(string Language, int Offered)> Languages(IEnumerable<string> needed) =>
        [.. needed.Select(l => (l, Seated.Count(c => c.Languages.Contains(l)))).OrderBy(l => l.Item2).ThenBy(l => l.l, StringComparer.Ordinal)];

    /// <summary>What the table covers.</summary>
    public static Coverage Of(IReadOnlyList<SeatView> table, CoverageAims aims, params IEnumerable<Covering> inTalks) => new(
    [
        .. table.Select(s => new Covering(s.Sector, [.. s.Offers], s.Languages, Seated: true)
        {
            Number = s.Number, Name = s.Name, Kinds = OrganizationKinds.Of(s.KindCode, s.Name, s.Sector), CountyFips = s.CountyFips, Needs = [.. aims.Needs.Where(n => n.Seats.Contains(s.Number)).Select(n => n.Code)],
        }),
        .. inTalks,
    ]);
}
