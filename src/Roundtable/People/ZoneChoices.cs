using NodaTime.TimeZones;
using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.People;

/// <summary>Time zones to choose from, for a person or a partnership.</summary>
public static class ZoneChoices
{
    private static readonly string[] usual =
        ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"];

    /// <summary>The country's usual zones by their names, then every other by its code.</summary>
    public static IEnumerable<Choice> In(Texts texts) =>
        usual.Select(z => new Choice(z, texts[$"people.zone.{z.ToLowerInvariant()}"]))
            .Concat(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().Except(usual).Where(z => z.Contains('/')).Order(StringComparer.Ordinal).Select(z => new Choice(z, z.Replace('_', ' '))));
}
