using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Services;
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
    /// <exception cref="Roundtable.Platform.Refusal">See <see cref="ImportPlan.Undo"/>.</exception>
    public static async Task<IReadOnlyList<string>> UndoImport(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct = default)
    {
        await db.StartUndo(actor, now, plan, ct);
        await db.GoOnUndoing(actor, now, plan, uses, ct);
        return await db.LeftBy(plan, int.MaxValue, ct);
    }

    public static Task StartUndo(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, CancellationToken ct = default) => db.Together(async () =>
    {
        await db.Turn(Guid.Empty, nameof(ImportPlan), ct);
        await db.Entry(plan).ReloadAsync(ct);
        plan.Undo(actor, now, await db.ImportUnderWay(ct));
        return await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Takes back batch by batch; begun again after an interruption it comes to the same end.</summary>
    public static async Task GoOnUndoing(this RoundtableDb db, Actor actor, Instant now, ImportPlan plan, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct = default)
    {
        await using var connection = await BulkConnection.Open(db, ct);
        var last = "";
        while (await db.OverwrittenRows.AsNoTracking().Where(r => r.Import == plan.Number && string.Compare(r.Key, last) > 0).OrderBy(r => r.Key).Take(BatchSize).ToArrayAsync(ct) is { Length: > 0 } rows)
        {
            await db.Together(() => PutBack(db, plan, rows, now, ct), ct);
            last = rows[^1].Key;
        }
        last = "";
        while (await db.Listings.AsNoTracking().Where(l => l.Source == plan.Source && l.AddedBy == plan.Number && string.Compare(l.Key, last) > 0).OrderBy(l => l.Key).Take(BatchSize)
            .Select(l => new Added(l.Key, l.OrganizationId, l.ChangedBy)).ToArrayAsync(ct) is { Length: > 0 } added)
        {
            await db.Together(() => TakeAway(db, plan, added, uses, ct), ct);
            last = added[^1].Key;
        }
        var left = await Left(db, plan).CountAsync(ct);
        await db.Together(async () =>
        {
            plan.Undone(actor, now, plan.ToImport - left, left);
            await db.SaveChangesAsync(ct);
            return await db.WaitingFiles.Where(f => f.PlanId == plan.Id).ExecuteDeleteAsync(ct);
        }, ct);
    }

    /// <summary>Names of the organizations that still are as an undone import made them, because somebody edited or uses them.</summary>
    public static Task<List<string>> LeftBy(this RoundtableDb db, ImportPlan plan, int atMost, CancellationToken ct = default) =>
        Left(db, plan).Select(o => o.ShownName).Distinct().OrderBy(n => n).Take(atMost).ToListAsync(ct);

    private static IQueryable<Organization> Left(RoundtableDb db, ImportPlan plan) =>
        db.Organizations.Where(o => db.Set<Listing>().Any(l => l.OrganizationId == o.Id && l.AddedBy == plan.Number)
            || db.Set<Overwritten>().Where(r => r.Import == plan.Number).Select(r => r.OrganizationId).Contains(o.Id));

    private static async Task<int> PutBack(RoundtableDb db, ImportPlan plan, Overwritten[] rows, Instant now, CancellationToken ct)
    {
        var (ids, keys) = (rows.Select(r => r.OrganizationId).Distinct().ToArray(), rows.Select(r => r.Key).ToArray());
        var organizations = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var listings = await db.Listings.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var locations = await db.Locations.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var services = await db.ServicesOffered.Where(s => s.Source == plan.Source && EF.Parameter(keys).Contains(s.Key)).Include(s => s.Places).Include(s => s.Terms).AsSplitQuery().ToDictionaryAsync(s => s.Key, ct);
        var later = (await db.Listings.Where(l => l.ChangedBy > plan.Number && EF.Parameter(ids).Contains(l.OrganizationId)).Select(l => l.OrganizationId).ToListAsync(ct)).ToHashSet();
        var left = new HashSet<string>();
        foreach (var row in rows)
        {
            if (!listings.TryGetValue(row.Key, out var listing) || !organizations.TryGetValue(row.OrganizationId, out var organization)) continue;
            // Rows this import added are taken away after; what they filled in goes here.
            var joined = listing.AddedBy == plan.Number;
            if (listing.ChangedBy != plan.Number || organization.CorrectedAt > plan.DoneAt || row.Facts is not null && later.Contains(row.OrganizationId))
            {
                if (!joined || listing.ChangedBy == plan.Number && !(organization.CorrectedAt > plan.DoneAt)) left.Add(row.Key);
                continue;
            }
            (listing.Marks, listing.Region, listing.GoneAt, listing.ChangedBy) = (row.Marks, row.Region, row.GoneAt, row.ChangedBy);
            if (row.Facts is { } facts) organization.PutBack(JsonSerializer.Deserialize<OrganizationFacts>(facts, ImportWriter.Json)!);
            if (row.Location is { } location && locations.TryGetValue(row.Key, out var place)) place.Take(JsonSerializer.Deserialize<LocationFacts>(location, ImportWriter.Json)!);
            if (row.Service is { } before && services.TryGetValue(row.Key, out var service)) service.PutBack(JsonSerializer.Deserialize<ServiceBefore>(before, ImportWriter.Json)!, now);
            if (row.GoneAt is { } gone) organization.Unlist(gone);
            else organization.Relist();
        }
        await db.SaveChangesAsync(ct);
        var done = keys.Where(k => !left.Contains(k)).ToArray();
        // What stays here could not be put back: see Left.
        await db.OverwrittenRows.Where(r => r.Import == plan.Number && EF.Parameter(done).Contains(r.Key)).ExecuteDeleteAsync(ct);
        await FindAgain(db, [.. rows.Where(r => r.Location is not null || r.Service is not null).Select(r => r.OrganizationId).Distinct()], ct);
        return done.Length;
    }

    private static async Task<int> TakeAway(RoundtableDb db, ImportPlan plan, Added[] rows, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct)
    {
        var ids = rows.Select(r => r.OrganizationId).Distinct().ToArray();
        var organizations = await db.Organizations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new { o.Id, o.ShownName, o.CorrectedAt, o.ListedIn }).ToDictionaryAsync(o => o.Id, ct);
        var used = new HashSet<Guid>();
        foreach (var use in uses) used.UnionWith(await use.In(db).Where(id => EF.Parameter(ids).Contains(id)).ToListAsync(ct));
        var edited = (await db.ServicesOffered.Where(s => s.CorrectedAt > plan.DoneAt && EF.Parameter(ids).Contains(s.OrganizationId)).Select(s => new { s.Key, s.OrganizationId })
            .Concat(db.Locations.Where(l => l.CorrectedAt > plan.DoneAt && EF.Parameter(ids).Contains(l.OrganizationId)).Select(l => new { l.Key, l.OrganizationId })).ToListAsync(ct)).DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.OrganizationId);
        used.UnionWith(edited.Values);
        // What was there before the import stays whatever happens here, so that it may be in use.
        used.ExceptWith(await db.Listings.Where(l => l.AddedBy != plan.Number && EF.Parameter(ids).Contains(l.OrganizationId)).Select(l => l.OrganizationId).Distinct().ToListAsync(ct));
        bool IsKept(Added row) => edited.ContainsKey(row.Key) || row.ChangedBy != plan.Number || used.Contains(row.OrganizationId) && organizations[row.OrganizationId].ListedIn is not null || organizations[row.OrganizationId].CorrectedAt > plan.DoneAt;
        var going = rows.Where(r => !IsKept(r)).ToArray();
        var keys = going.Select(r => r.Key).ToArray();
        await db.Listings.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).ExecuteDeleteAsync(ct);
        var offered = db.ServicesOffered.Where(s => s.Source == plan.Source && EF.Parameter(keys).Contains(s.Key));
        var moved = (await db.Locations.Where(l => l.Source == plan.Source && EF.Parameter(keys).Contains(l.Key)).Select(l => l.OrganizationId).ToListAsync(ct))
            .Union(await offered.Select(s => s.OrganizationId).ToListAsync(ct)).ToArray();
        await offered.ExecuteDeleteAsync(ct);
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
            var organizations = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToListAsync(ct);
            await db.FindByPlaces(organizations, ct);
            await ServiceWriter.FindBy(db, organizations, ct);
            await db.SaveChangesAsync(ct);
        }
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Organization or Listing or Location or ServiceOffered or ServiceAtLocation or ServiceTerm).ToList()) entry.State = EntityState.Detached;
    }

    private sealed record Added(string Key, Guid OrganizationId, int ChangedBy);
}
