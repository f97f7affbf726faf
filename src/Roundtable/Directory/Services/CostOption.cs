using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Services;

/// <summary>One thing a service may cost, and for whom.</summary>
/// <param name="Option">Who or what it is for: "First visit", "Members".</param>
/// <param name="Amount">None when the price is said in words only; 0 when free.</param>
public sealed partial record CostOption(string? Option, Money? Amount, string? Words = null, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>As typed and read on one line: <c>$25.00 – First visit</c>.</summary>
    public string Line => string.Join(" – ", new[] { Amount is { } amount ? Shown(amount) : null, Option, Words }.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>One on each line; those that were there before keep what no line shows.</summary>
    /// <exception cref="Refusal">Too many, or too long.</exception>
    public static IReadOnlyList<CostOption> Read(string? lines, IReadOnlyList<CostOption> before)
    {
        var typed = (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (typed.Length > 30) throw new Refusal("service.too-many-lines", "Costs", 30);
        if (typed.Any(l => l.Length > 300)) throw new Refusal("organization.too-long", "Costs", 300);
        return [.. typed.Select(l => before.FirstOrDefault(b => b.Line == l) ?? Of(l))];
    }

    private static CostOption Of(string line)
    {
        if (Priced().Match(line) is not { Success: true } found) return new(line, null);
        var currency = found.Groups["c"].Value is "$" ? "USD" : found.Groups["c"].Value;
        var rest = found.Groups["rest"].Value.Trim();
        return decimal.TryParse(found.Groups["n"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number <= 10_000_000
            ? new(rest.Length == 0 ? null : rest, new Money((long)Math.Round(number * 100, MidpointRounding.AwayFromZero), currency)) : new(line, null);
    }

    private static string Shown(Money amount) =>
        $"{(amount.Currency == "USD" ? "$" : $"{amount.Currency} ")}{(amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^(?<c>\$|[A-Z]{3})\s?(?<n>\d[\d,]*(\.\d{1,2})?)(?!\d)\s*([-–—:]\s*)?(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Priced();
}
