using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;
using Roundtable.Platform.Data;
using Roundtable.Platform.Hosting;

namespace Roundtable.Tests;

/// <summary>
/// The running product on a real database. One site serves all tests of a run; each test founds its own partnership and sees no other.
/// A test that moves the clock or counts the whole site opens a site of its own.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    /// <summary>Tuesday 1 December 2026, 9 in the morning in Chicago.</summary>
    public static readonly Instant Morning = Instant.FromUtc(2026, 12, 1, 15, 0);

    private static readonly Lazy<Task<World>> ofAll = new(() => Open(adjust: null));
    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool owns;

    private World(WebApplication app, TestDatabase database, FakeClock clock, bool owns) => (this.app, this.database, Clock, this.owns) = (app, database, clock, owns);

    /// <summary>The site all tests share.</summary>
    public static Task<World> Shared => ofAll.Value;

    public FakeClock Clock { get; }
    public TestDatabase Database => database;
    public Microsoft.AspNetCore.Routing.IEndpointRouteBuilder Routes => app;
    public IServiceProvider Services => app.Services;
    public Instant Now => Clock.GetCurrentInstant();

    /// <summary>A site of one's own: own database, own clock.</summary>
    public static Task<World> Open(Action<WebApplicationBuilder>? adjust = null, params (string Key, string Value)[] settings) => Open(null, null, adjust, settings);

    /// <summary>A site that runs its jobs and sends its mail by itself, as in real life.</summary>
    public static Task<World> Alone(Action<WebApplicationBuilder> adjust) => Open(true, null, null, adjust, []);
    public static Task<World> Alone(params (string Key, string Value)[] settings) => Open(true, null, null, null, settings);

    /// <param name="shared">The database of another site: a second node. None: its own.</param>
    /// <param name="map">More endpoints, to try out Platform's parts.</param>
    public static Task<World> Open(TestDatabase? shared, Action<WebApplication>? map, Action<WebApplicationBuilder>? adjust = null, params (string Key, string Value)[] settings) =>
        Open(false, shared, map, adjust, settings);

    private static async Task<World> Open(bool alone, TestDatabase? shared, Action<WebApplication>? map, Action<WebApplicationBuilder>? adjust, (string Key, string Value)[] settings)
    {
        var database = shared ?? await TestDatabase.Create();
        var clock = new FakeClock(Morning);
        var app = Product.Build([], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Environment.EnvironmentName = Environments.Development;
            builder.Configuration["Roundtable:DataDirectory"] = database.Directory;
            builder.Configuration["Roundtable:Database"] = database.Connection;
            builder.Configuration["Roundtable:BaseUrl"] = "http://localhost";
            builder.Configuration["Roundtable:RateLimits"] = "off";
            foreach (var (key, value) in settings) builder.Configuration[$"Roundtable:{key}"] = value;
            builder.Services.AddSingleton<IClock>(clock);
            adjust?.Invoke(builder);
        }, alone);
        map?.Invoke(app);
        await app.Services.Prepare();
        await app.StartAsync();
        return new World(app, database, clock, shared is null);
    }

    /// <summary>Somebody at a browser who has not signed in.</summary>
    public Browser Browser() => new(app.GetTestServer().CreateHandler());

    /// <summary>A fresh look at the database.</summary>
    public async Task<T> See<T>(Func<RoundtableDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RoundtableDb>());
    }

    /// <summary>Does something with the records and saves it, as a page would.</summary>
    public Task<T> Do<T>(Func<RoundtableDb, Task<T>> act) => See(async db =>
    {
        var result = await act(db);
        await db.SaveChangesAsync();
        return result;
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (owns) await database.DisposeAsync();
    }
}
