using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>An organization at the table or in talks, as it counts for what is covered.</summary>
/// <param name="Seated">At the table; else a prospect.</param>
public sealed record Covering(Sector Sector, IReadOnlyCollection<PartnerRole> Roles, IReadOnlyCollection<string> Languages, bool Seated);

/// <summary>
/// Who does what, by role and sector: what seats offer, and where nobody is. A hole is a role without any offer,
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

    public int At(PartnerRole role, Sector sector) => who.Count(c => c.Seated && c.Sector == sector && c.Roles.Contains(role));
    public int InTalks(PartnerRole role) => who.Count(c => !c.Seated && c.Roles.Contains(role));
    public bool IsCovered(PartnerRole role) => who.Any(c => c.Seated && c.Roles.Contains(role));
    public bool IsHole(PartnerRole role, Sector sector) => !IsCovered(role) && Likely[role].Contains(sector);

    /// <summary>Roles nobody at the table has taken.</summary>
    public IReadOnlyList<PartnerRole> Missing => [.. Enum.GetValues<PartnerRole>().Where(r => !IsCovered(r))];

    /// <summary>Languages asked for, each with how many at the table bring it.</summary>
    public IReadOnlyList<(string Language, int Offered)> Languages(IEnumerable<string> needed) =>
        [.. needed.Select(l => (l, who.Count(c => c.Seated && c.Languages.Contains(l)))).OrderBy(l => l.Item2).ThenBy(l => l.l, StringComparer.Ordinal)];
}
