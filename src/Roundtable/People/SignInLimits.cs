using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>
/// Keeps anybody from trying addresses and codes in bulk. Networks are counted by a keyed hash that lives in memory only,
/// so that no one's address is kept.
/// </summary>
public sealed class SignInLimits : IDisposable
{
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
    public bool MayAsk(string? email, IPAddress? from) => !isOn || (Allows(networks, NetworkOf(from)) && Allows(addresses, Hash(Folded.Of(EmailAddress.Cleaned(email) ?? email))));

    /// <summary>Whether somebody from there may try a code or a passkey now.</summary>
    public bool MayTry(IPAddress? from) => !isOn || Allows(tries, NetworkOf(from));

    private static bool Allows(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    // Every household has a /64 of IPv6 to itself.
    private string NetworkOf(IPAddress? from)
    {
        if (from is null) return "";
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        var bytes = from.GetAddressBytes();
        return Hash(Convert.ToHexString(from.AddressFamily is AddressFamily.InterNetworkV6 ? bytes[..8] : bytes));
    }

    private string Hash(string text) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 3, QueueLimit = 0 }));

    public void Dispose()
    {
        addresses.Dispose();
        networks.Dispose();
        tries.Dispose();
    }
}
