using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Jobs;

/// <summary>
/// Runs a job in its own scope, as the system, and writes down how it ended. A refusal is recorded; anything else unexpected gets
/// a reference number that also stands in the log.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobPlan> plans, IClock clock, ILogger<JobRunner> log)
{
    public IReadOnlyList<JobPlan> Plans { get; } = [.. plans.DistinctBy(p => p.Name)];

    public JobPlan? PlanOf(string name) => Plans.FirstOrDefault(p => p.Name == name);

    public Task<JobRun?> Run<T>(CancellationToken ct = default) where T : Job => Run(PlanOf(typeof(T).Name)!, ct);

    /// <returns>None when the run was stopped half-way because the program ends; the next run goes on.</returns>
    public async Task<JobRun?> Run(JobPlan plan, CancellationToken ct = default)
    {
        var started = clock.GetCurrentInstant();
        JobRun? run;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(plan.Name);
            var job = (Job)scope.ServiceProvider.GetRequiredService(plan.Type);
            run = new JobRun(plan.Name, started, clock.GetCurrentInstant(), JobOutcome.Done, await job.Run(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Refusal refusal)
        {
            run = new JobRun(plan.Name, started, clock.GetCurrentInstant(), JobOutcome.Refused, refusal: refusal.Key);
        }
        catch (Exception e)
        {
            var reference = Ids.New().ToString("N")[^8..].ToUpperInvariant();
            Broke(log, e, plan.Name, reference);
            run = new JobRun(plan.Name, started, clock.GetCurrentInstant(), JobOutcome.Broken, reference: reference);
        }
        await Record(run);
        return run;
    }

    // Most runs of a job that runs each minute find nothing: one row says so, not a thousand.
    private async Task Record(JobRun run)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
            if (run.IsIdle && await db.JobRuns.LastOf(run.Job) is { IsIdle: true } before) db.Remove(before);
            db.Add(run);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is Microsoft.EntityFrameworkCore.DbUpdateException or System.Data.Common.DbException)
        {
            NotRecorded(log, e, run.Job);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The job {Job} broke; reference {Reference}")]
    private static partial void Broke(ILogger log, Exception e, string job, string reference);

    [LoggerMessage(2, LogLevel.Warning, "The run of {Job} could not be written down")]
    private static partial void NotRecorded(ILogger log, Exception e, string job);
}
