using System.Buffers.Text;
using System.Security.Cryptography;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.People;

/// <summary>What opened a session.</summary>
public enum SignInBy { Link, Code, Passkey, Setup }

/// <summary>
/// One browser in which a person is signed in. The browser keeps a secret, the site its hash. Where the browser is, nobody notes;
/// a coarse word for the device lets the person tell their sessions apart.
/// </summary>
public sealed class Session : Record
{
    public static readonly Duration Life = Duration.FromHours(8);
    public static readonly Duration SharedLife = Duration.FromMinutes(15);

    /// <summary>However much it is used: whoever holds a stolen one is out after a month (NIST SP 800-63B-4, 2.1.3).</summary>
    public static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>How exactly it is noted when a session was last used.</summary>
    public static readonly Duration Grain = Duration.FromMinutes(2);

    private Session() { }

    public Guid PersonId { get; private init; }
    public string Hash { get; private init; } = "";
    public Instant StartedAt { get; private init; }
    public Instant LastSeenAt { get; private set; }

    /// <summary>On a computer other people use: ends after 15 idle minutes and with the browser.</summary>
    public bool IsShared { get; private init; }

    /// <summary>Text key of a coarse word: a phone, a tablet, a computer.</summary>
    public string Device { get; private init; } = "";
    public Instant? EndedAt { get; private set; }

    /// <summary>Signs a person in and tells the secret for the browser to keep.</summary>
    /// <exception cref="Refusal">The person is suspended.</exception>
    public static Session Start(Person person, SignInBy by, bool shared, string? browser, Instant now, out string secret)
    {
        if (person.IsSuspended) throw new Refusal("people.suspended");
        secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var session = new Session { PersonId = person.Id, Hash = Link.HashOf(secret), StartedAt = now, LastSeenAt = now, IsShared = shared, Device = DeviceOf(browser) };
        session.Log(Actor.Person(person.Id, person.IsAdministrator, []), now, new SessionStarted(by.ToString().ToLowerInvariant(), shared));
        return session;
    }

    /// <summary>When it ends if it is not used from now on.</summary>
    public Instant EndsAt => EndIfSeen(LastSeenAt);
    public bool IsOpen(Instant now) => EndedAt is null && now < EndsAt;
    public Instant EndIfSeen(Instant at) => Instant.Min(at + (IsShared ? SharedLife : Life), StartedAt + Longest);

    /// <summary>Signs out. Ending one that has ended is nothing.</summary>
    public void End(Actor actor, Instant now)
    {
        if (EndedAt is not null) return;
        EndedAt = now;
        Log(actor, now, new SessionEnded());
    }

    /// <summary>Coarse on purpose: enough to recognize one's own, too little to recognize a person.</summary>
    public static string DeviceOf(string? browser) => browser switch
    {
        null or "" => "other",
        _ when Says(browser, "iPad") || Says(browser, "Tablet") || (Says(browser, "Android") && !Says(browser, "Mobile")) => "tablet",
        _ when Says(browser, "iPhone") || Says(browser, "Android") || Says(browser, "Mobile") => "phone",
        _ when Says(browser, "Windows") => "windows",
        _ when Says(browser, "Macintosh") => "mac",
        _ when Says(browser, "CrOS") => "chromebook",
        _ when Says(browser, "Linux") => "linux",
        _ => "other",
    };

    private static bool Says(string browser, string word) => browser.Contains(word, StringComparison.OrdinalIgnoreCase);
}
