namespace Roundtable.Directory.Search;

/// <summary>Something a partnership needs from an organization: which kinds and languages can give it, how much it counts, and how it is said of one that can.</summary>
/// <param name="Why">The reason in words.</param>
/// <param name="Weight">Points for one that can; nearness is worth up to 30.</param>
/// <param name="Kinds">Beginnings of the kinds that can.</param>
/// <param name="Language">Whoever speaks it can too.</param>
public sealed record Concern(Why Why, double Weight, IReadOnlyList<string> Kinds, string? Language = null)
{
    /// <summary>Points for what is looked for right now, more than all nearness and signs of life together, and for what is needed besides.</summary>
    public const double Asked = 60, Besides = 20;

    /// <summary>A language counts more than a kind that only often speaks it.</summary>
    private const double Speaks = 100;

    public static Concern Of(PartnerRole role, Sector? sector = null, double weight = Asked) => new(new($"directory.why.role.{Codes.Of(role)}"), weight, OrganizationKinds.For(role, sector));
    public static Concern Of(ServiceNeedKind need, double weight = Asked) => new(new("directory.why.need", new NeedNamed(need)), weight, need.Kinds);

    /// <param name="role">What the language is wanted for.</param>
    public static Concern Of(string language, PartnerRole? role = null, double weight = Speaks) =>
        new(new(role is PartnerRole.Translation ? "directory.why.translation" : "directory.why.language", new LanguageNamed(language)), weight, [], language);

    /// <summary>What a question for a role, a need or a language wants.</summary>
    public static IReadOnlyList<Concern> Asking(PartnerRole? role, Sector? sector, ServiceNeedKind? need, string? language) =>
    [
        .. language is null ? [] : (Concern[])[Of(language, role)],
        .. role is { } r ? (Concern[])[Of(r, sector)] : [],
        .. need is null ? [] : (Concern[])[Of(need)],
    ];

    public bool Fits(string? kindCode, string? languages) =>
        kindCode is not null && Kinds.Any(k => kindCode.StartsWith(k, StringComparison.Ordinal))
        || Language is not null && languages is not null && languages.Split(' ').Contains(Language);
}

/// <summary>What whoever searches knows of organizations already: whom to leave out, and with whom there are ties.</summary>
/// <param name="Without">Numbers of organizations not to show.</param>
/// <param name="Ties">Reasons by an organization's number, the strongest first.</param>
/// <param name="Bodies">Beginnings of names whose other units are known.</param>
public sealed record Acquaintances(IReadOnlySet<int> Without, IReadOnlyDictionary<int, IReadOnlyList<Why>> Ties, IReadOnlyList<(string NameKey, Why Why)> Bodies)
{
    public static readonly Acquaintances None = new(new HashSet<int>(), new Dictionary<int, IReadOnlyList<Why>>(), []);

    /// <summary>What ties an organization to the one who searches.</summary>
    public IReadOnlyList<Why> Of(int number, string nameKey)
    {
        var ties = Ties.GetValueOrDefault(number) ?? [];
        foreach (var (body, why) in Bodies)
            if (nameKey.StartsWith(body, StringComparison.Ordinal) && nameKey.Length > body.Length && nameKey[body.Length] == ' ') return [.. ties, why];
        return ties;
    }
}
