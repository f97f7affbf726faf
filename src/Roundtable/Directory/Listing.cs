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
