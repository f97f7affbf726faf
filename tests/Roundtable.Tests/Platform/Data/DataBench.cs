using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Platform.Data;

/// <summary>A site of one's own, two nodes on one database where the database allows it, and several writers at once.</summary>
public sealed class DataBench : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    /// <summary>On PostgreSQL a second process would look like this; SQLite has one node, so it is the same.</summary>
    public World Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open(null, Api.Probe.Map);
        Other = TestDatabase.IsPostgres ? await World.Open(World.Database, Api.Probe.Map) : World;
    }

    public async ValueTask DisposeAsync()
    {
        if (Other is not null && Other != World) await Other.DisposeAsync();
        if (World is not null) await World.DisposeAsync();
    }

    /// <summary>Runs the act <paramref name="times"/> times at once, half on each node, each with its own context.</summary>
    public Task<T[]> AtOnce<T>(int times, Func<RoundtableDb, int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(async () =>
        {
            await using var scope = (i % 2 == 0 ? World : Other).Services.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<RoundtableDb>(), i);
        })));
}
