using NodaTime;
using NodaTime.Text;

namespace Roundtable.Platform.Text;

/// <summary>A moment in words: the reader's language, in the time of a place.</summary>
public static class Moments
{
    /// <param name="zone">IANA name; UTC when unknown, and then it says so.</param>
    public static string Moment(this Texts texts, Instant at, string? zone)
    {
        var place = zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        var pattern = texts.Language == "es" ? "ddd d MMM uuuu, H:mm" : "ddd, MMM d, uuuu, h:mm tt";
        var local = LocalDateTimePattern.Create(pattern, texts.Culture).Format(at.InZone(place ?? DateTimeZone.Utc).LocalDateTime);
        return place is null ? $"{local} UTC" : local;
    }
}
