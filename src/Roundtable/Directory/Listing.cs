using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>
/// A row of a source that stands for an organization, kept so that a later file of the same source can be compared with it.
/// An organization may have several: a county with three web domains, a library with ten branches.
/// </summary>
public sealed class Listing
{
    public required string Source { get; init; }

    /// <summary>What the source calls the row: an EIN, an outlet number, a domain.</summary>
    public required string Key { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>What rows of the same body share within this source, where one body has several rows.</summary>
    public string? Body { get; set; }

    /// <summary>State the row was listed under: a file covers whole states.</summary>
    public string Region { get; set; } = "";

    /// <summary>Fingerprint of the row and of each of its cells: see <see cref="Imports.Marks"/>.</summary>
    public required byte[] Marks { get; set; }

    /// <summary>Marks of its row in the file of the state it moved from: that row again is an old file, not a move back.</summary>
    public byte[]? Moved { get; set; }

    /// <summary>Number of the import that added it, and of the one that last changed it.</summary>
    public int AddedBy { get; init; }
    public int ChangedBy { get; set; }
    public Instant? GoneAt { get; set; }
}

/// <summary>A number or name that identifies an organization beyond this site.</summary>
public sealed class Identifier
{
    public required Scheme Scheme { get; init; }
    public required string Value { get; init; }
    public required Guid OrganizationId { get; init; }
}

/// <summary>
/// An identifier of the legal body that an organization belongs to and others belong to as well: one EIN for the campuses of a university.
/// It says who belongs together; it never joins rows.
/// </summary>
public sealed class SharedIdentifier
{
    public required Scheme Scheme { get; init; }
    public required string Value { get; init; }
    public required Guid OrganizationId { get; init; }
}

/// <summary>A place where an organization works: a branch, a bookmobile's garage, a campus.</summary>
public sealed class Location : Record
{
    private Location() { }

    public Guid OrganizationId { get; private init; }
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
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    public Point? At => Point.Of(Latitude, Longitude);

    internal static Location Of(Guid organization, string source, string key, LocationFacts facts)
    {
        var location = new Location { OrganizationId = organization, Source = source, Key = key };
        location.Take(facts);
        return location;
    }

    internal void Take(LocationFacts facts)
    {
        (Name, KindCode, Street, City, State, Zip, Phone) = (facts.Name, facts.KindCode, facts.Street, facts.City, facts.State, facts.Zip, facts.Phone);
        (Latitude, Longitude) = (facts.At?.Latitude, facts.At?.Longitude);
    }

    internal LocationFacts Facts() => new(Name, KindCode, Street, City, State, Zip, Phone, At);
}

/// <summary>One address where the organization serves people, as a source tells it.</summary>
public sealed record LocationFacts(string Name, string? KindCode, string? Street, string? City, string? State, string? Zip, string? Phone, Point? At);
