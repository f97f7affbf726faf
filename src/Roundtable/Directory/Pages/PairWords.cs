using Roundtable.Directory.Duplicates;
using Roundtable.Directory.Imports;
using Roundtable.Platform.Text;

namespace Roundtable.Directory.Pages;

/// <summary>Entries and pairs in words.</summary>
internal static class PairWords
{
    public static string Place(Organization o, Texts t) =>
        string.Join(" · ", new[] { SourceOf(o, t), o.ShownStreet, o.City is null ? o.State : $"{o.ShownCity}, {o.State}" }.Where(p => !string.IsNullOrEmpty(p)));

    public static string SourceOf(Organization o, Texts t) => ImportSources.All.FirstOrDefault(s => s.Name == o.ListedIn)?.TitleIn(t) ?? t["organization.source-hand"];

    public static string Why(DuplicatePair pair, Texts t) => string.Join(", ", pair.ReasonsWhy.Select(r => t[$"duplicates.why.{Codes.Of(r)}"]));
}
