using NodaTime;
using NodaTime.Text;
using Roundtable.Platform;

namespace Roundtable.Partnerships;

/// <summary>Days as date inputs post them.</summary>
public static class Dates
{
    public static LocalDate? Read(string? typed) => LocalDatePattern.Iso.Parse(typed?.Trim() ?? "") is { Success: true } day ? day.Value : null;
    public static string? Write(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>The day itself, or the Monday after a weekend: nobody is promised a call on a Sunday.</summary>
    public static LocalDate OrNextWorkingDay(this LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day.PlusDays(2),
        IsoDayOfWeek.Sunday => day.PlusDays(1),
        _ => day,
    };

    /// <exception cref="Refusal">Something was typed that is no day.</exception>
    public static LocalDate? Typed(string? typed, string input) =>
        string.IsNullOrWhiteSpace(typed) ? null : Read(typed) ?? throw new Refusal("prospects.date-missing", input);
}
