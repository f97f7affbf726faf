using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>Motions one after the other: what the clock, the mail and other motions do to them.</summary>
public static class TurnQueries
{
    /// <summary>
    /// Reads a motion in its turn, does something and saves it, in one transaction: two nodes at once do it one after the other, and the
    /// second sees what the first one did. For jobs.
    /// </summary>
    /// <returns>What the act returns; false when the motion is not there any more.</returns>
    public static Task<bool> InTurn(this RoundtableDb db, MotionPlace at, Func<Partnership, Motion, Task<bool>> act, CancellationToken ct) => db.Together(async () =>
    {
        await db.Turn(at.PartnershipId, nameof(Ballot), ct);
        db.ChangeTracker.Clear();
        if (await db.Partnerships.FirstOrDefaultAsync(p => p.Id == at.PartnershipId, ct) is not { } partnership) return false;
        if (await db.Motions.Of(partnership).Numbered(at.Number) is not { } motion) return false;
        var did = await act(partnership, motion);
        await db.SaveChangesAsync(ct);
        return did;
    }, ct);

    /// <summary>Where these motions are, for <see cref="InTurn"/>.</summary>
    public static async Task<IReadOnlyList<MotionPlace>> Places(this IQueryable<Motion> motions, CancellationToken ct) =>
        await motions.IgnoreAutoIncludes().OrderBy(m => m.Id).Select(m => new MotionPlace(m.PartnershipId, m.Number)).ToListAsync(ct);

    /// <summary>
    /// What a vote about a suggested wording means for the motion it was suggested for. Nothing for any other motion, or before it ends.
    /// Within the partnership's turn; <see cref="MotionQueries.Answer"/> calls it by itself.
    /// </summary>
    public static async Task FollowAmendment(this RoundtableDb db, Actor actor, Motion vote, Instant now)
    {
        if (vote.State is not (MotionState.Decided or MotionState.Withdrawn)) return;
        if (await db.Amendments.FirstOrDefaultAsync(a => a.PartnershipId == vote.PartnershipId && a.VoteId == vote.Id && a.State == AmendmentState.PutToVote) is not { } amendment) return;
        var motion = await db.Motions.AsSplitQuery().FirstAsync(m => m.PartnershipId == vote.PartnershipId && m.Id == amendment.MotionId);
        amendment.Follow(actor, vote, motion, now);
    }

    /// <summary>Running motions that can be settled now: their time is over, everybody left has answered, or a seat on the roll left the table.</summary>
    public static IQueryable<Motion> ToSettle(this RoundtableDb db, Instant now)
    {
        var seats = db.Seats.IgnoreAutoIncludes();
        return db.Motions.Running().Where(m => m.State == MotionState.Open && m.ClosesAt <= now
            || m.State == MotionState.Ratifying && !m.Roll.Any(r => r.RecusedAt == null && !r.HasLeft && !r.HasAnswered && r.RatifiesBy > now)
            || !m.Roll.Any(r => r.RecusedAt == null && !r.HasLeft && !r.HasAnswered)
            || m.Roll.Any(r => !r.HasLeft && !(m.IsSecret && r.HasAnswered) && seats.Any(s => s.Id == r.SeatId && s.State == SeatState.Withdrawn)));
    }

    /// <summary>Motions whose vote about a wording has ended without anybody following it yet.</summary>
    public static IQueryable<Motion> ToFollow(this RoundtableDb db)
    {
        var amendments = db.Amendments;
        return db.Motions.Where(m => (m.State == MotionState.Decided || m.State == MotionState.Withdrawn)
            && amendments.Any(a => a.PartnershipId == m.PartnershipId && a.VoteId == m.Id && a.State == AmendmentState.PutToVote));
    }

    /// <summary>Motions of which those on the roll have not been told yet: that they are open, that the words changed, what is decided.</summary>
    public static IQueryable<Motion> ToTell(this IQueryable<Motion> motions) =>
        motions.Where(m => m.State == MotionState.Open && m.ToldRevision < m.Revision || m.State == MotionState.Decided && m.ResultToldAt == null);

    /// <summary>Open motions that end within two days and whose silent seats were not reminded; see <see cref="Reminders.IsDue"/>.</summary>
    public static IQueryable<Motion> ToRemind(this IQueryable<Motion> motions, Instant now)
    {
        var soon = now + Reminders.Before;
        return motions.Where(m => m.State == MotionState.Open && m.RemindedAt == null && m.ToldRevision == m.Revision && m.ClosesAt > now && m.ClosesAt <= soon);
    }

    /// <summary>Running motions with a board whose day may have come near.</summary>
    public static IQueryable<Motion> WithBoards(this IQueryable<Motion> motions, LocalDate latest) =>
        motions.Running().Where(m => m.Roll.Any(r => r.RemindsOn <= latest && r.RecusedAt == null && !r.HasLeft && !r.HasAnswered));
}

/// <summary>Which motion.</summary>
public sealed record MotionPlace(Guid PartnershipId, int Number);
