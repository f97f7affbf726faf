using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Access;

/// <summary>What a link is for. A link for one thing opens nothing else.</summary>
public enum LinkPurpose { Setup, SignIn, Invitation, Personal, MailChoices, Api, EmailChange, Feed }

/// <summary>Why a link does not open.</summary>
public enum LinkState { Good, Expired, Used, Revoked }

/// <summary>
/// The one kind of secret handed out: 128 random bits, kept as a hash, for one purpose and one subject, until a date, revocable.
/// Opening it shows a page; only a POST acts, because mail scanners open every link.
/// </summary>
public sealed class Link : Record
{
    private Link() { }

    public LinkPurpose Purpose { get; private init; }
    public string Hash { get; private init; } = "";
    public Guid? PersonId { get; private init; }
    public Guid? PartnershipId { get; private init; }

    /// <summary>What it is about: an invitation, a session, a token's owner.</summary>
    public Guid? SubjectId { get; private init; }

    /// <summary>Second, short secret typed by hand with sign-in; hashed like the first.</summary>
    public string? CodeHash { get; private init; }
    public int WrongCodes { get; private set; }

    /// <summary>What a personal access token may do.</summary>
    public string? Scopes { get; private init; }

    /// <summary>What a token's owner calls it, or the address that is to be proven.</summary>
    public string? Label { get; private init; }
    public Instant CreatedAt { get; private init; }
    public Instant ExpiresAt { get; private init; }
    public bool OnceOnly { get; private init; }
    public Instant? UsedAt { get; private set; }
    public Instant? RevokedAt { get; private set; }

    /// <summary>Makes a link and tells its secret, which is never known again.</summary>
    public static Link Make(LinkPurpose purpose, Instant now, Duration life, out string secret,
        Guid? person = null, Guid? partnership = null, Guid? subject = null, bool onceOnly = false, string? code = null, string? scopes = null, string? label = null)
    {
        secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        return new Link
        {
            Purpose = purpose, Hash = HashOf(secret), PersonId = person, PartnershipId = partnership, SubjectId = subject,
            CodeHash = code is null ? null : HashOf($"{HashOf(secret)}/{code}"), OnceOnly = onceOnly, Scopes = scopes, Label = label,
            CreatedAt = now, ExpiresAt = now + life,
        };
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public LinkState StateAt(Instant now) =>
        RevokedAt is not null ? LinkState.Revoked
        : OnceOnly && UsedAt is not null ? LinkState.Used
        : now >= ExpiresAt ? LinkState.Expired
        : LinkState.Good;

    /// <summary>Spends the link, or notes that it was used.</summary>
    /// <exception cref="Refusal">Expired, used or revoked.</exception>
    public void Use(Instant now)
    {
        var state = StateAt(now);
        if (state is not LinkState.Good) throw new Refusal($"link.{state.ToString().ToLowerInvariant()}");
        UsedAt = now;
    }

    /// <summary>Whether the typed code fits; five wrong ones spend the link.</summary>
    public bool Fits(string code, Instant now)
    {
        if (StateAt(now) is not LinkState.Good || CodeHash is null) return false;
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf($"{Hash}/{code}")), Encoding.ASCII.GetBytes(CodeHash))) return true;
        if (++WrongCodes >= 5) RevokedAt = now;
        return false;
    }

    public void Revoke(Instant now) => RevokedAt ??= now;
}
