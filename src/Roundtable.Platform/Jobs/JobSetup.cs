using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Quartz;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Jobs;

public static class JobSetup
{
    /// <summary>A job that runs again and again, this long after the last time.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string textKey, Duration every) where T : Job =>
        services.Add<T>(new JobPlan(typeof(T), typeof(T).Name, textKey, every, null));

    /// <summary>A job that runs at fixed times (Quartz' cron form, UTC), such as <c>0 30 3 * * ?</c> for half past three at night.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string textKey, string cron) where T : Job =>
        services.Add<T>(new JobPlan(typeof(T), typeof(T).Name, textKey, null, cron));

    /// <param name="scheduled">Runs them by the timetable; off in tests, which run a job when they want to.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, Settings settings, bool scheduled = true)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Timetable>();
        services.AddJob<HouseKeeping>("jobs.house-keeping", "0 40 3 * * ?");
        if (!scheduled) return services;
        services.AddQuartz(quartz => quartz.UsePersistentStore(store => Store(store, settings.Database)));
        services.AddHostedService<TimetableRun>();
        return services;
    }

    // Quartz' transactions on SQLite are serializable, hence BEGIN IMMEDIATE, and wait for our writer by the busy timeout.
    private static void Store(IPersistentStoreBuilder store, string database)
    {
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
        if (DataSetup.IsSqlite(database))
        {
            store.UseSqlite(database);
            return;
        }
        store.UsePostgres(database);
        store.UseClustering();
    }

    private static IServiceCollection Add<T>(this IServiceCollection services, JobPlan plan) where T : Job
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(plan);
    }
}
