using System.Globalization;
using System.Text;

namespace Roundtable.Platform.Data;

/// <summary>
/// Text as it is compared: compatibility form, lower case, without accents. Stored in its own key column,
/// because the two databases do not agree on what "the same, whatever the case" means.
/// </summary>
public static class Folded
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (Ascii.IsValid(text)) return Plain(text.AsSpan().Trim());
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        return folded.ToString().Trim().Normalize(NormalizationForm.FormC); // a lone accent becomes a blank
    }

    // Most of the country's two million names; the same result without the tables of Unicode.
    private static string Plain(ReadOnlySpan<char> text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < from.Length; i++) folded[i] = char.IsWhiteSpace(from[i]) ? ' ' : char.ToLowerInvariant(from[i]);
    });
}
