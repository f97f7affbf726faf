using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Roundtable.Demo;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;

namespace Roundtable.Benchmarks;

/// <summary>The product in production mode with the demo and enough partners, and two endpoints more: constant text and counts.</summary>
internal static class BenchServer
{
    public const string Constant = "/constant", Statements = "/bench/statements", Ready = "READY ";

    public static async Task Run(Arguments given)
    {
        var (address, count) = (given.Must("address"), new StatementCount());
        await using var app = Product.Build([], builder =>
        {
            builder.Environment.EnvironmentName = Environments.Production;
            builder.Configuration["urls"] = address;
            builder.Configuration["Roundtable:BaseUrl"] = address;
            builder.Configuration["Roundtable:RateLimits"] = "off";
            builder.Configuration["Roundtable:DataDirectory"] = given.Must("directory");
            builder.Configuration["Roundtable:Database"] = given.Must("database");
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
            builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(count));
            builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(count));
        });
        app.MapGet(Constant, () => "constant").AllowAnonymous();
        app.MapGet(Statements, () => count.Total).AllowAnonymous();
        await app.Services.Prepare();
        var (slug, cookie) = await Fill(app.Services);
        await app.StartAsync();
        Console.WriteLine($"{Ready}{slug} {cookie}");
        await app.WaitForShutdownAsync();
    }

    private static async Task<(string Slug, string Cookie)> Fill(IServiceProvider root)
    {
        await using var scope = root.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<RoundtableDb>(), scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
        await scope.ServiceProvider.GetRequiredService<DemoData>().Load(Actor.System("bench"));
        var ana = await db.People.FirstAsync(p => p.EmailKey == "ana.ruiz@example.org");
        var slug = await Stock.Fill(db, ana, now);
        db.Add(Session.Start(ana, SignInBy.Link, shared: false, null, now, out var secret));
        await db.SaveChangesAsync();
        return (slug, $"rt-session={secret}");
    }
}
