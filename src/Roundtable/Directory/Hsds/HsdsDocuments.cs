using System.Text.Json.Nodes;
using Roundtable.Directory.Services;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Hsds;

/// <summary>Rows of HSDS put into each other, as its JSON documents have them.</summary>
internal sealed class HsdsDocuments(Texts texts)
{
    /// <summary>An organization with all that stands for it.</summary>
    /// <param name="fullServices">Each service with its own parts.</param>
    public JsonObject Of(Organization o, IEnumerable<Identifier> identifiers, IReadOnlyCollection<Location> locations, IEnumerable<ServiceOffered> services, bool fullServices)
    {
        var row = HsdsRows.Of(o, texts);
        Put(row, "phones", HsdsRows.Phone("organization_id", o.Id, o.Phone));
        Put(row, "locations", locations.Count > 0 ? [.. locations.Select(Of)] : [With(HsdsRows.OwnLocation(o), "addresses", HsdsRows.OwnAddress(o))]);
        Put(row, "organization_identifiers", [.. identifiers.Select(HsdsRows.Of)]);
        Put(row, "services", [.. services.Select(s => fullServices ? Of(s) : HsdsRows.Of(s))]);
        return row;
    }

    /// <summary>An organization as a list shows it, with its identifiers.</summary>
    public JsonObject Listed(Organization o, IEnumerable<Identifier> identifiers)
    {
        var row = HsdsRows.Of(o, texts);
        Put(row, "organization_identifiers", [.. identifiers.Select(HsdsRows.Of)]);
        return row;
    }

    public JsonObject Listed(ServiceOffered s)
    {
        var row = HsdsRows.Of(s);
        if (s.Organization is { } organization) row["organization"] = HsdsRows.Of(organization, texts);
        return row;
    }

    /// <summary>A service with its parts: where, when, languages, costs, papers, vocabularies.</summary>
    public JsonObject Of(ServiceOffered s)
    {
        var row = Listed(s);
        Put(row, "phones", HsdsRows.Phone("service_id", s.Id, s.Phone));
        Put(row, "schedules", [.. HsdsRows.Schedules("service_id", s.Id, s.Openings)]);
        Put(row, "service_at_locations", [.. s.Places.Where(p => p.Location is { ClosedOn: null }).Select(p => At(p, Of(p.Location!)))]);
        Put(row, "languages", [.. HsdsRows.Languages("service_id", s.Id, s.LanguageCodes, texts)]);
        Put(row, "cost_options", [.. HsdsRows.Costs(s)]);
        Put(row, "required_documents", [.. HsdsRows.Documents(s)]);
        Put(row, "attributes", [.. s.Terms.Where(t => t.Term is not null).Select(t =>
        {
            var attribute = HsdsRows.Of(t);
            attribute["taxonomy_term"] = Of(t.Term!);
            return attribute;
        })]);
        return row;
    }

    public JsonObject Of(Location l)
    {
        var row = HsdsRows.Of(l);
        Put(row, "languages", [.. HsdsRows.Languages("location_id", l.Id, l.LanguageCodes, texts)]);
        Put(row, "addresses", HsdsRows.Address(l));
        Put(row, "accessibility", HsdsRows.Accessibility(l));
        Put(row, "phones", HsdsRows.Phone("location_id", l.Id, l.Phone));
        Put(row, "schedules", [.. HsdsRows.Schedules("location_id", l.Id, l.Openings)]);
        return row;
    }

    /// <summary>A service at a location; in a list without the parts of either.</summary>
    public JsonObject Of(ServiceAtLocation at, bool full)
    {
        var row = At(at, full ? Of(at.Location!) : HsdsRows.Of(at.Location!));
        row["service"] = full ? Of(at.Service!) : Listed(at.Service!);
        return row;
    }

    public static JsonObject Of(Term term)
    {
        var row = HsdsRows.Of(term);
        row["taxonomy_detail"] = HsdsRows.Taxonomy(term.Vocabulary);
        return row;
    }

    private static JsonObject At(ServiceAtLocation at, JsonObject location)
    {
        var row = HsdsRows.Of(at);
        row["location"] = location;
        return row;
    }

    private static JsonObject With(JsonObject row, string name, params JsonObject?[] parts)
    {
        Put(row, name, parts);
        return row;
    }

    private static void Put(JsonObject row, string name, params JsonObject?[] parts)
    {
        var there = parts.OfType<JsonObject>().ToArray<JsonNode?>();
        if (there.Length > 0) row[name] = new JsonArray(there);
    }
}
