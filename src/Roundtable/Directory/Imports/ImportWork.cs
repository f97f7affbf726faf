using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Directory.Imports;

/// <summary>Carries out what is too long to wait for, and goes on with what was interrupted. An import begun by a command is that command's.</summary>
public sealed class ImportWork(RoundtableDb db, IClock clock, IEnumerable<IOrganizationsInUse> uses, Outbox outbox) : Job
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var (actor, now, done) = (Actor.System(nameof(ImportWork)), clock.GetCurrentInstant(), 0);
        foreach (var plan in await db.ImportPlans.Where(p => p.State == PlanState.Undoing || p.State == PlanState.UnderWay && db.Set<WaitingFile>().Any(f => f.PlanId == p.Id)).ToListAsync(ct))
        {
            if (plan.State is PlanState.Undoing) await db.GoOnUndoing(actor, now, plan, uses, ct);
            else
            {
                await db.GoOn(actor, now, plan, await db.FileOf(plan, ct), ct);
                await outbox.PostDone(db, plan, ct);
                await db.SaveChangesAsync(ct);
            }
            done++;
        }
        return done;
    }
}
