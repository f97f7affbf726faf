using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Platform.Jobs;

/// <summary>Each night removes what has served its time: remembered answers, dead links, texts of old letters, old runs.</summary>
public sealed class HouseKeeping(RoundtableDb db, IClock clock) : Job
{
    public static readonly Duration LinksKept = Duration.FromDays(90);
    public static readonly Duration TextsKept = Duration.FromDays(30);
    public static readonly Duration RunsKept = Duration.FromDays(14);
    public static readonly Duration TestsKept = Duration.FromDays(1);

    public override Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return db.Together(async () =>
            await Answers(now, ct) + await Links(now, ct) + await Texts(now, ct)
            + await db.JobRuns.Where(r => r.EndedAt < now - RunsKept).ExecuteDeleteAsync(ct)
            + await db.MailTests.Where(t => t.At < now - TestsKept).ExecuteDeleteAsync(ct), ct);
    }

    private Task<int> Answers(Instant now, CancellationToken ct)
    {
        var before = now - RememberedAnswer.Kept;
        return db.Set<RememberedAnswer>().Where(a => a.At < before).ExecuteDeleteAsync(ct);
    }

    private Task<int> Links(Instant now, CancellationToken ct)
    {
        var before = now - LinksKept;
        return db.Links.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(ct);
    }

    private Task<int> Texts(Instant now, CancellationToken ct)
    {
        var before = now - TextsKept;
        return db.Letters.Where(l => l.EndedAt < before && l.Text != null).ExecuteUpdateAsync(l => l
            .SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Html, (string?)null)
            .SetProperty(x => x.Calendar, (string?)null).SetProperty(x => x.StopAddress, (string?)null)
            .SetProperty(x => x.Version, Ids.New()), ct);
    }
}
