using Microsoft.Extensions.Configuration;
using Roundtable.Platform;

namespace Roundtable.Tests.Platform;

/// <summary>A setting that cannot be meant stops the start and says what would work.</summary>
[Rules]
public class SettingsTests
{
    private static IConfiguration With(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>($"Roundtable:{key}", value)]).Build();

    [Theory, InlineData("5080"), InlineData("http://localhost:5080;localhost"), InlineData("http://localhost:99999")]
    public void An_address_nobody_can_listen_at_is_named(string urls) =>
        Assert.Contains("The setting ASPNETCORE_URLS is", Assert.Throws<BadSetting>(() => Product.Build([], b => b.Configuration["urls"] = urls)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("BaseUrl", "roundtable")]
    [InlineData("BaseUrl", "ftp://example.org")]
    [InlineData("Database", "Server=x")]
    [InlineData("Mail:Port", "smtp")]
    [InlineData("Mail:Port", "70000")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Security", "ssl3")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0/99")]
    [InlineData("Proxy:KnownProxies", "proxy")]
    [InlineData("RateLimits", "sometimes")]
    [InlineData("Clock:Now", "yesterday")]
    public void A_bad_setting_is_named_with_its_value_and_an_example(string key, string value)
    {
        var bad = Assert.Throws<BadSetting>(() => Settings.From(With(key, value), development: true));
        Assert.Contains($"Roundtable__{key.Replace(":", "__", StringComparison.Ordinal)}", bad.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{value}\"", bad.Message, StringComparison.Ordinal);
        Assert.Contains("Example: ", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_development_may_set_the_clock()
    {
        Assert.NotNull(Settings.From(With("Clock:Now", "2026-12-01T09:00:00Z"), development: true).ClockStartsAt);
        Assert.Throws<BadSetting>(() => Settings.From(With("Clock:Now", "2026-12-01T09:00:00Z"), development: false));
    }

    [Fact]
    public void A_key_nobody_reads_is_told() => Assert.Equal(["Roundtable:BaseURLs"], Settings.Unknown(With("BaseURLs", "x")));

    [Fact]
    public void Everything_has_a_working_default()
    {
        var settings = Settings.From(new ConfigurationBuilder().Build(), development: false);
        Assert.StartsWith("Data Source=", settings.Database, StringComparison.Ordinal);
        Assert.True(settings.RateLimits);
    }
}
