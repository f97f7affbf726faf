using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Roundtable.Platform.Text;

/// <summary>A moment or a day in words: the reader's language, in the time of a place.</summary>
public static class Moments
{
    /// <summary>A day in words, short enough for a list: "Nov 30, 2026", "30 de noviembre de 2026".</summary>
    public static string Date(this Texts texts, LocalDate day) => Date(day, texts.Culture);

    internal static string Date(LocalDate day, CultureInfo culture) =>
        day.ToString(culture.TwoLetterISOLanguageName == "es" ? "d 'de' MMMM 'de' uuuu" : "MMM d, uuuu", culture);

    /// <param name="zone">IANA name; UTC when unknown, and then it says so.</param>
    public static string Moment(this Texts texts, Instant at, string? zone)
    {
        var place = zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        var pattern = texts.Language == "es" ? "ddd d MMM uuuu, H:mm" : "ddd, MMM d, uuuu, h:mm tt";
        var local = LocalDateTimePattern.Create(pattern, texts.Culture).Format(at.InZone(place ?? DateTimeZone.Utc).LocalDateTime);
        return place is null ? $"{local} UTC" : local;
    }
}
