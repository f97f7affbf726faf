using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>A key on a person's own device that signs them in without mail. The site keeps only its public half.</summary>
public sealed class Passkey : Record
{
    public const int LongestName = 60;

    private Passkey() { }

    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public byte[] CredentialId { get; private init; } = [];

    /// <summary>Everything the ceremony needs to know of it, as JSON.</summary>
    public string Particulars { get; private set; } = "";
    public Instant AddedAt { get; private init; }
    public Instant? UsedAt { get; private set; }

    /// <exception cref="Refusal">No name, or one nobody can read in a list.</exception>
    public static Passkey Of(Actor actor, Person person, byte[] credential, string particulars, string? name, Instant now)
    {
        var key = new Passkey { PersonId = person.Id, CredentialId = credential, Particulars = particulars, AddedAt = now };
        key.Name = NameOf(name);
        key.Log(actor, now, new PasskeyAdded());
        return key;
    }

    /// <summary>Says that the key goes; whoever calls this takes it out of the table in the same save.</summary>
    public void Remove(Actor actor, Instant now) => Log(actor, now, new PasskeyRemoved());

    /// <summary>Counts a use, so that a copied key shows.</summary>
    public void Use(string particulars, Instant now) => (Particulars, UsedAt) = (particulars, now);

    /// <exception cref="Refusal">No name, or one nobody can read in a list.</exception>
    public void Rename(Actor actor, string? name, Instant now)
    {
        var typed = NameOf(name);
        if (typed == Name) return;
        Name = typed;
        Log(actor, now, new PasskeyRenamed());
    }

    private static string NameOf(string? typed) => (typed ?? "").Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
        ? name : throw new Refusal("people.passkey.name", "Name", LongestName);
}

/// <summary>What the ceremony needs of a passkey besides its id and name.</summary>
/// <param name="SignCount">Uses so far, as the device counts them; a smaller number later means a copy.</param>
public sealed record PasskeyFacts(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    public static PasskeyFacts Of(Passkey key) => JsonSerializer.Deserialize<PasskeyFacts>(key.Particulars)!;

    [JsonIgnore] public string Written => JsonSerializer.Serialize(this);
}
