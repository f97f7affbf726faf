using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Operations;
using Roundtable.Tests.Platform.Mail;

namespace Roundtable.Tests.Platform.Operations;

public class OperationsTests
{
    private static async Task<(HttpStatusCode, JsonElement)> Ask(World world, string path = "/health/ready")
    {
        using var browser = world.Browser();
        var page = await browser.Get(path);
        return (page.Status, JsonDocument.Parse(page.Text).RootElement);
    }

    [Fact]
    public async Task A_healthy_site_is_live_and_ready()
    {
        var world = await World.Shared;
        Assert.Equal(HttpStatusCode.OK, (await Ask(world, "/health/live")).Item1);
        var (status, json) = await Ask(world);
        Assert.Equal((HttpStatusCode.OK, "ready"), (status, json.GetProperty("status").GetString()));
        Assert.Equal("ok", json.GetProperty("database").GetString());
        Assert.DoesNotContain("Data Source", json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_migration_or_a_lost_directory_is_not_ready()
    {
        await using var world = await World.Open();
        await world.See(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """));
        var (status, json) = await Ask(world);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "pending"), (status, json.GetProperty("migrations").GetString()));
        await using var scope = world.Services.CreateAsyncScope();
        var lost = Settings.From(new ConfigurationBuilder().AddInMemoryCollection([new("Roundtable:DataDirectory", "/nowhere/at/all")]).Build(), development: true);
        Assert.Equal("cannot be written", (await Health.Look(scope.ServiceProvider.GetRequiredService<Roundtable.Platform.Data.RoundtableDb>(), lost, world.Now, default)).Disk);
    }

    [Fact]
    public async Task Mail_that_waits_for_an_hour_shows_and_turns_nobody_away()
    {
        await using var mail = await MailWorld.Open();
        await mail.Post();
        Assert.Equal("ready", (await Ask(mail.Site)).Item2.GetProperty("status").GetString());
        mail.Site.Clock.Advance(Duration.FromMinutes(61));
        var (status, json) = await Ask(mail.Site);
        Assert.Equal((HttpStatusCode.OK, "late"), (status, json.GetProperty("outbox").GetString()));
    }

    [Theory]
    [InlineData("GET http://h/me/SECRET123/tasks?code=9", "GET http://h/me/*/tasks?*")]
    [InlineData("/es/answer/SECRET /u/SECRET /link/SECRET. /feeds/SECRET/calendar.ics", "/es/answer/* /u/* /link/* /feeds/*/calendar.ics")]
    [InlineData("Mailbox <luis@example.org> is full", "Mailbox <[address]> is full")]
    [InlineData("The job SendLetters broke; reference 0A1B2C3D", "The job SendLetters broke; reference 0A1B2C3D")]
    public void A_log_holds_no_secret_and_no_address(string said, string written) => Assert.Equal(written, Redacted.Of(said));

    [Fact]
    public void A_log_line_is_json_with_its_exception_redacted()
    {
        using var text = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Error, "Roundtable.Errors", new EventId(1), "Failed /me/SECRET", new InvalidOperationException("for luis@example.org"), (s, _) => s);
        new JsonLines().Write(entry, null, text);
        var json = JsonDocument.Parse(text.ToString()).RootElement;
        Assert.Equal(("error", "Failed /me/*"), (json.GetProperty("level").GetString(), json.GetProperty("message").GetString()));
        Assert.Contains("for [address]", json.GetProperty("exception").GetString()!, StringComparison.Ordinal);
        Assert.Equal(1, text.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public async Task Keys_are_kept_in_the_database_under_the_products_name()
    {
        await using var world = await World.Open();
        world.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("x");
        Assert.True(await world.See(db => db.Set<DataProtectionKey>().AnyAsync()));
        Assert.Equal("Roundtable", world.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);
        Assert.Equal(TimeSpan.FromSeconds(20), world.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
