using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Roundtable.Platform.Data;

/// <summary>Chooses the database by its connection string and gives it to whoever asks for <see cref="RoundtableDb"/>.</summary>
public static class DataSetup
{
    public static bool IsSqlite(string connection) => connection.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddRoundtableData(this IServiceCollection services, string connection, ModelParts parts)
    {
        services.AddSingleton(parts);
        services.AddSingleton(new WriterTurns(IsSqlite(connection)));
        if (IsSqlite(connection))
        {
            services.AddDbContext<SqliteDb>(o => Use(o, connection), optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<RoundtableDb>(s => s.GetRequiredService<SqliteDb>());
        }
        else
        {
            services.AddDbContext<PostgresDb>(o => Use(o, connection), optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<RoundtableDb>(s => s.GetRequiredService<PostgresDb>());
        }
        return services;
    }

    /// <summary>One that sees every save and transaction, on either database.</summary>
    public static IServiceCollection AddDataWatch<T>(this IServiceCollection services) where T : class, IInterceptor => services
        .AddSingleton<T>()
        .ConfigureDbContext<SqliteDb>((all, db) => db.AddInterceptors(all.GetRequiredService<T>()))
        .ConfigureDbContext<PostgresDb>((all, db) => db.AddInterceptors(all.GetRequiredService<T>()));

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection) => IsSqlite(connection)
        ? Quiet(options).UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).AddInterceptors(new SqliteRules()).ReplaceService<IMigrationsSqlGenerator, SqliteTables>()
        : Quiet(options).UseNpgsql(connection, npgsql => npgsql.UseNodaTime().UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));

    // Whoever does not expect a failed save logs it: two who save at once are no error. The first so many of no order is one.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(w => w.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug)).Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
