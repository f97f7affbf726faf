using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Search;
using Roundtable.Directory.Services;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory.Hsds;

/// <summary>The public part of the directory in the Human Services Data Specification 3.1, so that other directories can read it.</summary>
public static partial class HsdsApi
{
    public static void MapHsds(this IEndpointRouteBuilder routes)
    {
        var hsds = routes.MapGroup("/hsds").AllowAnonymous().AnswersRefusals().WithTags("HSDS");
        hsds.MapGet("/", (Settings settings) => new HsdsAbout("3.1", "https://docs.openreferral.org/en/3.1/hsds/", $"{settings.BaseUrl.ToString().TrimEnd('/')}/openapi/v1.json"))
            .WithSummary("What this is and which version of HSDS it speaks.");
        hsds.MapGet("/services", Services).WithSummary("Services, page by page.");
        hsds.MapGet("/services/{id:guid}", Service).WithSummary("One service with its organization, places, schedules, languages, costs and documents.");
        hsds.MapGet("/organizations", Organizations).WithSummary("Organizations, page by page.");
        hsds.MapGet("/organizations/{id:guid}", Organization).WithSummary("One organization with its locations, phones, identifiers and services.");
        hsds.MapGet("/locations", Locations).WithSummary("Locations, page by page; not in the reference.");
        hsds.MapGet("/locations/{id:guid}", Location).WithSummary("One location with its address, schedules and accessibility; not in the reference.");
        hsds.MapGet("/service_at_locations", AtLocations).WithSummary("Services at locations, page by page.");
        hsds.MapGet("/service_at_locations/{id:guid}", AtLocation).WithSummary("One service at one location.");
        hsds.MapGet("/taxonomies", Taxonomies).WithSummary("Vocabularies that services are described with.");
        hsds.MapGet("/taxonomies/{id:guid}", Taxonomy).WithSummary("One vocabulary.");
        hsds.MapGet("/taxonomy_terms", Terms).WithSummary("Words of those vocabularies that services have.");
        hsds.MapGet("/taxonomy_terms/{id:guid}", TermOf).WithSummary("One word of a vocabulary.");
        hsds.MapGet("/datapackage.zip", HsdsPackageApi.Whole).WithSummary("All of it as a tabular data package: datapackage.json and a CSV file for each table.");
    }

    private static async Task<IResult> Services([AsParameters] Asked asked, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var found = asked.Of(db.ServicesOffered.AsNoTracking().Published()).OrderBy(s => s.Number);
        var documents = new HsdsDocuments(texts);
        if (asked.Minimal is true)
        {
            var rows = (await found.Select(s => new { s.Id, s.ModifiedAt }).ToListAsync(ct)).ConvertAll(s => new JsonObject { ["id"] = $"{s.Id}", ["last_modified"] = HsdsRows.Moment(s.ModifiedAt) });
            return TypedResults.Json(new HsdsPage(rows.Count, 1, 1, rows.Count, true, true, rows.Count == 0, rows));
        }
        if (asked.IsStream) return Stream(after => Read(found.Where(s => s.Number > after).Take(AtOnce)));
        return TypedResults.Json(asked.PageOf(await found.CountAsync(ct), (await Read(found.Skip(asked.Skip).Take(asked.Size))).ConvertAll(r => r.Row)));

        async Task<List<(int, JsonObject Row)>> Read(IQueryable<ServiceOffered> some) =>
            (await (asked.Full is true ? some.WithParts() : some).Include(s => s.Organization).ToListAsync(ct)).ConvertAll(s => (s.Number, asked.Full is true ? documents.Of(s) : documents.Listed(s)));
    }

    private static async Task<JsonObject> Service(Guid id, RoundtableDb db, Texts texts, CancellationToken ct) =>
        new HsdsDocuments(texts).Of(await db.ServicesOffered.AsNoTracking().Published().WithParts().Include(s => s.Organization).FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException());

    private static async Task<IResult> Organizations([AsParameters] Asked asked, RoundtableDb db, PlaceBooks places, IClock clock, Texts texts, CancellationToken ct)
    {
        var isFull = asked.Full is true || asked.FullService is true;
        if (asked is { Search.Length: > 0, NamesTerm: false, IsStream: false } && asked.Skip < 10_000)
        {
            var search = OrganizationSearch.Of(new SearchInput { Words = asked.Search }, await places.Now(db, ct), Actor.Anonymous) with { Limit = asked.Size, Skip = asked.Skip };
            var hits = await db.FindOrganizations(search, clock.GetCurrentInstant(), ct);
            return TypedResults.Json(asked.PageOf(hits.Count, await Read([.. hits.Organizations.Select(f => f.Organization)])));
        }
        var found = db.Organizations.AsNoTracking().Listed().VisibleTo(Actor.Anonymous);
        foreach (var word in asked.Words) found = found.Where(o => o.NameKey.Contains(word) || o.DoingKey.Contains(word));
        if (asked.NamesTerm)
        {
            var meant = asked.Meaning(db.ServicesOffered).Select(s => s.OrganizationId);
            found = found.Where(o => meant.Contains(o.Id));
        }
        if (asked.IsStream) return Stream(async after =>
        {
            var some = await found.Where(o => o.Number > after).OrderBy(o => o.Number).Take(AtOnce).ToListAsync(ct);
            return [.. some.Select(o => o.Number).Zip(await Read(some))];
        });
        return TypedResults.Json(asked.PageOf(await found.CountAsync(ct), await Read(await found.OrderBy(o => o.Number).Skip(asked.Skip).Take(asked.Size).ToListAsync(ct))));

        async Task<List<JsonObject>> Read(List<Organization> some)
        {
            if (isFull) return await Whole(db, some, texts, asked.FullService is true, ct);
            var ids = some.Select(o => o.Id).ToArray();
            var identifiers = (await db.Identifiers.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.OrganizationId)).ToListAsync(ct)).ToLookup(i => i.OrganizationId);
            return some.ConvertAll(o => new HsdsDocuments(texts).Listed(o, identifiers[o.Id]));
        }
    }

    private static async Task<JsonObject> Organization(Guid id, [AsParameters] Asked asked, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var organization = await db.Organizations.AsNoTracking().Listed().VisibleTo(Actor.Anonymous).FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFoundException();
        return (await Whole(db, [organization], texts, asked.FullService is true, ct))[0];
    }

    private static async Task<List<JsonObject>> Whole(RoundtableDb db, List<Organization> some, Texts texts, bool fullServices, CancellationToken ct)
    {
        var ids = some.Select(o => o.Id).ToArray();
        var identifiers = (await db.Identifiers.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.OrganizationId)).ToListAsync(ct)).ToLookup(i => i.OrganizationId);
        var locations = (await db.Locations.AsNoTracking().Where(l => l.ClosedOn == null && EF.Parameter(ids).Contains(l.OrganizationId)).OrderBy(l => l.Key).ToListAsync(ct)).ToLookup(l => l.OrganizationId);
        var offered = db.ServicesOffered.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.OrganizationId)).OrderBy(s => s.Number);
        var services = (await (fullServices ? offered.WithParts() : offered).ToListAsync(ct)).ToLookup(s => s.OrganizationId);
        return some.ConvertAll(o => new HsdsDocuments(texts).Of(o, identifiers[o.Id], [.. locations[o.Id]], services[o.Id], fullServices));
    }

    private static async Task<HsdsPage> Locations([AsParameters] Asked asked, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var found = db.Locations.AsNoTracking().Published();
        if (asked.OrganizationId is not null) found = found.Of(Asked.IdOf(asked.OrganizationId));
        return asked.PageOf(await found.CountAsync(ct), (await found.OrderBy(l => l.Id).Skip(asked.Skip).Take(asked.Size).ToListAsync(ct)).ConvertAll(l => asked.Full is true ? new HsdsDocuments(texts).Of(l) : HsdsRows.Of(l)));
    }

    private static async Task<JsonObject> Location(Guid id, RoundtableDb db, Texts texts, CancellationToken ct) =>
        new HsdsDocuments(texts).Of(await db.Locations.AsNoTracking().Published().FirstOrDefaultAsync(l => l.Id == id, ct) ?? throw new NotFoundException());

    private static async Task<HsdsPage> AtLocations([AsParameters] Asked asked, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var services = asked.Of(db.ServicesOffered.Published()).Select(s => s.Id);
        var found = Shown(db).Where(a => services.Contains(a.ServiceId));
        return asked.PageOf(await found.CountAsync(ct), (await found.OrderBy(a => a.Service!.Number).ThenBy(a => a.Id).Skip(asked.Skip).Take(asked.Size).ToListAsync(ct)).ConvertAll(a => new HsdsDocuments(texts).Of(a, asked.Full is true)));
    }

    private static async Task<JsonObject> AtLocation(Guid id, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var published = db.ServicesOffered.Published().Select(s => s.Id);
        return new HsdsDocuments(texts).Of(await Shown(db).FirstOrDefaultAsync(a => a.Id == id && published.Contains(a.ServiceId), ct) ?? throw new NotFoundException(), full: true);
    }

    private static IQueryable<ServiceAtLocation> Shown(RoundtableDb db) => db.ServicesAtLocations.AsNoTracking().Where(a => a.Location!.ClosedOn == null)
        .Include(a => a.Location).Include(a => a.Service!.Organization).Include(a => a.Service!.Terms).ThenInclude(t => t.Term).AsSplitQuery();

    private static async Task<HsdsPage> Taxonomies([AsParameters] Asked asked, RoundtableDb db, CancellationToken ct)
    {
        var all = (await Used(db).Select(t => t.Vocabulary).Distinct().ToListAsync(ct)).Where(v => asked.Words.All(w => NameKey.Of(v).Contains(w, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
        return asked.PageOf(all.Count, all.Skip(asked.Skip).Take(asked.Size).Select(HsdsRows.Taxonomy).ToList());
    }

    private static async Task<JsonObject> Taxonomy(Guid id, RoundtableDb db, CancellationToken ct) =>
        HsdsRows.Taxonomy(await Used(db).Where(t => t.VocabularyId == id).Select(t => t.Vocabulary).FirstOrDefaultAsync(ct) ?? throw new NotFoundException());

    private static async Task<HsdsPage> Terms([AsParameters] Asked asked, RoundtableDb db, CancellationToken ct)
    {
        var found = Used(db);
        if (asked.TaxonomyId is { } taxonomy)
        {
            var id = Asked.IdOf(taxonomy);
            found = found.Where(t => t.VocabularyId == id);
        }
        foreach (var word in asked.Words) found = found.Where(t => t.NameKey.Contains(word));
        return asked.PageOf(await found.CountAsync(ct), (await found.OrderBy(t => t.Vocabulary).ThenBy(t => t.Code).Skip(asked.Skip).Take(asked.Size).ToListAsync(ct)).ConvertAll(HsdsDocuments.Of));
    }

    private static async Task<JsonObject> TermOf(Guid id, RoundtableDb db, CancellationToken ct) =>
        HsdsDocuments.Of(await Used(db).FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotFoundException());

    // Only what public services have: a vocabulary is not ours to publish.
    private static IQueryable<Term> Used(RoundtableDb db)
    {
        var published = db.ServicesOffered.Published();
        return db.Terms.AsNoTracking().Where(t => published.Any(s => s.Terms.Any(x => x.TermId == t.Id)));
    }

    private const int AtOnce = 500;

    /// <summary>All of a list, a line each, as they are read.</summary>
    private static IResult Stream(Func<int, Task<List<(int Number, JsonObject Row)>>> next) => TypedResults.Stream(async stream =>
    {
        var after = 0;
        while (await next(after) is { Count: > 0 } some)
        {
            foreach (var (_, row) in some)
            {
                await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(row.ToJsonString(HsdsRows.Json)));
                await stream.WriteAsync("\n"u8.ToArray());
            }
            after = some[^1].Number;
        }
    }, "application/x-ndjson");
}

public sealed record HsdsAbout(string Version, string Profile, [property: JsonPropertyName("openapi_url")] string OpenApiUrl);
