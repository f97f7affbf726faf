using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Hosting;

/// <summary>Something a capability does once, after migrations and before the first request.</summary>
public sealed record AtStart(Func<IServiceProvider, CancellationToken, Task> Act);

public static class Starting
{
    public static IServiceCollection AtStart(this IServiceCollection services, Func<IServiceProvider, CancellationToken, Task> act) =>
        services.AddSingleton(new AtStart(act));

    /// <summary>Brings the database to this version and lets each capability prepare.</summary>
    public static async Task Prepare(this IServiceProvider root, CancellationToken ct = default)
    {
        await Migrate(root, ct);
        foreach (var step in root.GetServices<AtStart>())
        {
            await using var scope = root.CreateAsyncScope();
            await step.Act(scope.ServiceProvider, ct);
        }
    }

    public static async Task Migrate(this IServiceProvider root, CancellationToken ct = default)
    {
        await using var scope = root.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
        // Migrating compares whole models even when there is nothing to do; most starts only need to look.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
        if (db.IsSqlite) await SqliteRules.Assert(db);
    }
}
