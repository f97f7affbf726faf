using System.Text.RegularExpressions;

namespace Roundtable.Platform.Mail.Pages;

public partial class LetterText
{
    [GeneratedRegex(@"(?<address>https?://\S+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
