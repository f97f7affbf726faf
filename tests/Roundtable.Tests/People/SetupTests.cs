using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Hosting;
using Roundtable.Platform.Operations;

namespace Roundtable.Tests.People;

public class SetupTests
{
    private static string File(World world) => Path.Combine(world.Services.GetRequiredService<Settings>().DataDirectory, "setup-token");
    private static string? Line(World world) => world.Services.GetServices<OpeningLine>().Select(l => l.Say()).OfType<string>().FirstOrDefault(l => l.Contains("setup", StringComparison.Ordinal));

    private static async Task<Page> Begin(Browser browser, string token, string email = "ana@example.org") =>
        await browser.Submit(await browser.Get("/setup"), "setup", ("Input.FullName", "Ana Ruiz"), ("Input.Email", email), ("Input.Language", "es"), ("Input.Token", token), ("Input.TimeZone", "America/Denver"));

    [Fact]
    public async Task Nodes_that_start_at_once_leave_one_token_that_works()
    {
        await using var world = await World.Open();
        var nodes = Enumerable.Range(0, 4).Select(_ => new SetupToken(world.Services.GetRequiredService<Settings>()));
        await Task.WhenAll(nodes.Select(n => Task.Run(() => world.See(async db => { await n.Renew(db, world.Now, default); return 0; }))));
        Assert.Equal(1, await world.See(db => db.Links.CountAsync(l => l.Purpose == LinkPurpose.Setup && l.RevokedAt == null)));
    }

    [Fact]
    public async Task The_first_administrator_comes_by_the_printed_token_once()
    {
        await using var world = await World.Open();
        var token = (await System.IO.File.ReadAllTextAsync(File(world))).Trim();
        Assert.Equal($"Open http://localhost/setup#token={token}", Line(world));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File(world)));

        using var browser = world.Browser();
        var page = await Begin(browser, token);
        Assert.Equal(("/setup/next", "¿Qué sigue?"), (page.Address, page.Heading));
        Assert.Equal("/partnerships/new", page.Link("Fundar una alianza"));
        var ana = await world.See(db => db.People.SingleAsync());
        Assert.Equal((true, "es", "America/Denver"), (ana.IsAdministrator, ana.Language, ana.TimeZone));
        Assert.False(System.IO.File.Exists(File(world)));
        Assert.Null(Line(world));

        using var second = world.Browser();
        Assert.Equal("This site is set up", (await second.Get("/setup")).Heading);
        Assert.Equal(1, await world.See(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Without_the_token_the_page_does_nothing()
    {
        await using var world = await World.Open();
        using var browser = world.Browser();
        foreach (var wrong in new[] { "", "nonsense", "#token=AAAAAAAAAAAAAAAAAAAAAA" })
        {
            var page = await Begin(browser, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("This is not the setup token", Assert.Single(page.Errors), StringComparison.Ordinal);
        }
        Assert.Equal(0, await world.See(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_new_start_makes_a_new_token_and_the_old_one_stops()
    {
        await using var world = await World.Open();
        var old = (await System.IO.File.ReadAllTextAsync(File(world))).Trim();
        await world.Services.Prepare();
        var fresh = (await System.IO.File.ReadAllTextAsync(File(world))).Trim();
        Assert.NotEqual(old, fresh);
        using var browser = world.Browser();
        Assert.Equal("This link was ended. Ask for a new one.", Assert.Single((await Begin(browser, old)).Errors));
        Assert.Equal("/setup/next", (await Begin(browser, $"http://localhost/setup#token={fresh}")).Address);
        await world.Services.Prepare();
        Assert.False(System.IO.File.Exists(File(world)));
    }

    [Fact]
    public async Task The_token_works_for_a_day()
    {
        await using var world = await World.Open();
        var token = (await System.IO.File.ReadAllTextAsync(File(world))).Trim();
        world.Clock.Advance(Duration.FromHours(24));
        using var browser = world.Browser();
        Assert.Equal("This link is too old. Ask for a new one.", Assert.Single((await Begin(browser, token)).Errors));
    }

    [Fact]
    public async Task Somebody_known_before_becomes_the_administrator_under_their_address()
    {
        await using var world = await World.Open();
        var ana = await world.Person("Ana Ruiz", email: "Ana@Example.org");
        using var browser = world.Browser();
        await Begin(browser, await System.IO.File.ReadAllTextAsync(File(world)));
        Assert.Equal(ana.Id, await world.See(db => db.People.Where(p => p.IsAdministrator).Select(p => p.Id).SingleAsync()));
    }
}
