using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Duplicates;

/// <summary>
/// Makes one entry of two and two of one. The rows of both sources point to the kept entry, so that a refresh of either goes on working;
/// the other entry stays as it was, found no more, and its address leads to the kept one. Inside one transaction.
/// </summary>
public static class MergingQueries
{
    public static async Task<Merging> Merge(this RoundtableDb db, Actor actor, Instant now, DuplicatePair pair, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct = default)
    {
        var (kept, away) = (await db.Organizations.FirstAsync(o => o.Id == pair.KeptId, ct), await db.Organizations.FirstAsync(o => o.Id == pair.OtherId, ct));
        var before = kept.Facts();
        var parts = new MovedParts(
            await db.Listings.Where(l => l.OrganizationId == away.Id).OrderBy(l => l.Source).ThenBy(l => l.Key).Select(l => new MovedListing(l.Source, l.Key, l.Body, l.ChangedBy)).ToListAsync(ct),
            await db.Identifiers.Where(i => i.OrganizationId == away.Id).Select(i => new MovedIdentifier(i.Scheme, i.Value)).ToListAsync(ct),
            await db.SharedIdentifiers.Where(i => i.OrganizationId == away.Id).Select(i => new MovedIdentifier(i.Scheme, i.Value)).ToListAsync(ct),
            await db.ServicesOffered.Where(o => o.OrganizationId == away.Id).Select(o => o.Id).ToListAsync(ct),
            await db.Locations.Where(l => l.OrganizationId == away.Id).Select(l => l.Id).ToListAsync(ct),
            await uses.Pointed(use => use.Point(db, away.Id, kept.Id, null, ct)));
        var merging = Merging.Of(actor, now, pair, kept, away, JsonSerializer.Serialize(parts, ImportWriter.Json), JsonSerializer.Serialize(before, ImportWriter.Json));
        db.Add(merging);
        await db.Listings.Where(l => l.OrganizationId == away.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.OrganizationId, kept.Id), ct);
        await db.Identifiers.Where(i => i.OrganizationId == away.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.OrganizationId, kept.Id), ct);
        await db.SharedIdentifiers.Where(i => i.OrganizationId == away.Id && db.Set<SharedIdentifier>().Any(k => k.OrganizationId == kept.Id && k.Scheme == i.Scheme && k.Value == i.Value)).ExecuteDeleteAsync(ct);
        await db.SharedIdentifiers.Where(i => i.OrganizationId == away.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.OrganizationId, kept.Id), ct);
        await db.GiveOver(parts, away.Id, kept.Id, ct);
        var unlisted = kept.NoLongerListed;
        kept.Fill(away.Facts());
        if (away.NoLongerListed is not null && unlisted is { } since) kept.Unlist(since);
        away.MergeInto(kept, now);
        await db.FindAgain([kept], ct);
        return merging;
    }

    /// <summary>Two again, each with its own rows; what imports said about either since then stays with it.</summary>
    public static async Task TakeApart(this RoundtableDb db, Actor actor, Instant now, Merging merging, IEnumerable<IOrganizationsInUse> uses, CancellationToken ct = default)
    {
        var (kept, away) = (await db.Organizations.FirstAsync(o => o.Id == merging.KeptId, ct), await db.Organizations.FirstAsync(o => o.Id == merging.AwayId, ct));
        merging.TakeApart(actor, now, await db.DuplicatePairs.FirstAsync(p => p.Id == merging.PairId, ct), kept);
        var parts = JsonSerializer.Deserialize<MovedParts>(merging.Moved, ImportWriter.Json)!;
        foreach (var ofSource in parts.Listings.GroupBy(l => l.Source)) await Back(db, kept.Id, away.Id, ofSource.Key, [.. ofSource], ct);
        foreach (var id in parts.Identifiers)
            await db.Identifiers.Where(i => i.Scheme == id.Scheme && i.Value == id.Value && i.OrganizationId == kept.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.OrganizationId, away.Id), ct);
        foreach (var id in parts.Shared)
            await db.SharedIdentifiers.Where(i => i.Scheme == id.Scheme && i.Value == id.Value && i.OrganizationId == kept.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.OrganizationId, away.Id), ct);
        await db.GiveOver(parts, kept.Id, away.Id, ct);
        foreach (var use in uses)
            if (parts.References.TryGetValue(use.GetType().Name, out var ids) && ids.Count > 0) await use.Point(db, kept.Id, away.Id, ids, ct);
        kept.Unfill(JsonSerializer.Deserialize<OrganizationFacts>(merging.KeptFacts, ImportWriter.Json)!, [away.ShownName, .. away.Names]);
        away.TakeOut(await IsListed(away.Id) ? null : merging.AwayUnlisted ?? (away.ListedIn is null ? null : now));
        if (kept.ListedIn is not null && !await IsListed(kept.Id)) kept.Unlist(merging.KeptUnlisted ?? now);
        await db.FindAgain([kept, away], ct);
        Task<bool> IsListed(Guid id) => db.Listings.AnyAsync(l => l.OrganizationId == id && l.GoneAt == null, ct);
    }

    // Rows that came since and belong to a body of the one that went go back with it. A row that changed since is read anew by the next import.
    private static async Task Back(RoundtableDb db, Guid kept, Guid away, string source, IReadOnlyList<MovedListing> rows, CancellationToken ct)
    {
        var (keys, bodies) = (rows.Select(r => r.Key).ToArray(), rows.Select(r => r.Body).OfType<string>().Distinct().ToArray());
        var moving = await db.Listings.Where(l => l.Source == source && l.OrganizationId == kept && (EF.Parameter(keys).Contains(l.Key) || l.Body != null && EF.Parameter(bodies).Contains(l.Body)))
            .Select(l => new { l.Key, l.ChangedBy }).ToListAsync(ct);
        var all = moving.Select(m => m.Key).ToArray();
        var changed = moving.Where(m => rows.FirstOrDefault(r => r.Key == m.Key)?.ChangedBy != m.ChangedBy).Select(m => m.Key).ToArray();
        await db.Listings.Where(l => l.Source == source && EF.Parameter(changed).Contains(l.Key)).ExecuteUpdateAsync(s => s.SetProperty(l => l.Marks, Array.Empty<byte>()), ct);
        await db.Listings.Where(l => l.Source == source && EF.Parameter(all).Contains(l.Key)).ExecuteUpdateAsync(s => s.SetProperty(l => l.OrganizationId, away), ct);
        await db.Locations.Where(l => l.Source == source && l.OrganizationId == kept && EF.Parameter(all).Contains(l.Key)).ExecuteUpdateAsync(s => s.SetProperty(l => l.OrganizationId, away), ct);
        await db.ServicesOffered.Where(o => o.Source == source && o.OrganizationId == kept && EF.Parameter(all).Contains(o.Key)).ExecuteUpdateAsync(s => s.SetProperty(o => o.OrganizationId, away), ct);
    }

    // What people wrote down by hand as well.
    private static async Task GiveOver(this RoundtableDb db, MovedParts parts, Guid from, Guid to, CancellationToken ct)
    {
        var (services, locations) = (parts.Services.ToArray(), parts.Locations.ToArray());
        await db.ServicesOffered.Where(o => o.OrganizationId == from && EF.Parameter(services).Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.OrganizationId, to), ct);
        await db.Locations.Where(l => l.OrganizationId == from && EF.Parameter(locations).Contains(l.Id)).ExecuteUpdateAsync(s => s.SetProperty(l => l.OrganizationId, to), ct);
    }

    // By the words and places of what each has now.
    private static async Task FindAgain(this RoundtableDb db, IReadOnlyCollection<Organization> organizations, CancellationToken ct)
    {
        await db.FindByPlaces(organizations, ct);
        await ServiceWriter.FindBy(db, organizations, ct);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<Guid>>> Pointed(this IEnumerable<IOrganizationsInUse> uses, Func<IOrganizationsInUse, Task<IReadOnlyList<Guid>>> point)
    {
        var all = new Dictionary<string, IReadOnlyList<Guid>>();
        foreach (var use in uses) all[use.GetType().Name] = await point(use);
        return all;
    }
}

/// <summary>Entries that were merged: an undone import leaves them, so that they can be taken apart.</summary>
public sealed class MergedOrganizations : IOrganizationsInUse
{
    public IQueryable<Guid> In(RoundtableDb db) => db.Mergings.Where(m => m.ApartAt == null).Select(m => m.KeptId).Concat(db.Mergings.Where(m => m.ApartAt == null).Select(m => m.AwayId));

    public Task<IReadOnlyList<Guid>> Point(RoundtableDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([]);
}
