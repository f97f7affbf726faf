using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>A pair with both entries as people compare them; to look at, not to change.</summary>
public sealed record PairView(DuplicatePair Pair, Organization Kept, Organization Other);

/// <summary>Pairs for a list.</summary>
public static class PairQueries
{
    public static IQueryable<PairView> WithBoth(this IQueryable<DuplicatePair> pairs, RoundtableDb db) =>
        from p in pairs
        join k in db.Set<Organization>().AsNoTracking() on p.KeptId equals k.Id
        join o in db.Set<Organization>().AsNoTracking() on p.OtherId equals o.Id
        select new PairView(p, k, o);

    /// <summary>The most alike first.</summary>
    public static IOrderedQueryable<DuplicatePair> MostAlike(this IQueryable<DuplicatePair> pairs) => pairs.OrderByDescending(p => p.Likeness).ThenBy(p => p.Id);
}
