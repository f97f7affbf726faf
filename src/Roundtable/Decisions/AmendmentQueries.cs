using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Decisions;

/// <summary>Phrases for finding suggested wordings.</summary>
public static class AmendmentQueries
{
    /// <summary>Suggested for one motion, the latest last.</summary>
    public static IQueryable<Amendment> For(this IQueryable<Amendment> amendments, Motion motion) =>
        amendments.Where(a => a.PartnershipId == motion.PartnershipId && a.MotionId == motion.Id).OrderBy(a => a.Number);

    public static Task<Amendment?> Numbered(this IQueryable<Amendment> amendments, int number) => amendments.FirstOrDefaultAsync(a => a.Number == number);

    /// <summary>The wording that was taken over last.</summary>
    public static Task<Amendment?> LastAccepted(this RoundtableDb db, Actor actor, Motion motion) =>
        db.Amendments.AsNoTracking().VisibleTo(actor).For(motion).Where(a => a.State == AmendmentState.Accepted).OrderByDescending(a => a.SettledAt).FirstOrDefaultAsync();

    /// <summary>The motions that decide about suggested wordings, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> VoteNumbers(this RoundtableDb db, Actor actor, Partnership partnership, IEnumerable<Amendment> amendments)
    {
        var votes = amendments.Where(a => a.VoteId is not null).Select(a => a.VoteId!.Value).ToArray();
        return await db.Motions.Bare().VisibleTo(actor).Of(partnership).Where(m => votes.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number);
    }
}
