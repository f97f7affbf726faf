using System.Text.RegularExpressions;
using Roundtable.Platform;

namespace Roundtable.Directory;

/// <summary>The fields of an organization's entry that a person may put right, and what each must look like.</summary>
public static partial class EntryFields
{
    public const string Name = "name", Sector = "sector", Level = "level", LibraryType = "library-type", Street = "street", City = "city", State = "state", Zip = "zip",
        Website = "website", Phone = "phone", Languages = "languages", Doing = "doing", Kind = "kind", LastFiled = "last-filed";

    public static readonly IReadOnlyList<string> Address = [Street, City, State, Zip];
    public static readonly IReadOnlyList<string> All = [Name, Sector, Level, LibraryType, .. Address, Website, Phone, Languages, Doing];

    public static IReadOnlyList<string> Differing(OrganizationEntry before, OrganizationEntry after) =>
        [.. All.Where(f => Value(before, f) != Value(after, f))];

    /// <summary>The entry with its blanks trimmed, or a refusal that names the input.</summary>
    public static OrganizationEntry Checked(OrganizationEntry typed)
    {
        var entry = typed with
        {
            Name = Trimmed(typed.Name, "Name", 200) ?? throw new Refusal("organization.name-missing", "Name"),
            Website = Trimmed(typed.Website, "Website", 300),
            Phone = Trimmed(typed.Phone, "Phone", 60),
            Doing = Trimmed(typed.Doing, "Doing", 1000, lines: true),
            Languages = LanguagesOf(typed.Languages),
            LibraryType = typed.Sector is Directory.Sector.Library ? typed.LibraryType : null,
        };
        var (street, city, state, zip) = AddressOf(typed.Street, typed.City, typed.State, typed.Zip);
        if (entry.Website is { } site && WebAddress(site) is null) throw new Refusal("organization.website-wrong", "Website");
        return entry with { Website = entry.Website is null ? null : WebAddress(entry.Website), Street = street, City = city, State = state, Zip = zip };
    }

    /// <summary>An address with its blanks trimmed, or a refusal that names the input.</summary>
    public static (string? Street, string? City, string? State, string? Zip) AddressOf(string? street, string? city, string? state, string? zip)
    {
        var typed = (Street: Trimmed(street, "Street", 200), City: Trimmed(city, "City", 100), State: Trimmed(state, "State", 20)?.ToUpperInvariant(), Zip: Trimmed(zip, "Zip", 20));
        if (typed.State is not null && !StatePattern().IsMatch(typed.State)) throw new Refusal("organization.state-wrong", "State");
        if (typed.Zip is not null && !ZipPattern().IsMatch(typed.Zip)) throw new Refusal("organization.zip-wrong", "Zip");
        return typed;
    }

    /// <summary>Codes of languages, each once.</summary>
    public static IReadOnlyList<string> LanguagesOf(IEnumerable<string> typed)
    {
        var codes = typed.Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0).Distinct().ToList();
        return codes.All(l => LanguagePattern().IsMatch(l)) ? codes : throw new Refusal("organization.language-wrong", "Languages");
    }

    /// <summary>A web address to click on, from what was typed; none if it cannot be one.</summary>
    public static string? WebAddress(string typed)
    {
        var full = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        return Uri.TryCreate(full, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.') && uri.UserInfo.Length == 0
            ? full : null;
    }

    internal static string? Trimmed(string? text, string input, int most, bool lines = false)
    {
        var trimmed = text?.Trim();
        if (trimmed?.Length > most) throw new Refusal("organization.too-long", input, most);
        if (trimmed is not null && trimmed.Any(char.IsControl) && !lines) throw new Refusal("organization.control-characters", input);
        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }

    private static string? Value(OrganizationEntry e, string field) => field switch
    {
        Name => e.Name,
        Sector => $"{e.Sector}",
        Level => $"{e.Level}",
        LibraryType => $"{e.LibraryType}",
        Street => e.Street ?? "",
        City => e.City ?? "",
        State => e.State ?? "",
        Zip => e.Zip ?? "",
        Website => e.Website ?? "",
        Phone => e.Phone ?? "",
        Languages => string.Join(' ', e.Languages),
        _ => e.Doing ?? "",
    };

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatePattern();

    [GeneratedRegex("^[0-9]{5}(-?[0-9]{4})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZipPattern();

    [GeneratedRegex("^[a-z]{2,3}(-[a-z]{2,4})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguagePattern();
}
