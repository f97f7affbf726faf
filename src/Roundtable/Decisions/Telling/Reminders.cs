using NodaTime;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Decisions;

/// <summary>When and whom to remind. Never who has answered, and nobody twice for the same words unless somebody asks for it.</summary>
public static class Reminders
{
    /// <summary>Before the deadline; halfway where there is less than twice as much time.</summary>
    public static readonly Duration Before = Duration.FromHours(48);

    /// <summary>Who was reminded is left alone for this long.</summary>
    public static readonly Duration Pause = Duration.FromHours(24);

    /// <summary>Local hour from which letters about a board's day go out.</summary>
    private const int MorningHour = 8;

    public static bool IsDue(this Motion motion, Instant now)
    {
        if (motion is not { State: MotionState.Open, RemindedAt: null, ClosesAt: { } closes } || now >= closes) return false;
        var since = motion.ToldAt ?? motion.OpenedAt!.Value;
        return now >= Instant.Max(closes - Before, since + (closes - since) / 2);
    }

    /// <summary>Seats that could answer now and have not; one that waits for its board is asked when that day comes.</summary>
    public static IReadOnlyList<RollEntry> ToRemind(this Motion motion, Partnership partnership, Instant now) =>
        [.. motion.Roll.Where(r => r.IsSilent && motion.TakesAnswers(r, now) && !(r.RatifiesOn >= partnership.Today(now)))];

    /// <summary>Seats whose board's day comes near and who have not been told so.</summary>
    public static IReadOnlyList<RollEntry> BoardsNear(this Motion motion, Partnership partnership, Instant now)
    {
        var local = now.InZone(partnership.Zone);
        return [.. motion.Roll.Where(r => r.IsPending(now) && r.RemindsOn is { } day && (day < local.Date || day == local.Date && local.Hour >= MorningHour))];
    }

    /// <summary>Reminds the silent now; see <see cref="Motion.Remind"/>.</summary>
    /// <returns>How many letters.</returns>
    public static async Task<int> RemindSilent(this RoundtableDb db, Outbox outbox, Actor actor, Partnership partnership, Motion motion, Instant now)
    {
        var silent = motion.ToRemind(partnership, now);
        motion.Remind(actor, silent.Count, now);
        return await outbox.PostReminder(db, motion, partnership, silent, now);
    }
}
