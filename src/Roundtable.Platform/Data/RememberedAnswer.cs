using NodaTime;

namespace Roundtable.Platform.Data;

/// <summary>
/// What was answered to a request that may be repeated: the same key again within 24 hours gets the same answer and no second effect.
/// Written in the transaction of the effect; two at once meet at the primary key.
/// </summary>
public sealed class RememberedAnswer
{
    public static readonly Duration Kept = Duration.FromHours(24);

    /// <summary>Hash of who asked, which route, and the key they sent.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of what was sent: the same key with other content is a mistake worth saying.</summary>
    public required string Sent { get; init; }
    public int Status { get; init; }
    public string? Location { get; init; }
    public string? ETag { get; init; }
    public string? Body { get; init; }
    public Instant At { get; init; }
}
