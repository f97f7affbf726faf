using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>What somebody sent after their session had ended: kept for a day, so that nothing typed is lost when they sign in again.</summary>
public sealed class KeptForm : Record
{
    public static readonly Duration Life = Duration.FromHours(24);
    public const int Longest = 512 * 1024;

    private KeptForm() { }

    public string Hash { get; private init; } = "";
    public Guid PersonId { get; private init; }

    /// <summary>The page it was sent to.</summary>
    public string Address { get; private init; } = "";
    public string Fields { get; private init; } = "";
    public Instant At { get; private init; }

    public static KeptForm Of(Guid person, string secret, string address, IEnumerable<KeptField> fields, Instant now) =>
        new() { PersonId = person, Hash = Link.HashOf(secret), Address = address, Fields = JsonSerializer.Serialize(fields), At = now };

    public IReadOnlyList<KeptField> Read() => JsonSerializer.Deserialize<List<KeptField>>(Fields) ?? [];
}

/// <summary>One field of a kept form, as it was sent.</summary>
public sealed record KeptField(string Name, string Value)
{
    /// <summary>Stands for a file, which is not kept.</summary>
    public const string File = "_file";

    [JsonIgnore] public bool IsFile => Name == File;
    [JsonIgnore] public KeyValuePair<string, string> AsPair => new(Name, Value);
}
