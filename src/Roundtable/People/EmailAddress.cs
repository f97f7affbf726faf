namespace Roundtable.People;

/// <summary>An e-mail address as people type it: with blanks around, in angle brackets, after <c>mailto:</c>.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    /// <summary>The address itself; none when no mail could reach it.</summary>
    public static string? Cleaned(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text[7..];
        if (text.EndsWith('>') && text.LastIndexOf('<') is >= 0 and var open) text = text[(open + 1)..^1];
        text = text.Trim().TrimEnd('.', ',', ';');
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || at != text.LastIndexOf('@') || text.Length > Longest) return null;
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\' or '[' or ']')) return null;
        var domain = text[(at + 1)..];
        return domain.Length > 0 && domain.Split('.').All(part => part.Length > 0 && part[0] != '-' && part[^1] != '-') && (domain.Contains('.', StringComparison.Ordinal) || domain == "localhost") ? text : null;
    }
}
