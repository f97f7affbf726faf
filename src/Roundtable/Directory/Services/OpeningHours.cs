using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Roundtable.Platform;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Services;

/// <summary>Opening hours as people type and read them, one line for each weekday.</summary>
public static partial class OpeningHours
{
    public static readonly IReadOnlyList<string> Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    public const int MostLines = 60;

    private static readonly LocalDatePattern american = LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");

    /// <summary>One weekday's hours: <c>9:00 am – 12:00 pm, 1:00 pm – 5:00 pm</c>; empty when closed.</summary>
    public static string Of(IEnumerable<Opening> openings, string weekday) => string.Join(", ",
        openings.Where(o => o.IsWeekly && o.Days!.Split(',').Contains(weekday)).OrderBy(o => o.Opens, StringComparer.Ordinal).Select(Hours));

    /// <summary>Days on which it is closed, one on each line.</summary>
    public static string Closed(IEnumerable<Opening> openings) => string.Join('\n',
        openings.Where(IsClosing).Select(o => o.From == o.Until ? $"{o.From:R}" : $"{o.From:R} – {o.Until:R}"));

    public static string? Said(IEnumerable<Opening> openings) => openings.FirstOrDefault(IsInWords)?.Words;

    /// <summary>What a form says, with what no form shows kept from before.</summary>
    /// <param name="days">Seven, Monday first.</param>
    /// <exception cref="Refusal">Hours or a day that cannot be meant; names the input <c>Openings.MO</c>, <c>Openings.Closed</c>.</exception>
    public static IReadOnlyList<Opening> Read(IReadOnlyList<string?> days, string? closed, string? words, IEnumerable<Opening> before)
    {
        var read = new List<Opening>();
        for (var day = 0; day < 7; day++)
            foreach (var span in (days[day] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (!ShutWords.Contains(span.ToLowerInvariant())) read.Add(Span(span, Weekdays[day]));
        if (!string.IsNullOrWhiteSpace(words)) read.Add(new Opening { Words = words.Trim() is { Length: <= 500 } said ? said : throw new Refusal("organization.too-long", "Openings.Words", 500) });
        foreach (var line in (closed ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) read.Add(ClosedOn(line));
        return Grouped([.. read, .. before.Where(o => !o.IsWeekly && !IsClosing(o) && !IsInWords(o))]);
    }

    /// <summary>Days with the same hours together, in the order of the week.</summary>
    public static IReadOnlyList<Opening> Grouped(IReadOnlyList<Opening> openings) =>
    [
        .. openings.Where(o => o.IsWeekly).SelectMany(o => o.Days!.Split(',').Select(d => (Day: d, o.Opens, o.Closes))).Distinct().OrderBy(o => o.Opens, StringComparer.Ordinal)
            .GroupBy(o => (o.Opens, o.Closes)).Select(g => new Opening { Days = string.Join(',', Weekdays.Intersect(g.Select(o => o.Day))), Opens = g.Key.Opens, Closes = g.Key.Closes }).Where(o => o.Days!.Length > 0),
        .. openings.Where(o => !o.IsWeekly).Distinct().Take(MostLines),
    ];

    /// <summary>In the reader's words: "Monday, Tuesday: 9:00 am – 5:00 pm".</summary>
    public static string Say(Opening opening, Texts t)
    {
        if (opening.IsClosed) return opening.From == opening.Until ? t["service.closed-on", t.Date(opening.From!.Value)] : t["service.closed-from", Date(opening.From), Date(opening.Until)];
        var when = opening.IsMonthly ? t["service.monthly", opening.MonthDays ?? DaysOf(opening, t)] : DaysOf(opening, t);
        var said = string.Join(": ", new[] { when, opening.Opens is null ? null : Hours(opening), opening.Words }.Where(p => !string.IsNullOrEmpty(p)));
        return opening.From is null && opening.Until is null ? said : t["service.between", said, Date(opening.From), Date(opening.Until)];

        string Date(LocalDate? day) => day is { } there ? t.Date(there) : "…";
    }

    /// <summary>A time of day as files write it, <c>8:30AM</c> or <c>17:00:00-05:00</c>, on the 24-hour clock; none when it cannot be one.</summary>
    public static string? Time(string? text)
    {
        var plain = (text ?? "").Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (plain is "noon" or "mediodía" or "mediodia") return "12:00";
        if (plain is "midnight" or "medianoche") return "00:00";
        if (Clock().Match(plain) is not { Success: true } found) return null;
        var (hour, minute) = (int.Parse(found.Groups["h"].Value, CultureInfo.InvariantCulture), found.Groups["m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0);
        if (found.Groups["ap"] is { Success: true } half)
        {
            if (hour is < 1 or > 12) return null;
            hour = hour % 12 + (half.Value[0] == 'p' ? 12 : 0);
        }
        return hour <= 24 && minute < 60 ? string.Create(CultureInfo.InvariantCulture, $"{hour % 24:00}:{minute:00}") : null;
    }

    private static readonly HashSet<string> ShutWords = ["closed", "cerrado", "-", "–", "none"];

    private static bool IsClosing(Opening o) => o is { IsClosed: true, From: not null, Until: not null };
    private static bool IsInWords(Opening o) => o is { Days: null, MonthDays: null, Opens: null, IsClosed: false, Words: not null, From: null, Until: null };

    private static string DaysOf(Opening o, Texts t) => o.Days is null ? "" : string.Join(", ", o.Days.Split(',').Select((d, i) => d.Length > 2 ? Nth(d[..^2], Day(d, t, begins: false), t) : Day(d, t, begins: i == 0)));

    private static string Nth(string nth, string day, Texts t) => t.Has($"service.nth.{nth}") ? t[$"service.nth.{nth}", day] : $"{nth}. {day}";

    // Spanish writes days small within a sentence.
    private static string Day(string day, Texts t, bool begins) =>
        begins ? t[$"service.day.{day.ToLowerInvariant()}"] : t.Culture.DateTimeFormat.GetDayName((DayOfWeek)((Weekdays.TakeWhile(d => d != day[^2..]).Count() + 1) % 7));

    private static string Hours(Opening o) => o.Closes is null ? Shown(o.Opens!) : $"{Shown(o.Opens!)} – {Shown(o.Closes)}";

    private static string Shown(string time)
    {
        var (hour, minute) = (int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture), time[3..5]);
        return $"{(hour % 12 == 0 ? 12 : hour % 12).ToString(CultureInfo.InvariantCulture)}:{minute} {(hour < 12 ? "am" : "pm")}";
    }

    private static Opening Span(string text, string weekday)
    {
        var ends = text.Split(Dashes(), StringSplitOptions.TrimEntries);
        var (opens, closes) = ends.Length == 2 ? (Time(ends[0]), Time(ends[1])) : (null, null);
        if (opens is null || closes is null) throw new Refusal("service.hours-wrong", $"Openings.{weekday}", text);
        // "9-5" is from nine to five in the afternoon.
        if (Clock().Match(ends[1].Replace(" ", "", StringComparison.Ordinal)) is { Success: true } end && !end.Groups["ap"].Success && string.CompareOrdinal(closes, opens) <= 0 && string.CompareOrdinal(closes, "12:00") < 0)
            closes = string.Create(CultureInfo.InvariantCulture, $"{int.Parse(closes.AsSpan(0, 2), CultureInfo.InvariantCulture) + 12}{closes[2..]}");
        return new Opening { Days = weekday, Opens = opens, Closes = closes };
    }

    private static Opening ClosedOn(string line)
    {
        var ends = line.Split(["–", " - ", " to ", " a "], StringSplitOptions.TrimEntries);
        var (from, until) = (Day(ends[0]), Day(ends[^1]));
        if (ends.Length > 2 || from is null || until is null || until < from) throw new Refusal("service.day-wrong", "Openings.Closed", line);
        return new Opening { IsClosed = true, From = from, Until = until };
    }

    /// <summary>A day as ISO or as Americans write it.</summary>
    public static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso.Value : american.Parse(text) is { Success: true } us ? us.Value : null;

    private static string[] Dashes() => ["-", "–", "—", " to ", " a "];

    [GeneratedRegex(@"^(?<h>\d{1,2})(:?(?<m>\d{2}))?(:\d{2}(\.\d+)?)?(?<ap>[ap]m?)?(z|[+-]\d{2}(:?\d{2})?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();
}
