using System.Globalization;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.People;

namespace Roundtable.Directory.Hsds;

/// <summary>Rows of HSDS in the directory's words.</summary>
internal static class HsdsFacts
{
    private const int LongText = 4000;
    private const double FarthestFromAddress = 100;

    public static OrganizationFacts Of(HsdsRow row, HsdsParts parts, IEnumerable<(HsdsRow Row, HsdsParts Parts)> locations, PlaceBook places)
    {
        HsdsParts.Day(row, "date_incorporated");
        var address = locations.Select(l => (l.Row, Address: AddressOf(l.Row, l.Parts, places), l.Parts)).FirstOrDefault(l => l.Address.Street is not null && !l.Address.IsHidden);
        var (street, city, state, zip) = address.Row is null ? AddressOf(row, parts, places) is { IsHidden: false } own ? (own.Street, own.City, own.State, own.Zip) : default : (address.Address.Street, address.Address.City, address.Address.State, address.Address.Zip);
        var located = places.Locate(zip, city, state);
        var at = address.Row is null ? null : PointOf(address.Row, located.At);
        return new OrganizationFacts
        {
            Name = Short(row["name"], 200)!, AlsoKnownAs = row["alternate_name"] is { } other && other != row["name"] ? Short(other, 200) : null, Sector = Sector.SocialService, Street = street, City = city, State = state, Zip = zip,
            Located = at is not null ? located with { At = at, Precision = Precision.Address } : located, IsPoBoxOnly = PostalAddress.IsPoBox(street), Website = Web(row["website", "url"]), Phone = parts.Phones.FirstOrDefault(),
            Doing = Short(row["description"], 1000),
        };
    }

    public static string? EinOf(HsdsRow row, HsdsParts parts) =>
        string.Concat((parts.Ein ?? row["tax_id"] ?? "").Where(char.IsAsciiDigit)) is { Length: 9 } ein && ein.Distinct().Count() > 1 ? ein : null;

    public static LocationFacts LocationOf(HsdsRow row, HsdsParts parts, PlaceBook places)
    {
        var (street, city, state, zip, isHidden) = AddressOf(row, parts, places);
        var about = places.Locate(zip, city, state).At;
        var point = PointOf(row, about);
        var languages = HsdsParts.LanguageCodes(parts.Languages.Append(row["languages"] ?? ""));
        return new(Short(row["name"], 200)!, null, street, city, state, zip, Phones(parts), isHidden ? null : point ?? about)
        {
            Accessibility = Short(string.Join("; ", parts.Accessibility.Append(row["accessibility"]?.Replace('_', ' ')).OfType<string>().Distinct()), 2000), Languages = Codes(languages), Openings = OpeningHours.Grouped(parts.Openings),
            IsHidden = isHidden, IsApproximate = point is null,
        };
    }

    public static ServiceFacts ServiceOf(HsdsRow row, HsdsParts parts, HsdsTerms terms, Func<string, string?> placeKey)
    {
        var named = (row["taxonomy_ids"] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(terms.Has);
        var entry = new ServiceEntry
        {
            Name = Short(row["name"], 200)!, Description = Short(row["description"], LongText), Status = StatusOf(row), Website = Web(row["url", "website"]), Email = EmailAddress.Cleaned(row["email"]), Phone = Phones(parts),
            HowToApply = Short(row["application_process"], 2000), Eligibility = Short(string.Join("\n", parts.Eligibility.Prepend(row["eligibility_description", "eligibility"]).OfType<string>().Distinct()), 2000),
            Costs = [.. parts.Costs, .. row["fees_description", "fees"] is { } fees && parts.Costs.Count == 0 ? [new CostOption(Short(fees, 300), null)] : (CostOption[])[]],
            Languages = [.. HsdsParts.LanguageCodes(parts.Languages.Append(row["languages"] ?? ""))],
            Documents = [.. parts.Documents.Concat((row["required_documents"] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(d => Short(d, 300)!).Distinct().Take(50)],
            Openings = OpeningHours.Grouped(parts.Openings),
        };
        var places = parts.PlaceIds.Append(row["location_id"]).OfType<string>().Distinct().Select(placeKey).OfType<string>();
        return new(entry, HsdsParts.Day(row, "assured_date"), [.. places], [.. parts.TermIds.Concat(named).Distinct().Select(t => terms[t]).DistinctBy(t => t.Id)]);
    }

    private static ServiceStatus StatusOf(HsdsRow row) => row["status"]?.ToLowerInvariant() switch
    {
        null or "active" or "true" or "published" => ServiceStatus.Active,
        "temporarily closed" => ServiceStatus.TemporarilyClosed,
        "inactive" => ServiceStatus.Inactive,
        "defunct" or "closed" => ServiceStatus.Defunct,
        var other => throw row.Wrong("import.problem.status", "status", other),
    };

    // A private address is not read any further.
    private static (string? Street, string? City, string? State, string? Zip, bool IsHidden) AddressOf(HsdsRow row, HsdsParts parts, PlaceBook places)
    {
        if (HsdsParts.IsPrivate(row) || parts.Physical is { } physical && HsdsParts.IsPrivate(physical)) return (null, null, null, null, true);
        if ((parts.Physical ?? parts.Postal) is not { } address) return default;
        var state = places.StateCode(address["state_province", "region"]) ?? (address["state_province"] is { Length: 2 } code ? code.ToUpperInvariant() : null);
        return (Short(string.Join(", ", new[] { address["address_1"], address["address_2"] }.OfType<string>()), 200), Short(address["city"], 100), state, Short(address["postal_code"], 20), false);
    }

    // Far from its own address: swapped, or without its sign. The address is right more often.
    private static Point? PointOf(HsdsRow row, Point? about) =>
        Point.Of(Number(row["latitude"]), Number(row["longitude"])) is { } at && (about is not { } there || at.MilesTo(there) < FarthestFromAddress) ? at : null;

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    private static string? Web(string? text) => text is { Length: <= 300 } ? EntryFields.WebAddress(text) : null;
    private static string? Phones(HsdsParts parts) => Short(string.Join(", ", parts.Phones.Distinct().Take(5)), 200);
    private static string? Codes(IEnumerable<string> codes) => string.Join(' ', codes) is { Length: > 0 } all ? all : null;

    private static string? Short(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : text.Length > most ? $"{text[..(most - 1)].TrimEnd()}…" : text.Trim();
}
