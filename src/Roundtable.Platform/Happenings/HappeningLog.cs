using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Happenings;

/// <summary>Appends to the chains and checks them.</summary>
public static class HappeningLog
{
    internal static async Task Append(RoundtableDb db, IEnumerable<Happening> happenings, CancellationToken ct)
    {
        foreach (var chain in happenings.GroupBy(h => h.ChainId).OrderBy(g => g.Key))
        {
            var head = await db.LockHead(chain.Key, ct);
            foreach (var happening in chain)
            {
                happening.Join(head.Sequence + 1, head.Hash);
                (head.Sequence, head.Hash) = (happening.Sequence, happening.Hash);
                db.Add(happening);
            }
        }
    }

    /// <summary>How many happenings a chain has: it goes up with whatever changes there. 0 for none.</summary>
    public static Task<long> EndOf(RoundtableDb db, Guid chain, CancellationToken ct = default) =>
        db.Set<ChainHead>().Where(h => h.Id == chain).Select(h => h.Sequence).FirstOrDefaultAsync(ct);

    /// <summary>Walks every chain from its beginning. Answers the first thing wrong with each, in words.</summary>
    public static async Task<IReadOnlyList<string>> Verify(RoundtableDb db, CancellationToken ct = default)
    {
        var problems = new List<string>();
        var heads = await db.Set<ChainHead>().AsNoTracking().ToDictionaryAsync(h => h.Id, ct);
        var chains = await db.Set<Happening>().Select(h => h.ChainId).Distinct().ToListAsync(ct);
        foreach (var chain in chains.Union(heads.Keys).Order())
        {
            var (sequence, hash, problem) = (0L, "", (string?)null);
            await foreach (var h in db.Set<Happening>().AsNoTracking().Where(h => h.ChainId == chain).OrderBy(h => h.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            {
                problem = h.Sequence != sequence + 1 ? $"happening {sequence + 1} is missing"
                    : h.PreviousHash != hash ? $"happening {h.Sequence} does not follow the one before it"
                    : h.Hash != h.Expected() ? $"happening {h.Sequence} was changed"
                    : null;
                if (problem is not null) break;
                (sequence, hash) = (h.Sequence, h.Hash);
            }
            if (problem is null && (heads.GetValueOrDefault(chain) is not { } head || head.Sequence != sequence || head.Hash != hash))
                problem = $"the last happening is {sequence}, the chain's end says otherwise";
            if (problem is not null)
                problems.Add($"{(chain == Guid.Empty ? "Site" : $"Partnership {chain}")}: {problem}.");
        }
        return problems;
    }
}
