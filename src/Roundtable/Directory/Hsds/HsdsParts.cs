using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Roundtable.Directory.Imports;
using Roundtable.Directory.Services;
using Roundtable.Platform.Data;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Hsds;

/// <summary>What further rows say of one organization, location or service.</summary>
internal sealed class HsdsParts
{
    private static readonly LocalDatePattern[] days =
        [LocalDatePattern.Iso, .. ((string[])["M/d/uuuu", "M/d/yy", "MMMM d, uuuu", "MMMM dd, uuuu", "d MMMM uuuu"]).Select(LocalDatePattern.CreateWithInvariantCulture)];

    private static readonly string[] weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public List<HsdsRow> Rows { get; } = [];
    public List<string> Phones { get; } = [];
    public List<string> Languages { get; } = [];
    public List<string> Eligibility { get; } = [];
    public List<string> Documents { get; } = [];
    public List<string> Accessibility { get; } = [];
    public List<string> PlaceIds { get; } = [];
    public List<string> TermIds { get; } = [];
    public List<CostOption> Costs { get; } = [];
    public List<Opening> Openings { get; } = [];
    public HsdsRow? Physical { get; private set; }
    public HsdsRow? Postal { get; private set; }
    public string? Ein { get; private set; }

    /// <exception cref="RowProblem">The row cannot be used.</exception>
    public void Take(HsdsRow row, string of, HsdsTerms terms)
    {
        switch (row.Table)
        {
            case "addresses" or "physical_addresses" or "postal_addresses": Address(row); break;
            case "phones": if (!IsPrivate(row)) Phones.Add(PhoneOf(row)); break;
            case "languages": Language(row); break;
            case "eligibility": Eligibility.Add(row.Needed("eligibility")); break;
            case "required_documents": Documents.Add(row.Needed("document")); break;
            case "accessibility": if (row["description", "accessibility", "details"] is { } words) Accessibility.Add(words); break;
            case "service_at_location": PlaceIds.Add(row["location_id"]!); break;
            case "programs": row.Needed("name"); break;
            case "organization_identifiers": if (row.Needed("identifier") is var ein && row["identifier_scheme"] is "US-EIN") Ein = ein; break;
            case "cost_options": Costs.Add(CostOf(row)); break;
            case "schedules" or "regular_schedules" or "holiday_schedules": Openings.Add(OpeningOf(row)); break;
            case "attributes": if (of == "services") TermIds.Add(terms.IdOf(row)); break;
        }
        Rows.Add(row);
    }

    /// <summary>Marked as not for the public, by whatever name lists give that.</summary>
    public static bool IsPrivate(HsdsRow row) =>
        row["is_private", "private", "confidential", "is_confidential", "address_is_private", "physicaladdressisprivate", "phone_is_private", "phone1isprivate"] is { } mark && mark.ToLowerInvariant() is "true" or "1" or "yes" or "y" or "private"
        || row["public", "is_public", "display physical address to public users?"]?.ToLowerInvariant() is "false" or "0" or "no" or "n"
        || row["address_1"] is { } street && street.StartsWith("confidential", StringComparison.OrdinalIgnoreCase);

    public static LocalDate? Day(HsdsRow row, string column) => row[column] is not { } text ? null
        : days.Select(p => p.Parse(text)).FirstOrDefault(r => r.Success) is { Success: true } day && day.Value.Year >= 1700 ? day.Value : throw row.Wrong("import.problem.date", column, text);

    public static IEnumerable<string> LanguageCodes(IEnumerable<string> said) => said.SelectMany(w => w.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(LanguageNames.Code).OfType<string>().Distinct();

    private void Address(HsdsRow row)
    {
        var street = row.Needed("address_1");
        row.Needed("city");
        if (IsPrivate(row)) (Physical, Postal) = (row, null);
        else if (row.Table == "postal_addresses" || row["address_type"] is "postal") Postal ??= row;
        else if (row["address_type"] is not "virtual" && street.Length > 0) Physical ??= row;
    }

    private void Language(HsdsRow row)
    {
        // A word we know no code for is kept in the source's row, not guessed at.
        Languages.Add(row["code", "language", "name"] ?? throw row.Wrong("import.problem.empty", "language"));
        if (row["code"] is not null && row["name"] is { } name) Languages.Add(name);
    }

    private static string PhoneOf(HsdsRow row)
    {
        var number = row.Needed("number").Trim('"', ' ');
        return row["extension"] is { } extension ? $"{number} x{extension}" : number;
    }

    private static CostOption CostOf(HsdsRow row)
    {
        Money? amount = row["amount"] is not { } text ? null
            : decimal.TryParse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 10_000_000 ? new Money((long)Math.Round(number * 100, MidpointRounding.AwayFromZero), row["currency"] is { Length: 3 } c ? c.ToUpperInvariant() : "USD")
            : throw row.Wrong("import.problem.number", "amount", text);
        return new(row["option"], amount, row["amount_description"], Day(row, "valid_from"), Day(row, "valid_to"));
    }

    private static Opening OpeningOf(HsdsRow row)
    {
        var (opens, closes) = (Time(row, "opens_at"), Time(row, "closes_at"));
        var (from, until) = (Day(row, "valid_from"), Day(row, "valid_to"));
        if (row.Table == "holiday_schedules")
        {
            if (row["closed"] is not { } closed) throw row.Wrong("import.problem.empty", "closed");
            if (from is null) throw row.Wrong("import.problem.empty", "valid_from");
            return closed.ToLowerInvariant() is "true" or "1" or "yes" ? new() { IsClosed = true, From = from, Until = until ?? from } : new() { Opens = opens, Closes = closes, From = from, Until = until };
        }
        var words = row["original_text", "description"];
        var days = DaysOf(row);
        if (row.Table == "regular_schedules" && days is not null && words is null)
        {
            if (opens is null) throw row.Wrong("import.problem.empty", "opens_at");
            if (closes is null) throw row.Wrong("import.problem.empty", "closes_at");
        }
        if (opens is not null && row.Table == "regular_schedules") words = null;
        if (days is null && opens is null && words is null && row["bymonthday"] is null) throw row.Wrong("import.problem.empty", "byday");
        return new()
        {
            Days = days, Opens = opens, Closes = closes, Words = words, From = from, Until = until, MonthDays = row["freq"] is "MONTHLY" ? row["bymonthday"] : null,
            Interval = int.TryParse(row["interval"], NumberStyles.None, CultureInfo.InvariantCulture, out var interval) && interval > 1 ? interval : null,
        };
    }

    private static string? DaysOf(HsdsRow row)
    {
        if (row["byday"] is not { } text) return null;
        var days = text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(DayOf).ToList();
        return days.Contains(null) ? throw row.Wrong("import.problem.weekday", "byday", text) : string.Join(',', days);
    }

    private static string? DayOf(string word)
    {
        var plain = word.Trim().ToLowerInvariant();
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number is >= 1 and <= 7 ? OpeningHours.Weekdays[number - 1] : null;
        var nth = plain.Length > 2 && plain[..^2].TrimStart('-', '+').All(char.IsAsciiDigit) ? plain[..^2] : "";
        var name = plain[nth.Length..];
        var at = Array.FindIndex(weekdayNames, d => name.Length >= 2 && d.StartsWith(name, StringComparison.Ordinal));
        return at < 0 ? null : $"{nth}{OpeningHours.Weekdays[at]}";
    }

    private static string? Time(HsdsRow row, string column) => row[column] is not { } text ? null : OpeningHours.Time(text) ?? throw row.Wrong("import.problem.time", column, text);
}
