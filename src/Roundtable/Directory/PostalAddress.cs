using System.Text.RegularExpressions;

namespace Roundtable.Directory;

/// <summary>What can be told from an address as typed.</summary>
public static partial class PostalAddress
{
    /// <summary>Only a box at the post office: nobody can go there.</summary>
    public static bool IsPoBox(string? street) => street is not null && PoBox().IsMatch(street);

    /// <summary>The five digits that name the ZIP area, or none.</summary>
    public static string? Zip5(string? zip) => zip is { Length: >= 5 } && zip.AsSpan(0, 5).IndexOfAnyExceptInRange('0', '9') < 0 && !zip.StartsWith("00000", StringComparison.Ordinal) ? zip[..5] : null;

    [GeneratedRegex(@"^\s*(P\.?\s*O\.?\s*|POST\s*OFFICE\s*)?(BOX|DRAWER)\s+\S+\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PoBox();
}
