using System.Globalization;
using NodaTime.TimeZones;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.People.Pages;

/// <summary>What people choose from on these pages.</summary>
internal static class Choices
{
    private static readonly string[] Usual =
        ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"];

    /// <summary>Each by its own name, so that everybody finds theirs.</summary>
    public static IReadOnlyList<Choice> Languages { get; } = [.. TextBook.Languages.Select(l => new Choice(l, l switch { "en" => "English", "es" => "Español", _ => l }))];

    /// <summary>The country's usual zones by their names, then every other by its code.</summary>
    public static IEnumerable<Choice> TimeZones(Texts texts) =>
        Usual.Select(z => new Choice(z, texts[$"people.zone.{z.ToLowerInvariant()}"]))
            .Concat(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().Except(Usual).Where(z => z.Contains('/')).Order(StringComparer.Ordinal).Select(z => new Choice(z, z.Replace('_', ' '))));

    public static IEnumerable<Choice> Notifications(Texts texts) =>
        Enum.GetNames<NotificationChoice>().Select(n => new Choice(n, texts[$"people.notifications.{n.ToLower(CultureInfo.InvariantCulture)}"], texts[$"people.notifications.{n.ToLower(CultureInfo.InvariantCulture)}.hint"]));
}
