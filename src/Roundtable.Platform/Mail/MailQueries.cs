using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Mail;

/// <summary>How mail is doing, for administrators and for readiness.</summary>
/// <param name="OldestDue">Since when the oldest letter should have left; none when nothing is late.</param>
/// <param name="Trouble">Text key of why letters wait, and what the server said.</param>
public sealed record MailState(bool IsSetUp, int Waiting, int Failed, Instant? OldestDue, string? Trouble, string? Answer);

/// <summary>Phrases on letters and stops.</summary>
public static class MailQueries
{
    /// <summary>May be taken by a sender now: its time has come, or the one who took it is gone.</summary>
    public static IQueryable<Letter> Due(this IQueryable<Letter> letters, Instant now) => letters.Where(l =>
        l.State == LetterState.Waiting && l.NextTry <= now || l.State == LetterState.Sending && l.LeasedUntil < now);

    public static IQueryable<Letter> About(this IQueryable<Letter> letters, Guid id) => letters.Where(l => l.AboutId == id);
    public static IQueryable<Letter> InBatch(this IQueryable<Letter> letters, Guid batch) => letters.Where(l => l.BatchId == batch);
    public static IQueryable<Letter> NotEnded(this IQueryable<Letter> letters) => letters.Where(l => l.State == LetterState.Waiting || l.State == LetterState.Sending);

    /// <summary>On their way, or not delivered, newest first.</summary>
    public static IQueryable<Letter> Stuck(this IQueryable<Letter> letters) =>
        letters.Where(l => l.State == LetterState.Failed || l.State == LetterState.Waiting || l.State == LetterState.Sending).OrderByDescending(l => l.CreatedAt);

    /// <summary>What the holder of this address, or this person, has stopped.</summary>
    public static IQueryable<MailStop> Of(this IQueryable<MailStop> stops, Guid? person, string addressHash) =>
        stops.Where(s => s.AddressHash == addressHash || person != null && s.PersonId == person);

    public static async Task<MailState> MailState(this RoundtableDb db, Settings settings, Instant now, CancellationToken ct = default)
    {
        var waiting = await db.Letters.NotEnded().CountAsync(ct);
        var failed = await db.Letters.CountAsync(l => l.State == LetterState.Failed, ct);
        var oldest = await db.Letters.Due(now).OrderBy(l => l.NextTry)
            .Select(l => new { l.NextTry, l.Reason, l.Answer }).FirstOrDefaultAsync(ct);
        return new(settings.Mail.Host is not null, waiting, failed, oldest?.NextTry, oldest?.Reason, oldest?.Answer);
    }
}
