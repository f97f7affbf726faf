using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Roundtable.Platform.Access;

namespace Roundtable.Platform.Happenings;

/// <summary>
/// What a happening says beside who, when and what about. Holds ids, counts and codes — never names or texts of people,
/// because this table is never changed and people may ask to be forgotten.
/// </summary>
public abstract record Particulars
{
    /// <summary>The happening's word, such as <c>seat.filled</c>.</summary>
    public abstract string Kind();
}

/// <summary>One thing that happened. Append-only; each carries the hash of the one before it in its partnership's chain.</summary>
public sealed class Happening
{
    private Happening() { }

    internal Happening(Guid? partnership, Actor actor, Instant at, Particulars what, string subjectType, Guid subjectId)
    {
        Id = Ids.New();
        ChainId = partnership ?? Guid.Empty;
        At = Instant.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        Actor = actor.Name;
        SeatId = partnership is { } p ? actor.SeatIn(p) : null;
        Kind = what.Kind();
        SubjectType = subjectType;
        SubjectId = subjectId;
        Particulars = JsonSerializer.Serialize(what, what.GetType(), JsonSerializerOptions.Web);
    }

    public Guid Id { get; private init; }

    /// <summary>The partnership, or the empty id for what concerns the site.</summary>
    public Guid ChainId { get; private init; }
    public long Sequence { get; private set; }
    public Instant At { get; private init; }

    /// <summary>Who, as kind and id: <c>person:…</c>, <c>link:…</c>, <c>system:…</c>.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>The seat the person acted for.</summary>
    public Guid? SeatId { get; private init; }
    public string Kind { get; private init; } = "";
    public string SubjectType { get; private init; } = "";
    public Guid SubjectId { get; private init; }

    /// <summary>JSON, exactly as hashed.</summary>
    public string Particulars { get; private init; } = "";
    public string PreviousHash { get; private set; } = "";
    public string Hash { get; private set; } = "";

    public T Read<T>() where T : Particulars => JsonSerializer.Deserialize<T>(Particulars, JsonSerializerOptions.Web)!;

    internal void Join(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = Expected();
    }

    /// <summary>SHA-256 over everything else, each part with its length before it so that no two rows read the same.</summary>
    internal string Expected()
    {
        var text = new StringBuilder();
        foreach (var part in new[] { PreviousHash, $"{Sequence}", $"{Id}", $"{ChainId}", $"{At.ToUnixTimeMilliseconds()}", Actor, $"{SeatId}", Kind, SubjectType, $"{SubjectId}", Particulars })
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>The end of one chain. Locked while a happening is appended, so that two nodes cannot fork it.</summary>
public sealed class ChainHead
{
    public Guid Id { get; init; }
    public long Sequence { get; set; }
    public string Hash { get; set; } = "";
}
