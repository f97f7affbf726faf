using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>Says which organizations somebody works with, so that an undo leaves them and merging them keeps what refers to them. Each capability that refers to organizations registers its own.</summary>
public interface IOrganizationsInUse
{
    IQueryable<Guid> In(RoundtableDb db);

    /// <summary>Lets what refers to one organization refer to another, because a person said that they are the same.</summary>
    /// <param name="only">To take it back: just these records.</param>
    /// <returns>Ids of the records that now refer to the other.</returns>
    /// <exception cref="Platform.Refusal">Both have their own place there.</exception>
    Task<IReadOnlyList<Guid>> Point(RoundtableDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only, CancellationToken ct);
}

/// <summary>Takes an import back: what it added goes, what it changed is as before. Rows that somebody edited or uses since are left, and named.</summary>
public static class ImportUndo
{
    private const int BatchSize = 500;

    /// <returns>Names of what was left as it is.</returns>
    public static async Task<IReadOnlyList<string>> UndoImport(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct = default)
    {
        plan.MustBeUndoable(actor, now);
        return await db.Together(async () =>
        {
            var (undone, kept) = (0, new List<string>());
            foreach (var rows in (await db.OverwrittenRows.AsNoTracking().Where(r => r.Import == plan.Number).OrderBy(r => r.Key).ToListAsync(ct)).Chunk(BatchSize))
                undone += await PutBack(db, plan, rows, kept, ct);
            var added = await db.Listings.AsNoTracking().Where(l => l.AddedBy == plan.Number).Select(l => new Added(l.Key, l.OrganizationId, l.ChangedBy)).ToListAsync(ct);
            foreach (var rows in added.Chunk(BatchSize))
                undone += await TakeAway(db, plan, rows, uses, kept, ct);
            plan.Undo(actor, now, undone, kept.Count);
            await db.SaveChangesAsync(ct);
            return (IReadOnlyList<string>)[.. kept.Distinct()];
        }, ct);
    }

    /// <summary>Names of the organizations that still are as an undone import made them, because somebody edited or uses them.</summary>
    public static Task<List<string>> LeftBy(this RoundtableDb db, ImportPlan plan, int atMost, CancellationToken ct = default) =>
        db.Listings.Where(l => l.AddedBy == plan.Number || l.ChangedBy == plan.Number).Join(db.Organizations, l => l.OrganizationId, o => o.Id, (_, o) => o.ShownName)
            .Distinct().OrderBy(n => n).Take(atMost).ToListAsync(ct);

    private static async Task<int> PutBack(RoundtableDb db, ImportPlan plan, Overwritten[] rows, List<string> kept, CancellationToken ct)
    {
        var (ids, keys) = (rows.Select(r => r.OrganizationId).Distinct().ToArray(), rows.Select(r => r.Key).ToArray());
        var organizations = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var listings = await db.Listings.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var locations = await db.Locations.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var later = (await db.Listings.Where(l => l.ChangedBy > plan.Number && EF.Parameter(ids).Contains(l.OrganizationId)).Select(l => l.OrganizationId).ToListAsync(ct)).ToHashSet();
        var done = 0;
        foreach (var row in rows)
        {
            if (!listings.TryGetValue(row.Key, out var listing) || !organizations.TryGetValue(row.OrganizationId, out var organization)) continue;
            // Rows this import added are taken away after; what they filled in goes here.
            var joined = listing.AddedBy == plan.Number;
            if (listing.ChangedBy != plan.Number || organization.CorrectedAt > plan.DoneAt || row.Facts is not null && later.Contains(row.OrganizationId))
            {
                if (!joined || listing.ChangedBy == plan.Number && !(organization.CorrectedAt > plan.DoneAt)) kept.Add(organization.ShownName);
                continue;
            }
            (listing.Marks, listing.Region, listing.GoneAt, listing.ChangedBy) = (row.Marks, row.Region, row.GoneAt, row.ChangedBy);
            if (row.Facts is { } facts) organization.PutBack(JsonSerializer.Deserialize<OrganizationFacts>(facts, ImportWriter.Json)!);
            if (row.Location is { } location && locations.TryGetValue(row.Key, out var place)) place.Take(JsonSerializer.Deserialize<LocationFacts>(location, ImportWriter.Json)!);
            if (row.GoneAt is { } gone) organization.Unlist(gone);
            else organization.Relist();
            if (!joined) done++;
        }
        await db.SaveChangesAsync(ct);
        await FindAgain(db, [.. rows.Where(r => r.Location is not null).Select(r => r.OrganizationId).Distinct()], ct);
        return done;
    }

    private static async Task<int> TakeAway(RoundtableDb db, ImportPlan plan, Added[] rows, IEnumerable<IOrganizationsInUse> uses, List<string> kept, CancellationToken ct)
    {
        var ids = rows.Select(r => r.OrganizationId).Distinct().ToArray();
        var organizations = await db.Organizations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.ShownName, o.CorrectedAt, o.ListedIn }).ToDictionaryAsync(o => o.Id, ct);
        var used = new HashSet<Guid>();
        foreach (var use in uses) used.UnionWith(await use.In(db).Where(id => EF.Parameter(ids).Contains(id)).ToListAsync(ct));
        // What was there before the import stays whatever happens here, so that it may be in use.
        used.ExceptWith(await db.Listings.Where(l => l.AddedBy != plan.Number && EF.Parameter(ids).Contains(l.OrganizationId)).Select(l => l.OrganizationId).Distinct().ToListAsync(ct));
        bool IsKept(Added row) => row.ChangedBy != plan.Number || used.Contains(row.OrganizationId) && organizations[row.OrganizationId].ListedIn is not null || organizations[row.OrganizationId].CorrectedAt > plan.DoneAt;
        kept.AddRange(rows.Where(IsKept).Select(r => organizations[r.OrganizationId].ShownName));
        var going = rows.Where(r => !IsKept(r)).ToArray();
        var keys = going.Select(r => r.Key).ToArray();
        await db.Listings.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ExecuteDeleteAsync(ct);
        var moved = await db.Locations.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).Select(l => l.OrganizationId).Distinct().ToArrayAsync(ct);
        await db.Locations.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ExecuteDeleteAsync(ct);
        if (ImportSources.Named(plan.Source).KeyScheme is { } scheme)
            await db.Identifiers.Where(i => i.Scheme == scheme && EF.Parameter(keys).Contains(i.Value)).ExecuteDeleteAsync(ct);
        var without = going.Select(r => r.OrganizationId).Distinct().Where(id => organizations[id].ListedIn is not null).ToArray();
        await db.Organizations.Where(o => EF.Parameter(without).Contains(o.Id) && !db.Set<Listing>().Any(l => l.OrganizationId == o.Id)).ExecuteDeleteAsync(ct);
        await FindAgain(db, moved, ct);
        return going.Length;
    }

    // Those that remain are found near the places they still have.
    private static async Task FindAgain(RoundtableDb db, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length > 0)
        {
            var locations = (await db.Locations.AsNoTracking().Where(l => EF.Parameter(ids).Contains(l.OrganizationId)).ToListAsync(ct)).ToLookup(l => l.OrganizationId);
            foreach (var organization in await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToListAsync(ct)) organization.WorkAt([.. locations[organization.Id]]);
            await db.SaveChangesAsync(ct);
        }
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Organization or Listing or Location).ToList()) entry.State = EntityState.Detached;
    }

    private sealed record Added(string Key, Guid OrganizationId, int ChangedBy);
}
