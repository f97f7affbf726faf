using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Services;

/// <summary>Carries out what an import says about services, inside the import's own transactions.</summary>
internal sealed class ServiceWriter(RoundtableDb db, string source, Instant now) : IDisposable
{
    private readonly BulkRows<ServiceOffered> services = new(db);
    private readonly BulkRows<ServiceAtLocation> places = new(db);
    private readonly BulkRows<ServiceTerm> meanings = new(db);
    private readonly BulkRows<Term> terms = new(db);

    /// <summary>New ones, not yet written, so that their organizations can be found by them.</summary>
    /// <param name="fresh">Locations that the same rows bring.</param>
    public async Task<List<ServiceOffered>> Make(IReadOnlyList<(Guid Organization, string Key, ServiceFacts Facts)> rows, IEnumerable<Location> fresh, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        var at = await PlacesOf(rows.SelectMany(r => r.Facts.PlaceKeys), fresh, ct);
        var number = await db.TakeNumbers(nameof(ServiceOffered), rows.Count, ct);
        return [.. rows.Select(r =>
        {
            var service = ServiceOffered.From(r.Organization, source, r.Key, r.Facts.Entry with { Places = At(r.Facts, at) }, r.Facts.Assured, now);
            service.Number = number++;
            service.Mean(r.Facts.Terms.Select(t => t.Id), r.Facts.Terms.DistinctBy(t => t.Id).ToDictionary(t => t.Id));
            return service;
        })];
    }

    public async Task Insert(IReadOnlyList<ServiceOffered> made, CancellationToken ct)
    {
        await Know(made.SelectMany(s => s.Terms).Select(t => t.Term!), ct);
        await services.Insert(made, ct);
        await places.Insert([.. made.SelectMany(s => s.Places)], ct);
        await meanings.Insert([.. made.SelectMany(s => s.Terms)], ct);
    }

    /// <summary>Those of these rows that are known, with their parts.</summary>
    public Task<Dictionary<string, ServiceOffered>> Known(string[] keys, CancellationToken ct) =>
        db.ServicesOffered.Where(s => s.Source == source && EF.Parameter(keys).Contains(s.Key)).Include(s => s.Places).Include(s => s.Terms).AsSplitQuery().ToDictionaryAsync(s => s.Key, ct);

    public async Task Change(IReadOnlyDictionary<string, ServiceOffered> known, IReadOnlyList<(string Key, ServiceFacts Facts)> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        await Know(rows.SelectMany(r => r.Facts.Terms), ct);
        var at = await PlacesOf(rows.SelectMany(r => r.Facts.PlaceKeys), [], ct);
        foreach (var (key, facts) in rows)
        {
            if (!known.TryGetValue(key, out var service)) continue;
            service.Take(facts.Entry with { Places = At(facts, at) }, facts.Assured, now);
            service.Mean(facts.Terms.Select(t => t.Id));
        }
    }

    /// <summary>Organizations are found by their services as these are now.</summary>
    public static async Task FindBy(RoundtableDb db, IReadOnlyCollection<Organization> organizations, CancellationToken ct)
    {
        var ids = organizations.Select(o => o.Id).ToArray();
        var all = (await db.ServicesOffered.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.OrganizationId)).Include(s => s.Terms).ThenInclude(t => t.Term).AsSplitQuery().ToListAsync(ct)).ToLookup(s => s.OrganizationId);
        foreach (var organization in organizations) if (all.Contains(organization.Id) || organization.ServiceWords is not null) organization.Offer(all[organization.Id]);
    }

    private async Task Know(IEnumerable<Term> named, CancellationToken ct)
    {
        var wanted = named.DistinctBy(t => t.Id).ToList();
        var ids = wanted.Select(t => t.Id).ToArray();
        if (ids.Length == 0) return;
        var known = (await db.Terms.Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => t.Id).ToListAsync(ct)).ToHashSet();
        await terms.Insert([.. wanted.Where(t => !known.Contains(t.Id))], ct);
    }

    private async Task<Dictionary<string, Guid>> PlacesOf(IEnumerable<string> keys, IEnumerable<Location> fresh, CancellationToken ct)
    {
        var at = fresh.ToDictionary(l => l.Key, l => l.Id);
        var others = keys.Distinct().Where(k => !at.ContainsKey(k)).ToArray();
        if (others.Length > 0)
            foreach (var known in await db.Locations.Where(l => l.Source == source && EF.Parameter(others).Contains(l.Key)).Select(l => new { l.Key, l.Id }).ToListAsync(ct)) at[known.Key] = known.Id;
        return at;
    }

    private static Guid[] At(ServiceFacts facts, Dictionary<string, Guid> at) => [.. facts.PlaceKeys.Where(at.ContainsKey).Select(k => at[k]).Distinct()];

    public void Dispose()
    {
        services.Dispose();
        places.Dispose();
        meanings.Dispose();
        terms.Dispose();
    }
}
