using System.Net;
using Microsoft.AspNetCore.Http;

namespace Roundtable.Platform.Operations;

/// <summary>
/// What the browser sent beside what arrived here. Between them stands, at most sites, a proxy that must pass on the scheme,
/// the host and the client's address, and that we must be told to believe.
/// </summary>
/// <param name="Asked">Scheme and host that the browser says it is at; none when it does not say.</param>
/// <param name="Peer">Who is connected to us: the proxy, or the browser itself.</param>
/// <param name="ForwardedIgnored">A proxy's words arrived and were not believed.</param>
public sealed record ProxyCheck(Uri BaseUrl, string? Asked, string Scheme, string Host, string Client, string Peer, bool Forwarded, bool ForwardedIgnored)
{
    private static readonly string[] Words = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"];

    public static ProxyCheck Of(HttpRequest request, Uri baseUrl)
    {
        var client = Plain(request.HttpContext.Connection.RemoteIpAddress);
        var believed = request.Headers.ContainsKey("X-Original-For") || request.Headers.ContainsKey("X-Original-Proto");
        return new(baseUrl, OriginOf(request), request.Scheme, request.Host.Value ?? "", client,
            IPEndPoint.TryParse(request.Headers["X-Original-For"].ToString(), out var peer) ? Plain(peer.Address) : client,
            believed, !believed && Words.Any(request.Headers.ContainsKey));
    }

    /// <summary>What is wrong: a text key, and the line to add.</summary>
    public IEnumerable<(string Key, string Line)> Findings()
    {
        if (ForwardedIgnored) yield return ("operations.proxy.unknown", $"Roundtable__Proxy__KnownProxies={Peer}");
        else if (BaseUrl.Scheme == Uri.UriSchemeHttps && Scheme == Uri.UriSchemeHttp) yield return ("operations.proxy.scheme", "proxy_set_header X-Forwarded-Proto $scheme;");
        if (!string.Equals(Host, BaseUrl.Authority, StringComparison.OrdinalIgnoreCase) && !ForwardedIgnored) yield return ("operations.proxy.host", "proxy_set_header Host $host;");
        if (Asked is not null && !string.Equals(Asked, BaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)) yield return ("operations.proxy.base", $"Roundtable__BaseUrl={Asked}");
    }

    private static string? OriginOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) || Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out origin)
            ? origin.GetLeftPart(UriPartial.Authority) : null;

    private static string Plain(IPAddress? address) => (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
}
