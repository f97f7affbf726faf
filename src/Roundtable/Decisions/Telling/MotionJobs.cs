using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;
using Roundtable.Platform.Mail;

namespace Roundtable.Decisions;

/// <summary>Works out what is decided when the time is over, and what follows from votes about wordings.</summary>
public sealed class SettleMotions(RoundtableDb db, IClock clock) : Job
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var (actor, settled) = (Actor.System(nameof(SettleMotions)), 0);
        foreach (var at in await db.ToSettle(clock.GetCurrentInstant()).Places(ct))
            if (await db.InTurn(at, async (partnership, motion) =>
            {
                var isDecided = motion.Settle(actor, (await db.VotingSeats(partnership.Id)).ToHashSet(), clock.GetCurrentInstant());
                await db.FollowAmendment(actor, motion, clock.GetCurrentInstant());
                return isDecided;
            }, ct)) settled++;
        foreach (var at in await db.ToFollow().Places(ct))
            if (await db.InTurn(at, async (_, vote) => { await db.FollowAmendment(actor, vote, clock.GetCurrentInstant()); return true; }, ct)) settled++;
        return settled;
    }
}

/// <summary>
/// Writes to those on the roll when a motion is open, has other words, or is decided. What was told is kept with the motion, so that
/// nobody hears it twice; and whoever opens or answers one need not think of mail.
/// </summary>
public sealed class TellOfMotions(RoundtableDb db, IClock clock, Outbox outbox) : Job
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var told = 0;
        foreach (var at in await db.Motions.ToTell().Places(ct))
            if (await db.InTurn(at, Tell, ct)) told++;
        return told;
    }

    private async Task<bool> Tell(Partnership partnership, Motion motion)
    {
        var now = clock.GetCurrentInstant();
        if (motion is { State: MotionState.Decided, ResultToldAt: null }) await outbox.PostDecided(db, motion, partnership, now);
        else if (motion.State is not MotionState.Open || motion.ToldRevision >= motion.Revision || now >= motion.ClosesAt) return false;
        else if (motion.ToldRevision == 0) await outbox.PostOpened(db, motion, partnership, now);
        else await outbox.PostReworded(db, motion, partnership, now);
        motion.Told(now);
        return true;
    }
}

/// <summary>Reminds seats that have not answered, once, and seats whose board's day comes.</summary>
public sealed class RemindSilent(RoundtableDb db, IClock clock, Outbox outbox) : Job
{
    public override async Task<int> Run(CancellationToken ct)
    {
        var (now, reminded) = (clock.GetCurrentInstant(), 0);
        foreach (var at in await db.Motions.ToRemind(now).Places(ct))
            if (await db.InTurn(at, Remind, ct)) reminded++;
        foreach (var at in await db.Motions.WithBoards(now.InUtc().Date.PlusDays(1)).Places(ct))
            if (await db.InTurn(at, RemindBoards, ct)) reminded++;
        return reminded;
    }

    private async Task<bool> Remind(Partnership partnership, Motion motion)
    {
        var now = clock.GetCurrentInstant();
        if (!motion.IsDue(now)) return false;
        if (motion.ToRemind(partnership, now).Count == 0) motion.Reminded(now);
        else await db.RemindSilent(outbox, Actor.System(nameof(RemindSilent)), partnership, motion, now);
        return true;
    }

    private async Task<bool> RemindBoards(Partnership partnership, Motion motion)
    {
        var now = clock.GetCurrentInstant();
        var near = motion.BoardsNear(partnership, now);
        foreach (var entry in near)
        {
            await outbox.PostBoard(db, motion, partnership, entry, now);
            motion.BoardReminded(entry.SeatId);
        }
        return near.Count > 0;
    }
}
