using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Jobs;

/// <summary>A job as the list shows it: how it went last, and when it runs again.</summary>
public sealed record JobLine(JobPlan Plan, JobRun? Last, Instant? Next)
{
    public string? Outcome(Texts t) => Last?.Outcome switch
    {
        null => null,
        JobOutcome.Done => t["jobs.outcome.done", Last.Did],
        JobOutcome.Refused => t["jobs.outcome.refused", t[Last.Refusal ?? ""]],
        _ => t["jobs.outcome.broken", Last.Reference],
    };

    public static async Task<IReadOnlyList<JobLine>> All(JobRunner runner, Timetable timetable, RoundtableDb db, CancellationToken ct = default)
    {
        var last = await db.JobRuns.AsNoTracking().GroupBy(r => r.Job).Select(g => g.OrderByDescending(r => r.StartedAt).First()).ToDictionaryAsync(r => r.Job, ct);
        var lines = new List<JobLine>();
        foreach (var plan in runner.Plans) lines.Add(new(plan, last.GetValueOrDefault(plan.Name), await timetable.NextRunOf(plan.Name, ct)));
        return lines;
    }
}

/// <summary>The jobs as a file for spreadsheets.</summary>
internal static class JobSheetApi
{
    public static void MapJobSheet(this IEndpointRouteBuilder app) =>
        app.MapSheet("/admin/jobs", Jobs, "What the site does by itself and how it went.").RequireAuthorization(Policies.Administrator);

    private static async Task<Sheet> Jobs(JobRunner runner, Timetable timetable, RoundtableDb db, CurrentActor who, IClock clock, Texts t, CancellationToken ct)
    {
        string? Moment(Instant? at) => at is { } moment ? t.Moment(moment, who.Shown?.TimeZone) : null;
        return new("jobs", clock.GetCurrentInstant().InUtc().Date, [t["jobs.job"], t["jobs.last"], t["jobs.outcome"], t["jobs.next"]],
            (await JobLine.All(runner, timetable, db, ct)).Select(l => new object?[] { t[l.Plan.TextKey], Moment(l.Last?.EndedAt), l.Outcome(t), Moment(l.Next) }));
    }
}
