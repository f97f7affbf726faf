using System.Globalization;

namespace Roundtable.Vision.Pages.Clusters;

/// <summary>Numbers of cards or clusters as ticks post them; what is no number is nobody's.</summary>
internal static class Numbers
{
    public static IReadOnlyList<int> Of(IEnumerable<string?> posted) => [.. posted.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Distinct()];
}
