using Roundtable.Directory;

namespace Roundtable.Partnerships;

/// <summary>
/// Which kinds of organization could fill a role, as open data codes them (NTEE, kinds of government and library), by sector where one is asked for.
/// </summary>
public static class FinderKinds
{
    private static readonly Dictionary<(PartnerRole, Sector), string[]> BySector = new()
    {
        [(PartnerRole.Training, Sector.Education)] = ["B6", "B3", "B4", "B92"],
        [(PartnerRole.Training, Sector.Nonprofit)] = ["B6", "B9", "B92", "J2", "P27", "P28", "U4"],
        [(PartnerRole.Training, Sector.Library)] = ["B7", "lib:public"],
        [(PartnerRole.Training, Sector.Business)] = ["S4", "J2"],
        [(PartnerRole.Advocacy, Sector.Nonprofit)] = ["I8", "R2", "R4", "W9", "P81", "P82", "P84", "W24"],
        [(PartnerRole.Advocacy, Sector.Business)] = ["S4", "S41", "S43"],
        [(PartnerRole.Advocacy, Sector.Government)] = ["gov:city", "gov:county"],
        [(PartnerRole.Assistance, Sector.Nonprofit)] = ["P2", "P28", "P4", "P5", "P6", "P8", "K3", "L2", "I8", "J2", "T7"],
        [(PartnerRole.Assistance, Sector.Government)] = ["gov:city", "gov:county", "gov:county-election", "gov:city-election", "gov:state"],
        [(PartnerRole.Assistance, Sector.Library)] = ["B7", "lib:public"],
        [(PartnerRole.Assistance, Sector.Health)] = ["E32", "E7", "E2"],
        [(PartnerRole.Translation, Sector.Nonprofit)] = ["P84", "A23", "Q7", "P87", "R2", "B6"],
        [(PartnerRole.Translation, Sector.Education)] = ["B6", "B4"],
        [(PartnerRole.Translation, Sector.Faith)] = ["X"],
        [(PartnerRole.Assessment, Sector.Education)] = ["B4", "B5", "B41"],
        [(PartnerRole.Assessment, Sector.Government)] = ["gov:county", "gov:state"],
        [(PartnerRole.Assessment, Sector.Nonprofit)] = ["S2", "T3", "V", "W7"],
    };

    /// <summary>Kinds for a role in a sector; for a role alone, those of all sectors; none when nothing is asked for.</summary>
    public static IReadOnlyList<string> For(PartnerRole? role, Sector? sector) => (role, sector) switch
    {
        (null, _) => [],
        ({ } r, { } s) => BySector.GetValueOrDefault((r, s), []),
        ({ } r, null) => [.. BySector.Where(k => k.Key.Item1 == r).SelectMany(k => k.Value).Distinct()],
    };
}
