using System.Collections.Frozen;

namespace Roundtable.Directory.Duplicates;

/// <summary>What two entries are compared by: names, place, street, website and phone. Of an organization, or of what somebody is typing.</summary>
internal sealed class NamedBody
{
    private static readonly FrozenDictionary<string, string> StreetWords = new Dictionary<string, string>
    {
        ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9", ["ten"] = "10",
        ["hwy"] = "highway", ["rte"] = "route", ["rt"] = "route",
    }.Concat(((string[])["street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "north", "n", "south", "s", "east", "e", "west", "w", "nw", "ne", "sw", "se"]).Select(w => KeyValuePair.Create(w, "")))
        .ToFrozenDictionary();

    public NamedBody(string? source, IEnumerable<string?> names, string? street, string? city, string? state, string? zip, string? website = null, string? phone = null)
    {
        (Source, State) = (source, state);
        Names = [.. names.Select(NameWords.Of).Where(n => n.Length > 0)];
        (City, Zip5, Street) = (string.Join(' ', NameWords.Of(city)), PostalAddress.Zip5(zip), StreetKey(street));
        Site = website is not null && Uri.TryCreate(website, UriKind.Absolute, out var uri) ? uri.Host.Replace("www.", "", StringComparison.Ordinal) : null;
        Phone = phone is null ? null : string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= 10 } digits ? digits[..10] : null;
    }

    /// <summary>The first is what it is shown as.</summary>
    public IReadOnlyList<string[]> Names { get; }
    public string? Source { get; }
    public string? State { get; }
    public string City { get; }
    public string? Zip5 { get; }
    public string? Street { get; }
    public string? Site { get; }
    public string? Phone { get; }

    /// <summary>One source does not list a body twice, and a school's museum is not the school, whatever they are called.</summary>
    public static bool AreNever(NamedBody a, NamedBody b) =>
        a.Source is not null && a.Source == b.Source || a.Source is "ipeds" && b.Source is "museums" || a.Source is "museums" && b.Source is "ipeds";

    /// <summary>What tells it apart from others of its name is its unit.</summary>
    public bool HasUnit { get; private init; }

    /// <summary>From the list of museums, and not named after a school.</summary>
    public bool IsMuseum => Source is "museums" && !Names[0].Any(w => w is "university" or "college");

    public static NamedBody Of(Organization o) => new(o.ListedIn, [o.ShownName, o.AlsoKnownAs, .. o.Names], o.Street, o.City, o.State, o.Zip, o.Website, o.Phone) { HasUnit = o.AlsoKnownAs is not null };

    // House number and street name, or the number of the box.
    private static string? StreetKey(string? street)
    {
        var words = NameKey.WordsOf(street);
        var box = Array.IndexOf(words, "box");
        if (box >= 0 && box + 1 < words.Length) return $"box {words[box + 1]}";
        var said = words.Select(w => StreetWords.GetValueOrDefault(w, w)).Where(w => w.Length > 0).Take(2).ToArray();
        return said.Length > 0 && char.IsAsciiDigit(said[0][0]) ? string.Join(' ', said) : null;
    }
}
