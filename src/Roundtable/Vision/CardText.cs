using System.Globalization;
using System.Text;
using Roundtable.Platform;

namespace Roundtable.Vision;

/// <summary>
/// What people type or paste, from Word for example: quotes, dashes and line breaks stay; what cannot be seen goes.
/// HTML is text like any other.
/// </summary>
public static class CardText
{
    /// <summary>Longest text of a card: what fits on one of paper.</summary>
    public const int Most = 1000;

    /// <exception cref="Refusal">Nothing typed, or too long; says how long it is.</exception>
    public static string Of(string? typed, string input)
    {
        var text = Cleaned(typed);
        if (text.Length == 0) throw new Refusal("vision.card-empty", input);
        if (text.Length > Most) throw new Refusal("vision.card-too-long", input, text.Length, Most);
        return text;
    }

    /// <summary>Longer text, cleaned the same; none for nothing.</summary>
    public static string? Many(string? typed, string input, int most)
    {
        var text = Cleaned(typed);
        if (text.Length > most) throw new Refusal("vision.text-too-long", input, text.Length, most);
        return text.Length == 0 ? null : text;
    }

    public static string Cleaned(string? typed)
    {
        var kept = new StringBuilder();
        // Word's own line break is a vertical tab.
        foreach (var rune in (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            if (rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029) kept.Append('\n');
            else if (rune.Value is '\t' or 0xA0 or 0x202F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator) kept.Append(' ');
            else if (IsShown(rune)) kept.Append(rune);
        var lines = kept.ToString().Normalize().Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        return string.Join('\n', lines.Where((l, i) => l.Length > 0 || i > 0 && lines[i - 1].Length > 0)).Trim();
    }

    // Joiners stay: Persian, Hindi and some emoji are written with them. Marks that turn the direction of others' text do not.
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || rune.Value is not 0xFFFD && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);
}
