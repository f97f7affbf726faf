using Roundtable.Platform;

namespace Roundtable.Vision;

/// <summary>An address on the web that shows a need.</summary>
public static class EvidenceLink
{
    public const int Most = 500;

    /// <summary>The address, with <c>https</c> when people left it off; none for nothing.</summary>
    /// <exception cref="Refusal">Not an address that a browser opens.</exception>
    public static string? Of(string? typed, string input) => Fits(typed) ? Read(typed)?.AbsoluteUri : throw new Refusal("vision.evidence-wrong", input);

    /// <summary>Nothing, or an address that a browser opens.</summary>
    public static bool Fits(string? typed) => CardText.Cleaned(typed).Length == 0 || Read(typed) is not null;

    private static Uri? Read(string? typed)
    {
        var text = CardText.Cleaned(typed);
        if (text.Length == 0) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{text}";
        return text.Length <= Most && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0 ? uri : null;
    }
}
