using System.Net;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Roundtable.Platform;

/// <summary>What an installer may set, all under <c>Roundtable:</c>. Only BaseUrl matters to most; everything has a working default.</summary>
public sealed class Settings
{
    public Uri BaseUrl { get; private init; } = new("http://localhost:5080");

    /// <summary><c>Data Source=…</c> for the embedded database, <c>Host=…</c> for PostgreSQL.</summary>
    public string Database { get; private init; } = "";
    public string DataDirectory { get; private init; } = "";

    /// <summary>The organization that runs this site, named at the foot of every page.</summary>
    public string? RunBy { get; private init; }
    public MailSettings Mail { get; private init; } = new(null, 587, null, null, "notices@localhost", "auto");
    public IReadOnlyList<IPNetwork> KnownNetworks { get; private init; } = [];
    public IReadOnlyList<IPAddress> KnownProxies { get; private init; } = [];
    public bool RateLimits { get; private init; } = true;

    /// <summary>The moment the clock starts at, in development only, for demos and drills.</summary>
    public Instant? ClockStartsAt { get; private init; }

    private static readonly string[] Known = ["BaseUrl", "RunBy", "Database", "DataDirectory", "Mail:Host", "Mail:Port", "Mail:User", "Mail:Password", "Mail:From", "Mail:Security",
        "Proxy:KnownNetworks", "Proxy:KnownProxies", "RateLimits", "Clock:Now"];

    /// <exception cref="BadSetting">A value that cannot be meant; names key, value and an example.</exception>
    public static Settings From(IConfiguration all, bool development)
    {
        var given = all.GetSection("Roundtable");
        var directory = Path.GetFullPath(given["DataDirectory"] ?? "data");
        return new Settings
        {
            BaseUrl = Parsed(given, "BaseUrl", "https://roundtable.example.org", new Uri("http://localhost:5080"),
                v => Uri.TryCreate(v, UriKind.Absolute, out var u) && u.Scheme is "http" or "https" ? new Uri(v.TrimEnd('/')) : null),
            DataDirectory = directory,
            RunBy = string.IsNullOrWhiteSpace(given["RunBy"]) ? null : given["RunBy"]!.Trim(),
            Database = Parsed(given, "Database", "Host=localhost;Database=roundtable;Username=roundtable", $"Data Source={Path.Combine(directory, "roundtable.db")}",
                v => v.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) || v.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) ? v : null),
            Mail = new(given["Mail:Host"],
                Parsed(given, "Mail:Port", "587", (int?)587, v => int.TryParse(v, System.Globalization.CultureInfo.InvariantCulture, out var p) && p is > 0 and < 65536 ? p : null)!.Value,
                given["Mail:User"], given["Mail:Password"],
                Parsed(given, "Mail:From", "notices@example.org", "notices@localhost", v => MimeKit.MailboxAddress.TryParse(v, out var m) && m.Address.Contains('@') ? v : null),
                Parsed(given, "Mail:Security", "auto, none, starttls or tls", "auto", v => v is "auto" or "none" or "starttls" or "tls" ? v : null)),
            KnownNetworks = Parsed(given, "Proxy:KnownNetworks", "10.0.0.0/8,192.168.0.0/16", (IReadOnlyList<IPNetwork>)[],
                v => Split(v).All(p => IPNetwork.TryParse(p, out _)) ? [.. Split(v).Select(IPNetwork.Parse)] : null),
            KnownProxies = Parsed(given, "Proxy:KnownProxies", "10.0.0.2", (IReadOnlyList<IPAddress>)[],
                v => Split(v).All(p => IPAddress.TryParse(p, out _)) ? [.. Split(v).Select(IPAddress.Parse)] : null),
            RateLimits = Parsed(given, "RateLimits", "on or off", "on", v => v is "on" or "off" ? v : null) == "on",
            ClockStartsAt = Parsed<Instant?>(given, "Clock:Now", "2026-12-01T09:00:00Z", null,
                v => development && InstantPattern.ExtendedIso.Parse(v) is { Success: true } i ? i.Value : null),
        };
    }

    /// <summary>Keys nobody reads, most likely a slip.</summary>
    public static IEnumerable<string> Unknown(IConfiguration all) =>
        all.GetSection("Roundtable").AsEnumerable(makePathsRelative: true)
            .Where(e => e.Value is not null && !Known.Contains(e.Key, StringComparer.OrdinalIgnoreCase)).Select(e => $"Roundtable:{e.Key}");

    private static string[] Split(string value) => value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static T Parsed<T>(IConfiguration given, string key, string example, T otherwise, Func<string, T?> parse) =>
        given[key] is not { Length: > 0 } value ? otherwise
        : parse(value) ?? throw new BadSetting($"Roundtable__{key.Replace(":", "__")}", value, example);
}

/// <param name="Host">Where mail is handed over; none: mail waits and links can be copied.</param>
/// <param name="Security"><c>auto</c>, <c>none</c>, <c>starttls</c> or <c>tls</c>.</param>
public sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From, string Security);

/// <summary>Stops the start: a setting that cannot be meant.</summary>
public sealed class BadSetting(string key, string value, string example)
    : Exception($"The setting {key} is \"{value}\". That does not work. Example: {key}={example}");
