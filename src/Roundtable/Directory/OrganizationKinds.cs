namespace Roundtable.Directory;

/// <summary>What a partner does for the partnership.</summary>
public enum PartnerRole { Training, Advocacy, Assistance, Translation, Assessment }

/// <summary>Something people come for, as the partnership plans for it.</summary>
/// <param name="Risk">How near helping with it comes to giving legal advice: none, low, medium, high.</param>
/// <param name="Kinds">Kinds of organization that serve it.</param>
public sealed record ServiceNeedKind(string Code, Said Name, Said Agency, Said Bring, Said Barrier, string Risk, IReadOnlyList<string> Kinds);

/// <summary>A short text in both languages.</summary>
public sealed record Said(string English, string Spanish)
{
    public string In(string language) => language == "es" ? Spanish : English;
}

/// <summary>Which organizations to look for: by the need they serve, or by the role they could take and the sector they come from.</summary>
public static class OrganizationKinds
{
    /// <summary>The common service needs, to start from; a partnership keeps its own.</summary>
    public static readonly IReadOnlyList<ServiceNeedKind> Needs =
    [
        .. Shipped.Rows("needs.tsv").Select(r => new ServiceNeedKind(r[0], new(r[1], r[2]), new(r[3], r[4]), new(r[5], r[6]), new(r[7], r[8]), r[9], r[10].Split(' '))),
    ];

    // By role: the kinds of each sector that usually can take it. Beginnings of NTEE codes, kinds of government and library.
    private static readonly Dictionary<(PartnerRole, Sector), string[]> ByRole = new()
    {
        [(PartnerRole.Training, Sector.Library)] = ["lib:public", "B7"],
        [(PartnerRole.Training, Sector.Education)] = ["B6", "B41", "B4", "B92", "B3", "gov:school"],
        [(PartnerRole.Training, Sector.Nonprofit)] = ["U4", "J2", "B92", "T4"],
        [(PartnerRole.Training, Sector.SocialService)] = ["P84", "P81", "P2", "P27"],
        [(PartnerRole.Training, Sector.Government)] = ["gov:county", "gov:state"],
        [(PartnerRole.Training, Sector.Business)] = ["S41", "S43", "W61"],
        [(PartnerRole.Advocacy, Sector.Nonprofit)] = ["R2", "R", "W24", "R4", "I83", "T7"],
        [(PartnerRole.Advocacy, Sector.SocialService)] = ["P82", "P84", "P81", "P2"],
        [(PartnerRole.Advocacy, Sector.Business)] = ["S41", "S4"],
        [(PartnerRole.Advocacy, Sector.Media)] = ["A3"],
        [(PartnerRole.Advocacy, Sector.Faith)] = ["X"],
        [(PartnerRole.Advocacy, Sector.Library)] = ["lib:public", "B7"],
        [(PartnerRole.Advocacy, Sector.Government)] = ["gov:county", "gov:city"],
        [(PartnerRole.Assistance, Sector.Library)] = ["lib:public"],
        [(PartnerRole.Assistance, Sector.Government)] = ["gov:county", "gov:city", "gov:state", "gov:federal", "gov:county-election"],
        [(PartnerRole.Assistance, Sector.SocialService)] = ["P2", "P84", "P81", "P6", "K3", "L4", "P85", "P82"],
        [(PartnerRole.Assistance, Sector.Nonprofit)] = ["I8", "W3", "J2", "P51"],
        [(PartnerRole.Assistance, Sector.Health)] = ["E32", "E7", "F"],
        [(PartnerRole.Assistance, Sector.Faith)] = ["X"],
        [(PartnerRole.Assistance, Sector.Education)] = ["B6", "gov:school"],
        [(PartnerRole.Translation, Sector.SocialService)] = ["P84"],
        [(PartnerRole.Translation, Sector.Nonprofit)] = ["A23", "Q2", "R2"],
        [(PartnerRole.Translation, Sector.Education)] = ["B6", "B4"],
        [(PartnerRole.Translation, Sector.Faith)] = ["X"],
        [(PartnerRole.Translation, Sector.Media)] = ["A3"],
        [(PartnerRole.Assessment, Sector.Education)] = ["B4", "B5"],
        [(PartnerRole.Assessment, Sector.Nonprofit)] = ["V", "W2", "T3", "T7", "U"],
        [(PartnerRole.Assessment, Sector.Government)] = ["gov:state", "gov:county"],
        [(PartnerRole.Assessment, Sector.Health)] = ["E7"],
    };

    /// <summary>Kinds to look for when a role has nobody; of one sector, or of all. None: this sector seldom takes this role.</summary>
    public static IReadOnlyList<string> For(PartnerRole role, Sector? sector = null) =>
        sector is { } s ? ByRole.GetValueOrDefault((role, s), []) : [.. ByRole.Where(r => r.Key.Item1 == role).SelectMany(r => r.Value).Distinct()];

    /// <summary>Kinds that serve a need: <c>IMM</c> → centers for immigrants, legal aid, adult education.</summary>
    public static IReadOnlyList<string> For(string need) => Needs.FirstOrDefault(n => n.Code == need)?.Kinds ?? [];

    public static ServiceNeedKind? Need(string code) => Needs.FirstOrDefault(n => n.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What an organization is, as far as that is known: its code, or for one that people typed in, what its name and sector say.</summary>
    public static IReadOnlyList<string> Of(string? kindCode, string name, Sector sector)
    {
        if (kindCode is not null) return [kindCode];
        var key = NameKey.Of(name);
        var types = new List<Search.NamedType>();
        Search.TypeWords.NamedBy(key, types);
        return [.. types.SelectMany(t => t.Best), .. sector switch
        {
            Sector.Library => (string[])["lib:public"],
            Sector.Government when Says(key, "county") => ["gov:county"],
            Sector.Government when Says(key, "city", "town", "village") => ["gov:city"],
            Sector.Government when Says(key, "state") => ["gov:state"],
            Sector.Education when Says(key, "school", "schools") => ["gov:school"],
            _ => [],
        }];
    }

    /// <summary>Whether an organization of these kinds serves a need.</summary>
    public static bool Serves(string need, IReadOnlyCollection<string> kinds) =>
        For(need).Any(n => kinds.Any(k => k.StartsWith(n, StringComparison.Ordinal)));

    private static bool Says(string key, params IReadOnlyList<string> words) => key.Split(' ').Any(words.Contains);
}
