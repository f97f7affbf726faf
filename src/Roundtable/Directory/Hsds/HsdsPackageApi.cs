using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory.Search;
using Roundtable.Directory.Services;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Hsds;

/// <summary>The public part of the directory as a tabular data package of HSDS 3.1: one walk through the records for each table, written as it is read.</summary>
public static class HsdsPackageApi
{
    private static readonly (string Name, string Columns, Func<RoundtableDb, Texts, IAsyncEnumerable<JsonObject?>> Rows)[] tables =
    [
        ("organizations", "id name alternate_name description website", (db, t) => Organizations(db).Select(o => HsdsRows.Of(o, t))),
        ("organization_identifiers", "id organization_id identifier_scheme identifier_type identifier", (db, _) => Identifiers(db).Select(HsdsRows.Of)),
        ("services", "id organization_id name description url email status application_process fees_description eligibility_description assured_date last_modified", (db, _) => Each(db.ServicesOffered.Published()).Select(HsdsRows.Of)),
        ("locations", "id location_type organization_id name latitude longitude", (db, _) => Each(db.Locations.Published()).Select(HsdsRows.Of).Concat(Bare(db).Select(HsdsRows.OwnLocation))),
        ("service_at_location", "id service_id location_id", (db, _) => Each(db.ServicesOffered.Published().SelectMany(s => s.Places).Where(a => a.Location!.ClosedOn == null)).Select(HsdsRows.Of)),
        ("addresses", "id location_id address_1 city state_province postal_code country address_type", (db, _) => Each(db.Locations.Published()).Select(HsdsRows.Address).Concat(Bare(db).Select(HsdsRows.OwnAddress))),
        ("phones", "id location_id service_id organization_id number", (db, _) => Organizations(db).Select(o => HsdsRows.Phone("organization_id", o.Id, o.Phone))
            .Concat(Each(db.ServicesOffered.Published()).Select(s => HsdsRows.Phone("service_id", s.Id, s.Phone))).Concat(Each(db.Locations.Published()).Select(l => HsdsRows.Phone("location_id", l.Id, l.Phone)))),
        ("schedules", "id service_id location_id valid_from valid_to freq interval byday bymonthday description opens_at closes_at", (db, _) => Each(db.ServicesOffered.Published()).SelectMany(s => HsdsRows.Schedules("service_id", s.Id, s.Openings))
            .Concat(Each(db.Locations.Published()).SelectMany(l => HsdsRows.Schedules("location_id", l.Id, l.Openings)))),
        ("languages", "id service_id location_id name code", (db, t) => Each(db.ServicesOffered.Published()).SelectMany(s => HsdsRows.Languages("service_id", s.Id, s.LanguageCodes, t))
            .Concat(Each(db.Locations.Published()).SelectMany(l => HsdsRows.Languages("location_id", l.Id, l.LanguageCodes, t)))),
        ("cost_options", "id service_id valid_from valid_to option currency amount amount_description", (db, _) => Each(db.ServicesOffered.Published()).SelectMany(HsdsRows.Costs)),
        ("required_documents", "id service_id document", (db, _) => Each(db.ServicesOffered.Published()).SelectMany(HsdsRows.Documents)),
        ("accessibility", "id location_id description", (db, _) => Each(db.Locations.Published()).Select(HsdsRows.Accessibility)),
        ("taxonomies", "id name description", (db, _) => Each(db.ServicesOffered.Published().SelectMany(s => s.Terms).Select(t => t.Term!.Vocabulary).Distinct()).Select(HsdsRows.Taxonomy)),
        ("taxonomy_terms", "id code name description taxonomy taxonomy_id", (db, _) => Each(db.ServicesOffered.Published().SelectMany(s => s.Terms).Select(t => t.Term!).Distinct()).Select(HsdsRows.Of)),
        ("attributes", "id link_id taxonomy_term_id link_entity", (db, _) => Each(db.ServicesOffered.Published().SelectMany(s => s.Terms)).Select(HsdsRows.Of)),
    ];

    internal static IResult Whole(HttpContext http, RoundtableDb db, Texts texts, CancellationToken ct) => TypedResults.Stream(async stream =>
    {
        // The compressor writes what is left of an entry in one go when it ends.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await using (var about = await zip.CreateEntry("datapackage.json").OpenAsync(ct))
            await about.WriteAsync(Encoding.UTF8.GetBytes(Descriptor().ToJsonString(HsdsRows.Json)), ct);
        foreach (var (name, columns, rows) in tables) await Write(zip, $"{name}.csv", columns.Split(' '), rows(db, texts), ct);
    }, "application/zip", "hsds-datapackage.zip");

    private static async Task Write(ZipArchive zip, string file, string[] columns, IAsyncEnumerable<JsonObject?> rows, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(file).OpenAsync(ct);
        await entry.WriteAsync(Lines([columns]), ct);
        await foreach (var some in rows.OfType<JsonObject>().Chunk(1000).WithCancellation(ct))
            await entry.WriteAsync(Lines(some.Select(row => columns.Select(c => row[c]?.ToString() ?? ""))), ct);
    }

    private static ReadOnlyMemory<byte> Lines(IEnumerable<IEnumerable<string>> rows)
    {
        var lines = new MemoryStream();
        using (var csv = CsvWriter.Create(lines, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.EndRecord();
            }
        return lines.GetBuffer().AsMemory(0, (int)lines.Length);
    }

    private static JsonObject Descriptor() => new()
    {
        ["name"] = "human_services_data", ["title"] = "Human Services Data Specification", ["profile"] = "tabular-data-package", ["version"] = "3.1", ["homepage"] = "https://docs.openreferral.org",
        ["resources"] = new JsonArray([.. tables.Select(t => new JsonObject
        {
            ["name"] = t.Name, ["path"] = $"{t.Name}.csv", ["profile"] = "tabular-data-resource", ["format"] = "csv", ["mediatype"] = "text/csv", ["encoding"] = "utf-8",
            ["schema"] = new JsonObject { ["primaryKey"] = "id", ["fields"] = new JsonArray([.. t.Columns.Split(' ').Select(c => new JsonObject { ["name"] = c, ["type"] = c is "latitude" or "longitude" or "amount" or "interval" ? "number" : "string" })]) },
        })]),
    };

    private static IQueryable<Organization> Published(RoundtableDb db) => db.Organizations.Listed().VisibleTo(Actor.Anonymous);
    private static IAsyncEnumerable<Organization> Organizations(RoundtableDb db) => Each(Published(db));

    private static IAsyncEnumerable<Identifier> Identifiers(RoundtableDb db)
    {
        var published = Published(db);
        return Each(db.Identifiers.Where(i => published.Any(o => o.Id == i.OrganizationId)));
    }

    /// <summary>Those of which no place is known but their own address.</summary>
    private static IAsyncEnumerable<Organization> Bare(RoundtableDb db)
    {
        var locations = db.Locations.Where(l => l.ClosedOn == null);
        return Each(Published(db).Where(o => !locations.Any(l => l.OrganizationId == o.Id)));
    }

    private static IAsyncEnumerable<T> Each<T>(IQueryable<T> query) where T : class => query.AsNoTracking().AsAsyncEnumerable();
}
