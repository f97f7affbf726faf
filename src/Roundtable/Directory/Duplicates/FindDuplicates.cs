using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Data;
using Roundtable.Platform.Jobs;

namespace Roundtable.Directory.Duplicates;

/// <summary>
/// Looks for entries that may be the same body, some each time: the rows of every source but the tax office's are compared with all others.
/// After an import each source is walked through once more, as new rows may look like old ones.
/// </summary>
public sealed class FindDuplicates(RoundtableDb db, IClock clock) : Job
{
    /// <summary>Rows looked at in one run.</summary>
    public const int AtOnce = 2000;

    private const int Batch = 100;

    /// <returns>How many pairs were found.</returns>
    public override async Task<int> Run(CancellationToken ct)
    {
        var (left, found) = (AtOnce, 0);
        var latest = await db.ImportPlans.Where(p => p.State == PlanState.Done).MaxAsync(p => (int?)p.Number, ct) ?? 0;
        foreach (var source in ImportSources.All.Where(s => !s.IsOfPlaces && s is not IrsMasterFile))
        {
            var search = await db.DuplicateSearches.FirstOrDefaultAsync(s => s.Source == source.Name, ct);
            if (search is null) db.Add(search = new DuplicateSearch { Source = source.Name });
            if (search.Import >= latest && search.After is null) continue;
            if (search.After is null) (search.Import, search.After) = (latest, "");
            while (left > 0 && search.After is { } after)
            {
                var rows = await db.Listings.AsNoTracking().Where(l => l.Source == source.Name && string.Compare(l.Key, after) > 0).OrderBy(l => l.Key).Take(Math.Min(Batch, left))
                    .Select(l => new { l.Key, l.OrganizationId }).ToListAsync(ct);
                var ids = rows.Select(r => r.OrganizationId).Distinct().ToArray();
                foreach (var organization in await db.Organizations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id) && o.NoLongerListed == null).ToListAsync(ct))
                    found += await db.SuggestLike(organization, clock.GetCurrentInstant(), ct);
                search.After = rows.Count < Math.Min(Batch, left) ? null : rows[^1].Key;
                left -= rows.Count;
                await db.SaveChangesAsync(ct);
            }
        }
        await db.SaveChangesAsync(ct);
        return found;
    }
}

/// <summary>Keeps pairs that were found, and finds what stands for an entry by now.</summary>
public static class DuplicateQueries
{
    /// <summary>Keeps a pair for each entry that looks like this one, unless it is kept already.</summary>
    /// <returns>How many are new.</returns>
    public static async Task<int> SuggestLike(this RoundtableDb db, Organization organization, Instant now, CancellationToken ct = default)
    {
        var found = 0;
        foreach (var like in await db.LikeThis(organization, ct))
        {
            var pair = DuplicatePair.Suggest(organization, like.Organization, like.Likeness, now);
            if (db.DuplicatePairs.Local.Any(p => p.KeptId == pair.KeptId && p.OtherId == pair.OtherId) || await db.DuplicatePairs.AnyAsync(p => p.KeptId == pair.KeptId && p.OtherId == pair.OtherId, ct)) continue;
            db.Add(pair);
            found++;
        }
        return found;
    }

    /// <summary>Pairs that wait for an answer, the most alike first; those put off come when their time has come.</summary>
    public static IQueryable<DuplicatePair> Waiting(this IQueryable<DuplicatePair> pairs, Instant now) =>
        pairs.Where(p => p.State == PairState.Open && (p.LaterUntil == null || p.LaterUntil < now));

    /// <summary>The entry that stands for this one by now.</summary>
    public static async Task<Guid> StandsFor(this RoundtableDb db, Guid id, CancellationToken ct = default)
    {
        for (var steps = 0; steps < 20; steps++)
        {
            if (await db.Organizations.Where(o => o.Id == id).Select(o => o.MergedInto).FirstOrDefaultAsync(ct) is not { } next) return id;
            id = next;
        }
        return id;
    }
}
