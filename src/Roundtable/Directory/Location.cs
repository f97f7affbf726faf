using NodaTime;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>A place where an organization works: a branch, a bookmobile's garage, a campus.</summary>
public sealed class Location : Record
{
    private Location() { }

    public Guid OrganizationId { get; private init; }
    public Organization? Organization { get; private init; }
    public string Source { get; private init; } = "";
    public string Key { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The source's code for it: CE central, BR branch, BS bookmobile, BM books by mail.</summary>
    public string? KindCode { get; private set; }
    public string? Street { get; private set; }
    public string? City { get; private set; }
    public string? State { get; private set; }
    public string? Zip { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>None for a hidden address.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>The point is the middle of its ZIP area or city, not the address itself.</summary>
    public bool IsApproximate { get; private set; }

    /// <summary>Steps, ramps, restrooms, parking, in words.</summary>
    public string? Accessibility { get; private set; }
    public string? Languages { get; private set; }
    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    /// <summary>The address is for the organization's own people only, as with a shelter: no page, file or search gives it away.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Nobody works there any more since.</summary>
    public LocalDate? ClosedOn { get; private set; }
    public string Corrected { get; private set; } = "";
    public Instant? CorrectedAt { get; private set; }
    public LocalDate? AssuredOn { get; private set; }
    public Assurer AssuredBy { get; private set; }

    public Point? At => Point.Of(Latitude, Longitude);
    public IReadOnlyList<string> LanguageCodes => Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
    public IReadOnlyList<string> CorrectedFields => Corrected.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>People may be told where it is.</summary>
    public bool IsShown => !IsHidden && ClosedOn is null;

    /// <summary>Adds a place to an organization's entry.</summary>
    /// <exception cref="Refusal">Not one of its people, a convener or an administrator; or something that cannot be meant.</exception>
    public static Location Open(Actor actor, Instant now, Organization organization, LocationEntry entry, Located located)
    {
        actor.MustKeep(organization.Id);
        var right = entry.Checked();
        var location = new Location { OrganizationId = organization.Id, Source = ServiceOffered.ByHand, Key = $"{Ids.New()}", CorrectedAt = now };
        location.Write(right, located.At, now);
        (location.AssuredOn, location.AssuredBy) = (now.InUtc().Date, actor.AssurerOf(organization.Id));
        location.Log(actor, now, new LocationAdded(organization.Id));
        return location;
    }

    /// <summary>Puts right what is wrong. Fields that change are kept as corrected.</summary>
    /// <inheritdoc cref="Open"/>
    public void Correct(Actor actor, Instant now, LocationEntry entry, Located located)
    {
        actor.MustKeep(OrganizationId);
        var right = entry.Checked();
        var changed = LocationEntry.Differing(Entry(), right);
        if (changed.Count == 0) throw new Refusal("organization.nothing-changed");
        Write(right, changed.Contains("address") || changed.Contains("hidden") ? located.At : At, now);
        Corrected = string.Join(' ', CorrectedFields.Union(changed).Order());
        CorrectedAt = now;
        (AssuredOn, AssuredBy) = (now.InUtc().Date, actor.AssurerOf(OrganizationId));
        Log(actor, now, new LocationCorrected(OrganizationId, changed));
    }

    /// <summary>Somebody who knows says: still right.</summary>
    public void Assure(Actor actor, Instant now)
    {
        actor.MustKeep(OrganizationId);
        (AssuredOn, AssuredBy) = (now.InUtc().Date, actor.AssurerOf(OrganizationId));
        Log(actor, now, new LocationAssured(OrganizationId));
    }

    /// <summary>As a form shows it.</summary>
    public LocationEntry Entry() => new()
    {
        Name = ShownName.Of(Name), Street = Street, City = City, State = State, Zip = Zip, Phone = Phone, Accessibility = Accessibility, Languages = LanguageCodes, Openings = Openings, IsHidden = IsHidden,
        IsClosed = ClosedOn is not null,
    };

    internal static Location Of(Guid organization, string source, string key, LocationFacts facts)
    {
        var location = new Location { OrganizationId = organization, Source = source, Key = key };
        location.Take(facts);
        return location;
    }

    /// <summary>Takes what its source now says, except where a person knew better.</summary>
    internal void Take(LocationFacts facts)
    {
        bool May(string field) => !CorrectedFields.Contains(field);
        if (May("name")) Name = facts.Name;
        KindCode = facts.KindCode;
        if (May("hidden")) IsHidden = facts.IsHidden;
        if (May("address"))
        {
            (Street, City, State, Zip) = (facts.Street, facts.City, facts.State, facts.Zip);
            Locate(facts.At, facts.IsApproximate);
        }
        if (May("phone")) Phone = facts.Phone;
        if (May("accessibility")) Accessibility = facts.Accessibility;
        if (May("languages")) Languages = facts.Languages;
        if (May("openings")) Openings = facts.Openings;
    }

    internal LocationFacts Facts() => new(Name, KindCode, Street, City, State, Zip, Phone, At)
    {
        Accessibility = Accessibility, Languages = Languages, Openings = Openings, IsHidden = IsHidden, IsApproximate = IsApproximate,
    };

    private void Write(LocationEntry right, Point? at, Instant now)
    {
        (Name, Street, City, State, Zip, Phone) = (right.Name, right.Street, right.City, right.State, right.Zip, right.Phone);
        (Accessibility, Openings, IsHidden) = (right.Accessibility, right.Openings, right.IsHidden);
        Languages = right.Languages.Count == 0 ? null : string.Join(' ', right.Languages);
        ClosedOn = right.IsClosed ? ClosedOn ?? now.InUtc().Date : null;
        Locate(at, at is not null && (at != At || IsApproximate));
    }

    // A distance from several spots would give a hidden address away.
    private void Locate(Point? at, bool isApproximate) => (Latitude, Longitude, IsApproximate) = IsHidden ? (null, null, false) : (at?.Latitude, at?.Longitude, isApproximate);
}

/// <summary>One address where the organization serves people, as a source tells it.</summary>
public sealed record LocationFacts(string Name, string? KindCode, string? Street, string? City, string? State, string? Zip, string? Phone, Point? At)
{
    public string? Accessibility { get; init; }

    /// <summary>Language codes with a blank between.</summary>
    public string? Languages { get; init; }
    public IReadOnlyList<Opening> Openings { get; init; } = [];
    public bool IsHidden { get; init; }
    public bool IsApproximate { get; init; }
}

/// <summary>What a person types or corrects about a place.</summary>
public sealed record LocationEntry
{
    public string Name { get; init; } = "";
    public string? Street { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public string? Phone { get; init; }
    public string? Accessibility { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<Opening> Openings { get; init; } = [];
    public bool IsHidden { get; init; }

    /// <summary>Nobody works there any more.</summary>
    public bool IsClosed { get; init; }

    private static readonly IReadOnlyList<(string Name, Func<LocationEntry, string> Text)> fields =
    [
        ("name", e => e.Name), ("address", e => $"{e.Street}\n{e.City}\n{e.State}\n{e.Zip}"), ("phone", e => e.Phone ?? ""), ("accessibility", e => e.Accessibility ?? ""),
        ("languages", e => string.Join(' ', e.Languages)), ("openings", e => string.Join('\n', e.Openings)), ("hidden", e => $"{e.IsHidden}"), ("closed", e => $"{e.IsClosed}"),
    ];

    public static IReadOnlyList<string> Differing(LocationEntry before, LocationEntry after) => [.. fields.Where(f => f.Text(before) != f.Text(after)).Select(f => f.Name)];

    /// <summary>With its blanks trimmed, or a refusal that names the input.</summary>
    public LocationEntry Checked()
    {
        var (street, city, state, zip) = EntryFields.AddressOf(Street, City, State, Zip);
        return this with
        {
            Name = EntryFields.Trimmed(Name, "Name", 200) ?? throw new Refusal("location.name-missing", "Name"),
            Street = street,
            City = city,
            State = state,
            Zip = zip,
            Phone = EntryFields.Trimmed(Phone, "Phone", 200),
            Accessibility = EntryFields.Trimmed(Accessibility, "Accessibility", 2000, lines: true),
            Languages = EntryFields.LanguagesOf(Languages),
            Openings = OpeningHours.Grouped(Openings),
        };
    }
}
