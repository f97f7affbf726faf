using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.Directory.Imports;

/// <summary>Where somebody says yes to a plan, or takes an import back: a short one is done while they wait, a long one goes on without them.</summary>
public sealed class ImportDesk(RoundtableDb db, NodaTime.IClock clock, JobRunner jobs, Timetable timetable, IEnumerable<IOrganizationsInUse> uses)
{
    /// <exception cref="Roundtable.Platform.Refusal">See <see cref="ImportPlan.Start"/>; or the file is no longer kept.</exception>
    public async Task CarryOut(Actor actor, ImportPlan plan, bool evenIfShrunk, CancellationToken ct = default)
    {
        var (file, now) = (await db.FileOf(plan, ct), clock.GetCurrentInstant());
        if (plan.IsSmall) await AtOnce(() => db.CarryOut(actor, now, plan, file, evenIfShrunk, ct), ct);
        else
        {
            await db.StartImport(actor, now, plan, evenIfShrunk, ct);
            await GoOn(ct);
        }
    }

    /// <exception cref="Roundtable.Platform.Refusal">See <see cref="ImportPlan.Undo"/>.</exception>
    public async Task TakeBack(Actor actor, ImportPlan plan, CancellationToken ct = default)
    {
        if (plan.IsSmall) await AtOnce(() => db.UndoImport(actor, clock.GetCurrentInstant(), plan, uses, ct), ct);
        else
        {
            await db.StartUndo(actor, clock.GetCurrentInstant(), plan, ct);
            await GoOn(ct);
        }
    }

    // In one transaction: the job never meets it half done.
    private Task AtOnce(Func<Task> work, CancellationToken ct) => db.Together(async () =>
    {
        await work();
        return 0;
    }, ct);

    // Its changes are another's: what is read here after is read anew. Within a caller's transaction the timetable, which writes
    // for itself, would wait for it in vain: there the job comes by within a minute.
    private async Task GoOn(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (db.Database.CurrentTransaction is null) await timetable.RunNow(jobs.PlanOf(nameof(ImportWork))!, ct);
    }
}
