using NodaTime;

namespace Roundtable.Directory.Services;

/// <summary>When a service or place is open: on some weekdays, by another rule, in words, or closed between two days.</summary>
public sealed record Opening
{
    /// <summary>Weekdays as iCalendar writes them, <c>MO,TU</c>; with a number by the month, <c>1FR</c>.</summary>
    public string? Days { get; init; }

    /// <summary>24-hour clock of the place, <c>09:00</c>.</summary>
    public string? Opens { get; init; }
    public string? Closes { get; init; }
    public string? Words { get; init; }

    /// <summary>First and last day on which this holds.</summary>
    public LocalDate? From { get; init; }
    public LocalDate? Until { get; init; }
    public bool IsClosed { get; init; }

    /// <summary>By the month: days of it, <c>1,15</c>. Weekly when there is none and <see cref="Days"/> has no number.</summary>
    public string? MonthDays { get; init; }

    /// <summary>Every so many weeks or months; each when none.</summary>
    public int? Interval { get; init; }

    public bool IsMonthly => MonthDays is not null || Days?.Any(char.IsDigit) == true;

    /// <summary>The same every week of the year: what a form shows day by day.</summary>
    public bool IsWeekly => Days is not null && Opens is not null && !IsMonthly && !IsClosed && Interval is null or 1 && From is null && Until is null && Words is null;
}
