using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;
using Quartz;

namespace Roundtable.Platform.Jobs;

/// <summary>What is on when. Without a scheduler (in tests) jobs run only when asked to.</summary>
public sealed class Timetable(JobRunner runner, IServiceProvider services)
{
    private readonly ISchedulerFactory? schedulers = services.GetService<ISchedulerFactory>();

    public bool IsRunning => schedulers is not null;

    public async Task<Instant?> NextRunOf(string job, CancellationToken ct = default)
    {
        if (schedulers is null) return null;
        var trigger = await (await schedulers.GetScheduler(ct)).GetTrigger(new TriggerKey(job), ct);
        return trigger?.NextFireTimeUtc is { } next ? Instant.FromDateTimeOffset(next) : null;
    }

    /// <summary>Runs a job as soon as a node is free; twice is as good as once.</summary>
    public async Task RunNow(JobPlan plan, CancellationToken ct = default)
    {
        if (schedulers is null) await runner.Run(plan, ct);
        else await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(plan.Name), cancellationToken: ct);
    }
}

/// <summary>
/// Puts every job on the timetable, takes off what no longer exists, and lets the timetable run: a moment after the site answers,
/// so that its first visitors do not wait for it. Ends when the jobs under way have ended.
/// </summary>
internal sealed class TimetableRun(ISchedulerFactory schedulers, JobRunner runner, IHostApplicationLifetime site) : BackgroundService
{
    private static readonly TimeSpan moment = TimeSpan.FromSeconds(2);
    private IScheduler? scheduler;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Opened().WaitAsync(stoppingToken);
            await Task.Delay(moment, stoppingToken);
            scheduler = await schedulers.GetScheduler(stoppingToken);
            foreach (var plan in runner.Plans) await Put(scheduler, plan, stoppingToken);
            await scheduler.Start(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Opened()
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = site.ApplicationStarted.Register(opened.SetResult);
        await opened.Task;
    }

    private static async Task Put(IScheduler scheduler, JobPlan plan, CancellationToken ct)
    {
        var job = JobBuilder.Create<TimetableJob>().WithIdentity(plan.Name).StoreDurably().Build();
        var when = TriggerBuilder.Create().WithIdentity(plan.Name).ForJob(job.Key);
        when = plan.Every is { } every
            ? when.WithSimpleSchedule(s => s.WithInterval(every.ToTimeSpan()).RepeatForever()).StartNow()
            : when.WithCronSchedule(plan.Cron!, s => s.InTimeZone(TimeZoneInfo.Utc));
        await scheduler.ScheduleJob(job, [when.Build()], ScheduleJobOptions.Replacing, ct);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }
}

/// <summary>What Quartz knows of our jobs: their names. One at a time, on whichever node is free.</summary>
[DisallowConcurrentExecution]
internal sealed class TimetableJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (runner.PlanOf(context.JobDetail.Key.Name) is { } plan) await runner.Run(plan, cancellationToken);
        else await context.Scheduler.DeleteJob(context.JobDetail.Key, cancellationToken);
    }
}
