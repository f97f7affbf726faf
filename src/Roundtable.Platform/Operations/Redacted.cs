using System.Text.RegularExpressions;

namespace Roundtable.Platform.Operations;

/// <summary>What may stand in a log: addresses without their secrets, sentences without mail addresses.</summary>
public static partial class Redacted
{
    /// <summary>Takes out the secret after <c>/me/</c>, <c>/answer/</c>, <c>/u/</c>, <c>/link/</c> and <c>/feeds/</c>, queries, and mail addresses.</summary>
    public static string Of(string text)
    {
        if (text.Contains('/')) text = Secret().Replace(text, "*");
        if (text.Contains('?')) text = Query().Replace(text, "?*");
        return text.Contains('@') ? MailAddress().Replace(text, "[address]") : text;
    }

    [GeneratedRegex("""(?<=/(?:me|answer|u|link|feeds)/)[^/?#\s"'<>]+""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("""\?[^\s"'<>=]+=[^\s"'<>]*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Query();

    [GeneratedRegex("""[^\s@<>"'():;,]{1,64}@[^\s@<>"'():;,]{1,255}""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailAddress();
}
