using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.People;

/// <summary>Each night forgets sessions that ended a month ago and kept forms nobody came back for.</summary>
public sealed class PeopleTidying(RoundtableDb db, IClock clock) : Job
{
    public static readonly Duration SessionsKept = Duration.FromDays(30);

    public override Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (sessions, forms) = (now - SessionsKept, now - KeptForm.Life);
        return db.Together(async () =>
            await db.Sessions.Where(s => s.LastSeenAt < sessions).ExecuteDeleteAsync(ct)
            + await db.KeptForms.Where(f => f.At < forms).ExecuteDeleteAsync(ct), ct);
    }
}
