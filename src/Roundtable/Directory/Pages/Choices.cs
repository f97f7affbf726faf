using Roundtable.Platform.Text;
using Roundtable.Platform.Web;

namespace Roundtable.Directory.Pages;

/// <summary>The directory's choices in words.</summary>
internal static class Choices
{
    public static IEnumerable<Choice> Sectors(Texts texts) => Of<Sector>(texts, "directory.sector");
    public static IEnumerable<Choice> Levels(Texts texts) => Of<Level>(texts, "directory.level");
    public static IEnumerable<Choice> LibraryTypes(Texts texts) => Of<LibraryType>(texts, "directory.library-type");

    private static IEnumerable<Choice> Of<T>(Texts texts, string key) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new Choice(Codes.Of(v), texts[$"{key}.{Codes.Of(v)}"]));
}
