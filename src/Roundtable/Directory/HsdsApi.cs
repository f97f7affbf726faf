using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Directory.Search;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory;

/// <summary>The directory in the Human Services Data Specification 3.1, so that other directories can read it.</summary>
public static class HsdsApi
{
    public static void MapHsds(this IEndpointRouteBuilder routes)
    {
        var hsds = routes.MapGroup("/hsds").AllowAnonymous().AnswersRefusals().WithTags("HSDS");
        hsds.MapGet("/", (Settings settings) => new HsdsAbout("3.1", "https://docs.openreferral.org/en/3.1/hsds/", $"{settings.BaseUrl.ToString().TrimEnd('/')}/openapi/v1.json"))
            .WithSummary("What this is and which version of HSDS it speaks.");
        hsds.MapGet("/organizations", List).WithSummary("Organizations, page by page.");
        hsds.MapGet("/organizations/{id:guid}", One).WithSummary("One organization with its locations, phones and identifiers.");
    }

    private static async Task<HsdsPage> List(string? search, int? page, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "per_page")] int? perPage, RoundtableDb db, PlaceBooks places, IClock clock, Texts texts, CancellationToken ct)
    {
        var (number, size) = (Math.Clamp(page ?? 1, 1, 100), Math.Clamp(perPage ?? 25, 1, OrganizationSearch.MostAtOnce));
        var asked = OrganizationSearch.Of(new SearchInput { Words = search }, await places.Now(db, ct), Actor.Anonymous) with { Limit = size, Skip = (number - 1) * size };
        var found = await db.FindOrganizations(asked, clock.GetCurrentInstant(), ct);
        var ids = found.Organizations.Select(f => f.Organization.Id).ToArray();
        var identifiers = (await db.Identifiers.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.OrganizationId)).ToListAsync(ct)).ToLookup(i => i.OrganizationId);
        var pages = (found.Count + size - 1) / size;
        return new HsdsPage(found.Count, pages, number, found.Organizations.Count, number == 1, number >= pages, found.Organizations.Count == 0,
            found.Organizations.Select(f => HsdsOrganization.Of(f.Organization, identifiers[f.Organization.Id], texts)));
    }

    private static async Task<HsdsOrganization> One(Guid id, RoundtableDb db, Texts texts, CancellationToken ct)
    {
        var organization = await db.Organizations.AsNoTracking().VisibleTo(Actor.Anonymous).FirstOrDefaultAsync(o => o.Id == id && o.NoLongerListed == null, ct) ?? throw new NotFoundException();
        var identifiers = await db.Identifiers.AsNoTracking().Where(i => i.OrganizationId == id).ToListAsync(ct);
        var locations = await db.Locations.AsNoTracking().Where(l => l.OrganizationId == id).OrderBy(l => l.Key).ToListAsync(ct);
        return HsdsOrganization.Of(organization, identifiers, texts) with
        {
            Locations = locations.Count > 0 ? [.. locations.Select(HsdsLocation.Of)] : [HsdsLocation.Of(organization)],
            Phones = organization.Phone is { } number ? [new HsdsPhone(HsdsId.Of(id, "phone"), number)] : [],
        };
    }
}

public sealed record HsdsAbout(string Version, string Profile, [property: JsonPropertyName("openapi_url")] string OpenApiUrl);

public sealed record HsdsPage([property: JsonPropertyName("total_items")] int TotalItems, [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber, int Size, [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage, bool Empty, IEnumerable<HsdsOrganization> Contents);

public sealed record HsdsOrganization(Guid Id, string Name, [property: JsonPropertyName("alternate_name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AlternateName,
    string Description, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Website,
    [property: JsonPropertyName("organization_identifiers")] IEnumerable<HsdsIdentifier> Identifiers)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsLocation>? Locations { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    internal static HsdsOrganization Of(Organization o, IEnumerable<Identifier> identifiers, Texts texts) => new(
        o.Id, o.ShownName, o.Unit, o.Doing ?? Kinds.Say(o.KindCode, texts.Language) ?? texts[$"directory.sector.{Codes.Of(o.Sector)}"], o.Website,
        identifiers.Select(i => new HsdsIdentifier(HsdsId.Of(o.Id, $"{i.Scheme}/{i.Value}"), o.Id, Scheme(i.Scheme), Codes.Of(i.Scheme).ToUpperInvariant(), i.Value)));

    // Scheme codes of org-id.guide where there is one.
    private static string? Scheme(Scheme scheme) => scheme is Directory.Scheme.Ein ? "US-EIN" : null;
}

public sealed record HsdsIdentifier(Guid Id, [property: JsonPropertyName("organization_id")] Guid OrganizationId,
    [property: JsonPropertyName("identifier_scheme"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scheme,
    [property: JsonPropertyName("identifier_type")] string Type, string Identifier);

public sealed record HsdsPhone(Guid Id, string Number);

public sealed record HsdsLocation(Guid Id, [property: JsonPropertyName("location_type")] string LocationType, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Latitude, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Longitude, IReadOnlyList<HsdsAddress> Addresses)
{
    internal static HsdsLocation Of(Location l) => new(l.Id, "physical", ShownName.Of(l.Name), l.Latitude, l.Longitude, HsdsAddress.Of(l.Id, l.Street, l.City, l.State, l.Zip, "physical"));

    // Only an address's own point is said; the centre of a ZIP area is not where it is.
    internal static HsdsLocation Of(Organization o) => new(HsdsId.Of(o.Id, "location"), o.IsPoBoxOnly ? "postal" : "physical", o.ShownName,
        o.Precision is Precision.Address ? o.Latitude : null, o.Precision is Precision.Address ? o.Longitude : null, HsdsAddress.Of(o.Id, o.Street, o.City, o.State, o.Zip, o.IsPoBoxOnly ? "postal" : "physical"));
}

public sealed record HsdsAddress(Guid Id, [property: JsonPropertyName("address_1")] string Address1, string City, [property: JsonPropertyName("state_province")] string State,
    [property: JsonPropertyName("postal_code")] string PostalCode, string Country, [property: JsonPropertyName("address_type")] string AddressType)
{
    internal static IReadOnlyList<HsdsAddress> Of(Guid of, string? street, string? city, string? state, string? zip, string type) =>
        street is null ? [] : [new(HsdsId.Of(of, "address"), street, city ?? "", state ?? "", zip ?? "", "US", type)];
}

/// <summary>Lasting ids for the parts HSDS wants named: made from their owner's id and their content.</summary>
internal static class HsdsId
{
    public static Guid Of(Guid owner, string part)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}/{part}"))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
