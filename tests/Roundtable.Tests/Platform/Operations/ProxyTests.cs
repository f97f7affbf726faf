using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Operations;

namespace Roundtable.Tests.Platform.Operations;

public class ProxyTests
{
    /// <summary>Stands where a proxy connects from, and notes what the product believes.</summary>
    private sealed class Between(string peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, after) => { http.Connection.RemoteIpAddress = IPAddress.Parse(peer); return after(http); });
            next(app);
        };
    }

    private static Task<World> Behind(string peer, params (string, string)[] settings) => World.Open(builder =>
    {
        AsAdministrator.Comes(builder);
        builder.Services.AddSingleton<IStartupFilter>(new Between(peer));
    }, [.. settings, ("BaseUrl", "https://roundtable.example.org")]);

    private static async Task<string> Diagnostics(World world)
    {
        using var browser = world.Browser();
        browser.Headers.Add("X-Forwarded-For", "203.0.113.7");
        browser.Headers.Add("X-Forwarded-Proto", "https");
        browser.Headers.Add("X-Forwarded-Host", "roundtable.example.org");
        return (await browser.Get("/admin/diagnostics")).Words;
    }

    [Fact]
    public async Task A_known_proxy_is_believed()
    {
        await using var world = await Behind("10.0.0.2", ("Proxy:KnownNetworks", "10.0.0.0/8"));
        var words = await Diagnostics(world);
        Assert.Contains("What arrives here fits the address of this site.", words, StringComparison.Ordinal);
        Assert.Contains("203.0.113.7", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("198.51.100.9", "Proxy:KnownProxies", "10.0.0.2")]
    [InlineData("10.0.0.2", "RateLimits", "off")]
    public async Task An_unknown_proxy_is_not_believed_and_the_page_says_what_to_add(string peer, string key, string value)
    {
        await using var world = await Behind(peer, (key, value));
        var words = await Diagnostics(world);
        Assert.Contains($"Roundtable__Proxy__KnownProxies={peer}", words, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_that_keeps_the_scheme_back_is_found()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new("roundtable.example.org");
        http.Request.Headers.Referer = "https://roundtable.example.org/admin";
        var found = ProxyCheck.Of(http.Request, new Uri("https://roundtable.example.org")).Findings().ToList();
        Assert.Equal([("operations.proxy.scheme", "proxy_set_header X-Forwarded-Proto $scheme;")], found);
    }
}
