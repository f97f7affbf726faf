using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>
/// Keeps anybody from trying addresses and codes in bulk. Each node counts in memory first, which holds off a flood without the
/// database; then all nodes count together, as numbers of the site's running kind for this quarter of an hour.
/// No one's address is kept: in memory a keyed hash, in the database a slow one of its own for each quarter, until the next night.
/// </summary>
public sealed class SignInLimits : IDisposable
{
    /// <summary>How the kinds of running numbers begin that count tries.</summary>
    public const string Kind = "tries:";
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public const int PerAddress = 5;
    public const int PerNetwork = 20;
    public const int TriesPerNetwork = 60;

    private readonly bool isOn;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly PartitionedRateLimiter<string> addresses = Limiter(PerAddress);
    private readonly PartitionedRateLimiter<string> networks = Limiter(PerNetwork);
    private readonly PartitionedRateLimiter<string> tries = Limiter(TriesPerNetwork);

    public SignInLimits(Settings settings) => isOn = settings.RateLimits;

    /// <summary>Whether somebody from there may ask for mail to this address now.</summary>
    public async Task<bool> MayAsk(RoundtableDb db, string? email, IPAddress? from, Instant now)
    {
        if (!isOn) return true;
        var (network, address) = (NetworkOf(from), Folded.Of(EmailAddress.Cleaned(email) ?? email));
        return Allows(networks, network) && Allows(addresses, address)
            && await AllNodesAllow(db, "network", network, PerNetwork, now) && await AllNodesAllow(db, "address", address, PerAddress, now);
    }

    /// <summary>Whether somebody from there may try a code or a passkey now.</summary>
    public async Task<bool> MayTry(RoundtableDb db, IPAddress? from, Instant now) =>
        !isOn || (Allows(tries, NetworkOf(from)) && await AllNodesAllow(db, "try", NetworkOf(from), TriesPerNetwork, now));

    /// <summary>How the kinds of the current quarter of an hour begin.</summary>
    public static string KindNow(Instant now) => $"{Kind}{now.ToUnixTimeSeconds() / (long)Window.TotalSeconds}:";

    private bool Allows(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(who))));
        return lease.IsAcquired;
    }

    // Saved at once and by itself: a try counts whatever becomes of the request.
    private static async Task<bool> AllNodesAllow(RoundtableDb db, string what, string who, int most, Instant now)
    {
        var quarter = KindNow(now);
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(who), Encoding.UTF8.GetBytes($"{quarter}{what}"), 10_000, HashAlgorithmName.SHA256, 16);
        return await db.Together(() => db.TakeNumbers($"{quarter}{Convert.ToHexStringLower(hash)}", 1)) <= most;
    }

    // Every household has a /64 of IPv6 to itself.
    private static string NetworkOf(IPAddress? from)
    {
        if (from is null) return "";
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        var bytes = from.GetAddressBytes();
        return Convert.ToHexString(from.AddressFamily is AddressFamily.InterNetworkV6 ? bytes[..8] : bytes);
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 3, QueueLimit = 0 }));

    public void Dispose()
    {
        addresses.Dispose();
        networks.Dispose();
        tries.Dispose();
    }
}
