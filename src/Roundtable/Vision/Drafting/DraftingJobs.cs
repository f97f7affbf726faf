using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Text;

namespace Roundtable.Vision;

/// <summary>Ends wording rounds on their last day, keeps visions that were adopted, and asks again after a year.</summary>
public sealed class FollowVisions(RoundtableDb db, IClock clock, TextBook book) : Job
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var (actor, now, done) = (Actor.System(nameof(FollowVisions)), clock.GetCurrentInstant(), 0);
        foreach (var round in await db.WordingRounds.Where(r => r.ClosedAt == null && r.ClosesAt <= now).ToListAsync(ct))
            if (round.Settle(actor, now)) done++;
        await db.SaveChangesAsync(ct);
        foreach (var here in await InPartnerships(db.VisionProcesses.Where(p => p.Stage == VisionStage.Drafting || p.Stage == VisionStage.Adopting).Select(p => p.PartnershipId), ct))
            if (await db.AdoptVision(here, clock.GetCurrentInstant())) done++;
        // The latest day anywhere on earth; whose own day it is not yet does nothing.
        var latest = now.InUtc().Date.PlusDays(2).PlusYears(-1);
        var due = db.AdoptedVisions.Current().Where(v => v.Reaffirmations.Any(r => r.EndedOn == null) || v.AdoptedOn <= latest).Select(v => v.PartnershipId);
        foreach (var here in await InPartnerships(due, ct))
            if (await db.AskAgain(here, book, clock.GetCurrentInstant())) done++;
        return done;
    }

    private async Task<List<Partnership>> InPartnerships(IQueryable<Guid> those, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Partnerships.AsNoTracking().Where(p => those.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
    }
}
