using Roundtable.People;
using Roundtable.Platform;

namespace Roundtable.Directory.Services;

/// <summary>Whether people can get it now; the words of HSDS.</summary>
public enum ServiceStatus { Active, TemporarilyClosed, Inactive, Defunct }

/// <summary>Who last said that an entry is right.</summary>
public enum Assurer { Source, Organization, Partnership, Administrator }

/// <summary>What somebody types, or a source says, about a service. Of persons there is nothing: the e-mail address and phone are the service's own.</summary>
public sealed record ServiceEntry
{
    public string Name { get; init; } = "";
    public string? Description { get; init; }
    public ServiceStatus Status { get; init; }
    public string? Website { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? HowToApply { get; init; }

    /// <summary>Who can use it, in words.</summary>
    public string? Eligibility { get; init; }

    public IReadOnlyList<CostOption> Costs { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Papers that people must bring.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
    public IReadOnlyList<Opening> Openings { get; init; } = [];

    /// <summary>Locations of the organization where it is offered.</summary>
    public IReadOnlyList<Guid> Places { get; init; } = [];

    /// <summary>The fields by name, to tell what a person corrected.</summary>
    private static readonly IReadOnlyList<(string Name, Func<ServiceEntry, string> Text)> fields =
    [
        ("name", e => e.Name), ("description", e => e.Description ?? ""), ("status", e => $"{e.Status}"), ("website", e => e.Website ?? ""), ("email", e => e.Email ?? ""),
        ("phone", e => e.Phone ?? ""), ("how-to-apply", e => e.HowToApply ?? ""), ("eligibility", e => e.Eligibility ?? ""),
        ("costs", e => string.Join('\n', e.Costs)), ("languages", e => string.Join(' ', e.Languages)), ("documents", e => string.Join('\n', e.Documents)),
        ("openings", e => string.Join('\n', e.Openings)), ("places", e => string.Join(' ', e.Places.Order())),
    ];

    public static IReadOnlyList<string> Differing(ServiceEntry before, ServiceEntry after) => [.. fields.Where(f => f.Text(before) != f.Text(after)).Select(f => f.Name)];

    /// <summary>What a source now says, except where a person knew better.</summary>
    public ServiceEntry Except(ServiceEntry mine, IReadOnlyList<string> corrected)
    {
        T Of<T>(string field, Func<ServiceEntry, T> value) => value(corrected.Contains(field) ? mine : this);
        return new ServiceEntry
        {
            Name = Of("name", e => e.Name), Description = Of("description", e => e.Description), Status = Of("status", e => e.Status), Website = Of("website", e => e.Website),
            Email = Of("email", e => e.Email), Phone = Of("phone", e => e.Phone), HowToApply = Of("how-to-apply", e => e.HowToApply), Eligibility = Of("eligibility", e => e.Eligibility),
            Costs = Of("costs", e => e.Costs), Languages = Of("languages", e => e.Languages), Documents = Of("documents", e => e.Documents),
            Openings = Of("openings", e => e.Openings), Places = Of("places", e => e.Places),
        };
    }

    /// <summary>With its blanks trimmed, or a refusal that names the input.</summary>
    public ServiceEntry Checked()
    {
        var entry = this with
        {
            Name = EntryFields.Trimmed(Name, "Name", 200) ?? throw new Refusal("service.name-missing", "Name"),
            Description = EntryFields.Trimmed(Description, "Description", 4000, lines: true),
            Website = EntryFields.Trimmed(Website, "Website", 300),
            Email = EntryFields.Trimmed(Email, "Email", EmailAddress.Longest),
            Phone = EntryFields.Trimmed(Phone, "Phone", 200),
            HowToApply = EntryFields.Trimmed(HowToApply, "HowToApply", 2000, lines: true),
            Eligibility = EntryFields.Trimmed(Eligibility, "Eligibility", 2000, lines: true),
            Languages = EntryFields.LanguagesOf(Languages),
            Documents = [.. Documents.Select(d => EntryFields.Trimmed(d, "Documents", 300)).OfType<string>()],
            Openings = OpeningHours.Grouped(Openings),
        };
        if (entry.Documents.Count > 50) throw new Refusal("service.too-many-lines", "Documents", 50);
        if (entry.Website is { } site && EntryFields.WebAddress(site) is null) throw new Refusal("organization.website-wrong", "Website");
        if (entry.Email is { } email && EmailAddress.Cleaned(email) is null) throw new Refusal("service.email-wrong", "Email");
        return entry with { Website = entry.Website is null ? null : EntryFields.WebAddress(entry.Website), Email = EmailAddress.Cleaned(entry.Email) };
    }
}
