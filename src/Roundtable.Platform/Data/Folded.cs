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
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        return folded.ToString().Trim().Normalize(NormalizationForm.FormC); // a lone accent becomes a blank
    }
}
