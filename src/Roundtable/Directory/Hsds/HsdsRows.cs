using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Roundtable.Directory.Services;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Hsds;

/// <summary>The directory's records as rows of HSDS 3.1, one function for each of its tables. Cells that are not known are left out.</summary>
internal static class HsdsRows
{
    private static readonly InstantPattern moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.fff'Z'");

    /// <summary>Names and descriptions are written as they are, in any script.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Moment(Instant at) => moment.Format(at);

    public static JsonObject Of(Organization o, Texts texts) => Row(("id", $"{o.Id}"), ("name", o.ShownName), ("alternate_name", o.Unit),
        ("description", o.Doing ?? Kinds.Say(o.KindCode, texts.Language) ?? texts[$"directory.sector.{Codes.Of(o.Sector)}"]), ("website", o.Website));

    // Scheme codes of org-id.guide where there is one.
    public static JsonObject Of(Identifier i) => Row(("id", $"{HsdsId.Of(i.OrganizationId, $"{i.Scheme}/{i.Value}")}"), ("organization_id", $"{i.OrganizationId}"),
        ("identifier_scheme", i.Scheme is Scheme.Ein ? "US-EIN" : null), ("identifier_type", Codes.Of(i.Scheme).ToUpperInvariant()), ("identifier", i.Value));

    public static JsonObject Of(ServiceOffered s) => Row(("id", $"{s.Id}"), ("organization_id", $"{s.OrganizationId}"), ("name", s.ShownName), ("description", s.Description), ("url", s.Website), ("email", s.Email),
        ("status", s.Status is ServiceStatus.TemporarilyClosed ? "temporarily closed" : Codes.Of(s.Status)), ("application_process", s.HowToApply),
        ("fees_description", s.Costs.Count == 0 ? null : string.Join("; ", s.Costs.Select(c => c.Line))), ("eligibility_description", s.Eligibility),
        ("assured_date", Day(s.AssuredOn)), ("last_modified", Moment(s.ModifiedAt)));

    // Only an address's own point is said; the centre of a ZIP area is not where it is.
    public static JsonObject Of(Location l) => Row(("id", $"{l.Id}"), ("location_type", "physical"), ("organization_id", $"{l.OrganizationId}"), ("name", ShownName.Of(l.Name)),
        ("latitude", IsExact(l) ? l.Latitude : null), ("longitude", IsExact(l) ? l.Longitude : null));

    /// <summary>The organization's own address, for one of which no places are known.</summary>
    public static JsonObject OwnLocation(Organization o) => Row(("id", $"{OwnLocationId(o)}"), ("location_type", KindOf(o)), ("organization_id", $"{o.Id}"), ("name", o.ShownName),
        ("latitude", o.Precision is Precision.Address ? o.Latitude : null), ("longitude", o.Precision is Precision.Address ? o.Longitude : null));

    public static JsonObject? Address(Location l) => l.IsShown ? Address(l.Id, l.Id, l.Street, l.City, l.State, l.Zip, "physical") : null;
    public static JsonObject? OwnAddress(Organization o) => Address(o.Id, OwnLocationId(o), o.Street, o.City, o.State, o.Zip, KindOf(o));

    public static JsonObject Of(ServiceAtLocation at) => Row(("id", $"{at.Id}"), ("service_id", $"{at.ServiceId}"), ("location_id", $"{at.LocationId}"));

    /// <param name="link"><c>service_id</c>, <c>location_id</c> or <c>organization_id</c>.</param>
    public static JsonObject? Phone(string link, Guid owner, string? number) =>
        number is null ? null : Row(("id", $"{HsdsId.Of(owner, "phone")}"), (link, $"{owner}"), ("number", number));

    public static IEnumerable<JsonObject> Schedules(string link, Guid owner, IReadOnlyList<Opening> openings) => openings.Select((o, i) => Row(("id", $"{HsdsId.Of(owner, $"schedule/{i}")}"), (link, $"{owner}"),
        ("valid_from", Day(o.From)), ("valid_to", Day(o.Until)), ("freq", o.IsMonthly ? "MONTHLY" : o.Days is not null ? "WEEKLY" : null), ("interval", o.Interval), ("byday", o.Days), ("bymonthday", o.MonthDays),
        ("description", o.Words ?? (o.IsClosed ? "Closed" : null)), ("opens_at", o.IsClosed ? null : o.Opens), ("closes_at", o.IsClosed ? null : o.Closes)));

    public static IEnumerable<JsonObject> Languages(string link, Guid owner, IEnumerable<string> codes, Texts texts) =>
        codes.Select(c => Row(("id", $"{HsdsId.Of(owner, $"language/{c}")}"), (link, $"{owner}"), ("name", LanguageNames.Of(c, texts.Culture)), ("code", c)));

    public static IEnumerable<JsonObject> Costs(ServiceOffered s) => s.Costs.Select((c, i) => Row(("id", $"{HsdsId.Of(s.Id, $"cost/{i}")}"), ("service_id", $"{s.Id}"), ("valid_from", Day(c.From)), ("valid_to", Day(c.Until)),
        ("option", c.Option), ("currency", c.Amount?.Currency.ToLowerInvariant()), ("amount", c.Amount is { } amount ? amount.Cents / 100m : null), ("amount_description", c.Words)));

    public static IEnumerable<JsonObject> Documents(ServiceOffered s) => s.Documents.Select((d, i) => Row(("id", $"{HsdsId.Of(s.Id, $"document/{i}")}"), ("service_id", $"{s.Id}"), ("document", d)));

    public static JsonObject? Accessibility(Location l) => l.Accessibility is null ? null : Row(("id", $"{HsdsId.Of(l.Id, "accessibility")}"), ("location_id", $"{l.Id}"), ("description", l.Accessibility));

    public static JsonObject Taxonomy(string vocabulary) => Row(("id", $"{Term.IdOf(vocabulary)}"), ("name", vocabulary), ("description", vocabulary));

    public static JsonObject Of(Term t) => Row(("id", $"{t.Id}"), ("code", t.Code), ("name", t.Name), ("description", t.Description ?? t.Name), ("taxonomy", t.Vocabulary), ("taxonomy_id", $"{t.VocabularyId}"));

    public static JsonObject Of(ServiceTerm t) => Row(("id", $"{HsdsId.Of(t.ServiceId, $"is/{t.TermId}")}"), ("link_id", $"{t.ServiceId}"), ("taxonomy_term_id", $"{t.TermId}"), ("link_entity", "service"));

    private static Guid OwnLocationId(Organization o) => HsdsId.Of(o.Id, "location");
    private static string KindOf(Organization o) => o.IsPoBoxOnly ? "postal" : "physical";
    private static bool IsExact(Location l) => l.IsShown && !l.IsApproximate;
    private static string? Day(LocalDate? day) => day is { } there ? LocalDatePattern.Iso.Format(there) : null;

    private static JsonObject? Address(Guid of, Guid location, string? street, string? city, string? state, string? zip, string type) => street is null ? null
        : Row(("id", $"{HsdsId.Of(of, "address")}"), ("location_id", $"{location}"), ("address_1", street), ("city", city ?? ""), ("state_province", state ?? ""), ("postal_code", zip ?? ""), ("country", "US"), ("address_type", type));

    private static JsonObject Row(params ReadOnlySpan<(string Column, JsonNode? Cell)> cells)
    {
        var row = new JsonObject();
        foreach (var (column, cell) in cells) if (cell is not null) row.Add(column, cell);
        return row;
    }
}
