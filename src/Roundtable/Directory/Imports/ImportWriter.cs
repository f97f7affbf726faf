using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Search;
using Roundtable.Directory.Services;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Imports;

/// <summary>Carries an import out, batch by batch: each is one transaction that also says how far the import has come.</summary>
public sealed class ImportWriter(RoundtableDb db, ImportSource source, ImportPlan plan, Instant now) : IRowTaker, IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { FactsJson.Date } };

    private readonly BulkRows<Organization> organizations = new(db);
    private readonly BulkRows<Listing> listings = new(db);
    private readonly BulkRows<Identifier> identifiers = new(db);
    private readonly BulkRows<SharedIdentifier> sharedIdentifiers = new(db);
    private readonly BulkRows<Location> locations = new(db);
    private readonly BulkRows<Overwritten> overwritten = new(db);
    private readonly BulkRows<Place> places = new(db);
    private readonly ServiceWriter services = new(db, source.Name, now);
    private readonly LocalDate today = now.InUtc().Date;
    private readonly int import = plan.Number;

    /// <summary>Organizations of which this import has kept what they were before.</summary>
    private readonly HashSet<Guid> remembered = [];

    /// <summary>One that goes on knows what it kept before it was interrupted.</summary>
    public static async Task<ImportWriter> For(RoundtableDb db, ImportSource source, ImportPlan plan, Instant now, CancellationToken ct)
    {
        var writer = new ImportWriter(db, source, plan, now);
        if (plan.Reached > 0) writer.remembered.UnionWith(await db.OverwrittenRows.Where(r => r.Import == plan.Number && r.Facts != null).Select(r => r.OrganizationId).ToListAsync(ct));
        return writer;
    }

    public JudgedRow Prepare(JudgedRow row) =>
        row is { Outcome: Outcome.New, Parsed: { Facts: { } facts, Body: null } } ? row with { Draft = Organization.From(facts, source.Name, row.Key, today) } : row;

    public Task Take(IReadOnlyList<JudgedRow> rows, SheetHeader header, Tally soFar, CancellationToken ct) => db.Together(async () =>
    {
        if (source.IsOfPlaces) await WritePlaces([.. rows.Where(r => r.Outcome is Outcome.New or Outcome.Changed)], ct);
        else
        {
            await Add([.. rows.Where(r => r.Outcome is Outcome.New && !r.IsPart)], ct);
            await Change([.. rows.Where(r => r.Outcome is Outcome.Changed && !r.IsPart)], ct);
        }
        plan.Reach(soFar);
        return await db.SaveChangesAsync(ct);
    }, ct);

    public Task TakeGone(IReadOnlyList<Listing> gone, CancellationToken ct) => db.Together(async () =>
    {
        var keys = gone.Select(g => g.Key).ToArray();
        var offered = await services.Known(keys, ct);
        await Remember(gone, [], [], offered, ct);
        foreach (var service in offered.Values) service.Unlist(now);
        await db.Listings.Where(l => l.Source == source.Name && EF.Parameter(keys).Contains(l.Key))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.GoneAt, now).SetProperty(l => l.ChangedBy, import), ct);
        var ids = gone.Select(g => g.OrganizationId).Distinct().ToArray();
        foreach (var organization in await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id) && !db.Set<Listing>().Any(l => l.OrganizationId == o.Id && l.GoneAt == null)).ToListAsync(ct))
            organization.Unlist(now);
        await Save(ct);
        return gone.Count;
    }, ct);

    private async Task Add(List<JudgedRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var known = await Known(rows, ct);
        var fresh = new Dictionary<string, Organization>();
        var places = new Dictionary<Guid, List<Location>>();
        var offered = new List<(Guid, string, ServiceFacts)>();
        var (newListings, newIdentifiers, joined) = (new List<Listing>(rows.Count), new List<Identifier>(rows.Count), new List<(Guid, ParsedRow)>());
        var shared = new List<SharedIdentifier>();
        foreach (var row in rows)
        {
            var parsed = row.Parsed!;
            var at = parsed.Body ?? parsed.Key;
            Guid id;
            if (known.Of(source, parsed) is { } there) joined.Add((id = there, parsed));
            else
            {
                if (!fresh.TryGetValue(at, out var organization)) fresh[at] = organization = row.Draft ?? Organization.From(parsed.Facts!, source.Name, parsed.Key, today);
                id = organization.Id;
            }
            newListings.Add(new Listing { Source = source.Name, Key = parsed.Key, OrganizationId = id, Body = parsed.Body, Region = parsed.Region, Marks = row.Marks, AddedBy = import, ChangedBy = import });
            if (parsed.Location is { } location) (places.TryGetValue(id, out var there2) ? there2 : places[id] = []).Add(Location.Of(id, source.Name, parsed.Key, location));
            if (parsed.Service is { } service) offered.Add((id, parsed.Key, service));
            foreach (var (scheme, value) in parsed.Identifiers)
                if (known.Take(scheme, value)) newIdentifiers.Add(new Identifier { Scheme = scheme, Value = value, OrganizationId = id });
            shared.AddRange(parsed.Shared.Select(s => new SharedIdentifier { Scheme = s.Scheme, Value = s.Value, OrganizationId = id }));
        }
        var first = fresh.Count == 0 ? 0 : await db.TakeNumbers(nameof(Organization), fresh.Count, ct);
        var number = first;
        var made = await services.Make(offered, places.Values.SelectMany(l => l), ct);
        var madeBy = made.ToLookup(s => s.OrganizationId);
        foreach (var organization in fresh.Values)
        {
            organization.Number = number++;
            if (places.TryGetValue(organization.Id, out var its)) organization.WorkAt(its);
            if (madeBy.Contains(organization.Id)) organization.Offer(madeBy[organization.Id]);
        }
        await organizations.Insert(fresh.Values, ct);
        if (fresh.Count > 0) await SearchEngine.On(db).Add(first, number - 1, ct);
        await listings.Insert(newListings, ct);
        await identifiers.Insert(newIdentifiers, ct);
        await sharedIdentifiers.Insert(shared, ct);
        await locations.Insert([.. places.Values.SelectMany(l => l)], ct);
        await services.Insert(made, ct);
        await Join(joined, newListings.ToDictionary(l => l.Key), ct);
    }

    // A further row for an organization that is known already: it adds what was not known.
    private async Task Join(List<(Guid Id, ParsedRow Parsed)> joined, Dictionary<string, Listing> listed, CancellationToken ct)
    {
        if (joined.Count == 0) return;
        var ids = joined.Select(j => j.Id).Distinct().ToArray();
        var known = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        await Remember([.. joined.Select(j => listed[j.Parsed.Key])], known, [], [], ct);
        foreach (var (id, parsed) in joined) known[id].Fill(parsed.Facts!, named: parsed.Location is null);
        await WorkAt(known.Values, joined.Where(j => j.Parsed.Location is not null).Select(j => j.Id), ct);
        if (joined.Any(j => j.Parsed.Service is not null)) await ServiceWriter.FindBy(db, known.Values, ct);
        await Save(ct);
    }

    private async Task Change(List<JudgedRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        var ids = rows.Select(r => r.Known!.OrganizationId).Distinct().ToArray();
        var keys = rows.Select(r => r.Key).ToArray();
        var known = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var placed = await db.Locations.Where(l => l.Source == source.Name && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var listed = await db.Listings.Where(l => l.Source == source.Name && EF.Parameter(keys).Contains(l.Key)).ToDictionaryAsync(l => l.Key, ct);
        var offered = rows.Any(r => r.Parsed!.Service is not null) ? await services.Known(keys, ct) : [];
        await Remember(listed.Values, known, placed, offered, ct);
        foreach (var row in rows)
        {
            var (organization, parsed, listing) = (known[row.Known!.OrganizationId], row.Parsed!, listed[row.Key]);
            if (organization.ListedIn == source.Name && organization.SourceKey == row.Key) organization.Take(parsed.Facts!, today);
            else organization.Fill(parsed.Facts!, named: parsed.Location is null);
            if (parsed.Location is { } location && placed.TryGetValue(row.Key, out var place)) place.Take(location);
            if (parsed.Region != listing.Region) listing.Moved = listing.Marks;
            (listing.Marks, listing.Region, listing.Body, listing.ChangedBy, listing.GoneAt) = (row.Marks, parsed.Region, parsed.Body, import, null);
        }
        await services.Change(offered, [.. rows.Where(r => r.Parsed!.Service is not null).Select(r => (r.Key, r.Parsed!.Service!))], ct);
        await Save(ct, clear: false);
        await WorkAt(known.Values, rows.Where(r => r.Parsed!.Location is not null).Select(r => r.Known!.OrganizationId), ct);
        if (offered.Count > 0) await ServiceWriter.FindBy(db, known.Values, ct);
        await Save(ct);
    }

    private Task WorkAt(IEnumerable<Organization> among, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToHashSet();
        return db.FindByPlaces([.. among.Where(o => wanted.Contains(o.Id))], ct);
    }

    private async Task Remember(IReadOnlyCollection<Listing> before, Dictionary<Guid, Organization> known, Dictionary<string, Location> placed, Dictionary<string, ServiceOffered> offered, CancellationToken ct) =>
        await overwritten.Insert([.. before.Select(l => new Overwritten
        {
            Import = import, Source = l.Source, Key = l.Key, OrganizationId = l.OrganizationId, Marks = l.Marks, Region = l.Region, GoneAt = l.AddedBy == import ? known[l.OrganizationId].NoLongerListed : l.GoneAt, ChangedBy = l.ChangedBy,
            Facts = known.TryGetValue(l.OrganizationId, out var o) && remembered.Add(o.Id) ? JsonSerializer.Serialize(o.Facts(), Json) : null,
            Location = placed.TryGetValue(l.Key, out var place) ? JsonSerializer.Serialize(place.Facts(), Json) : null,
            Service = offered.TryGetValue(l.Key, out var service) ? JsonSerializer.Serialize(service.Before(), Json) : null,
        })], ct);

    private async Task<KnownBodies> Known(List<JudgedRow> rows, CancellationToken ct)
    {
        var bodies = source.HasBodies ? rows.Select(r => r.Parsed!.Body).OfType<string>().Distinct().ToArray() : [];
        var values = rows.SelectMany(r => r.Parsed!.Identifiers).Select(i => i.Value).Distinct().ToArray();
        var schemes = rows.SelectMany(r => r.Parsed!.Identifiers).Select(i => i.Scheme).Distinct().ToList();
        var ofBody = bodies.Length == 0 ? [] : await db.Listings.AsNoTracking().Where(l => l.Source == source.Name && EF.Parameter(bodies).Contains(l.Body)).Select(l => new { l.Body, l.OrganizationId }).ToListAsync(ct);
        var ofValue = new List<Identifier>();
        foreach (var scheme in schemes)
            ofValue.AddRange(await db.Identifiers.AsNoTracking().Where(i => i.Scheme == scheme && EF.Parameter(values).Contains(i.Value)).ToListAsync(ct));
        var named = rows.Select(r => r.Parsed!.Organization).OfType<Guid>().Distinct().ToArray();
        var ours = named.Length == 0 ? [] : await db.Organizations.Where(o => EF.Parameter(named).Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
        return new([.. ours], ofBody.DistinctBy(b => b.Body).ToDictionary(b => b.Body!, b => b.OrganizationId), ofValue.ToDictionary(i => (i.Scheme, i.Value), i => i.OrganizationId));
    }

    private async Task WritePlaces(List<JudgedRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(r => r.Outcome is Outcome.Changed).Select(r => r.Parsed!.Place!.Id).ToArray();
        if (ids.Length > 0) await db.Places.Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteDeleteAsync(ct);
        await places.Insert([.. rows.Select(r => r.Parsed!.Place!)], ct);
    }

    private async Task Save(CancellationToken ct, bool clear = true)
    {
        await db.SaveChangesAsync(ct);
        if (!clear) return;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Organization or Listing or Location or ServiceOffered or ServiceAtLocation or ServiceTerm).ToList()) entry.State = EntityState.Detached;
    }

    public void Dispose()
    {
        organizations.Dispose();
        listings.Dispose();
        identifiers.Dispose();
        sharedIdentifiers.Dispose();
        locations.Dispose();
        overwritten.Dispose();
        places.Dispose();
        services.Dispose();
    }

    /// <summary>Which organizations a batch's rows belong to already, by body or by identifier.</summary>
    private sealed class KnownBodies(HashSet<Guid> ours, Dictionary<string, Guid> bodies, Dictionary<(Scheme, string), Guid> identified)
    {
        private readonly HashSet<(Scheme, string)> taken = [.. identified.Keys];

        public Guid? Of(ImportSource source, ParsedRow row) =>
            row.Organization is { } named && ours.Contains(named) ? named
            : source.HasBodies && row.Body is { } body && bodies.TryGetValue(body, out var known) ? known
            : row.Identifiers.Select(i => identified.TryGetValue(i, out var id) ? id : (Guid?)null).FirstOrDefault(i => i is not null);

        public bool Take(Scheme scheme, string value) => taken.Add((scheme, value));
    }
}
