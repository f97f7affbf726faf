using NodaTime;
using Roundtable.Directory;
using Roundtable.Platform.Access;

namespace Roundtable.Partnerships;

/// <summary>A seat as lists, the table and the journey see it. Holds nothing private.</summary>
public sealed record SeatView
{
    public required Guid Id { get; init; }
    public required Guid PartnershipId { get; init; }
    public required int Number { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public required Sector Sector { get; init; }
    public string? City { get; init; }
    public bool IsObserver { get; init; }
    public bool IsKeyPlayer { get; init; }
    public Instant SeatedAt { get; init; }
    public LocalDate? TermUntil { get; init; }
    public required IReadOnlyList<SeatOffer> Offered { get; init; }
    public IReadOnlyList<PartnerRole> Offers => field ??= [.. Offered.Select(o => o.Role)];
    public IReadOnlyList<string> Languages => field ??= [.. Offered.SelectMany(o => o.Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Distinct()];

    /// <summary>Of the organization in the directory: its row in the index, what it is, where, and what tells it apart from others of its name.</summary>
    public int OrganizationNumber { get; init; }
    public string? KindCode { get; init; }
    public string? State { get; init; }
    public string? CountyFips { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? AlsoKnownAs { get; init; }

    /// <summary>Roles of the seat that somebody has today.</summary>
    public required IReadOnlyList<Role> Filled { get; init; }

    /// <summary>Roles somebody left, whoever came after.</summary>
    public required IReadOnlyList<Role> Left { get; init; }

    /// <summary>Items of its brief that all partners may read.</summary>
    public required int SharedItems { get; init; }

    public bool Has(Role role) => Filled.Contains(role);
    public IEnumerable<Role> Vacant => Left.Distinct().Where(r => !Has(r));

    /// <summary>Somebody speaks for the organization, and it has said what it brings or wants.</summary>
    public bool HasTakenPart => Filled.Count > 0 && (Offers.Count > 0 || SharedItems > 0);

    /// <summary>Words that several names share, such as the county's: they tell no two apart.</summary>
    public static IReadOnlySet<string> SharedWords(IEnumerable<string> names) =>
        names.SelectMany(n => n.Split(' ').Distinct()).GroupBy(w => w).Where(g => g.Count() > 2).Select(g => g.Key).ToHashSet();

    /// <summary>Two letters for the picture of the table.</summary>
    public static string InitialsOf(string name, IReadOnlySet<string>? shared = null)
    {
        if (shared is not null && string.Join(' ', name.Split(' ').Where(w => !shared.Contains(w))) is { Length: > 1 } telltale) name = telltale;
        var words = name.Split([' ', '-', '/', '&', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetterOrDigit(w[0])).ToList();
        var telling = words.Where(w => char.IsUpper(w[0]) || char.IsDigit(w[0])).DefaultIfEmpty(words.FirstOrDefault() ?? "?").ToList();
        return string.Concat(telling.Take(2).Select(w => char.ToUpperInvariant(w[0])));
    }
}

/// <param name="Languages">Codes with a blank between.</param>
public sealed record SeatOffer(PartnerRole Role, string? Languages);
