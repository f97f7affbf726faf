using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.People;

/// <summary>Each night forgets sessions that ended a month ago, kept forms nobody came back for, new addresses that were to be proven, and counts of tries.</summary>
public sealed class PeopleTidying(RoundtableDb db, IClock clock) : Job
{
    public static readonly Duration SessionsKept = Duration.FromDays(30);

    public override Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (sessions, forms) = (now - SessionsKept, now - KeptForm.Life);
        var quarter = SignInLimits.KindNow(now);
        return db.Together(async () =>
            await db.Sessions.Where(s => s.LastSeenAt < sessions).ExecuteDeleteAsync(ct)
            + await db.KeptForms.Where(f => f.At < forms).ExecuteDeleteAsync(ct)
            + await db.Links.Where(l => l.Purpose == LinkPurpose.EmailChange && l.ExpiresAt < now).ExecuteDeleteAsync(ct)
            + await db.Set<RunningNumber>().Where(n => n.Kind.StartsWith(SignInLimits.Kind) && !n.Kind.StartsWith(quarter)).ExecuteDeleteAsync(ct), ct);
    }
}
