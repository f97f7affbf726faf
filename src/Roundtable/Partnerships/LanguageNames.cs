using System.Globalization;

namespace Roundtable.Partnerships;

/// <summary>Names of languages in the reader's own. The runtime knows most; a few it does not.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, (string English, string Spanish)> Own = new()
    {
        ["hmn"] = ("Hmong", "Hmong"), ["ase"] = ("American Sign Language", "Lengua de señas americana"), ["ht"] = ("Haitian Creole", "Criollo haitiano"), ["tl"] = ("Tagalog", "Tagalo"),
    };

    public static string Of(string code, CultureInfo reader)
    {
        if (Own.TryGetValue(code, out var own)) return reader.TwoLetterISOLanguageName == "es" ? own.Spanish : own.English;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = reader;
            var name = CultureInfo.GetCultureInfo(code).DisplayName;
            return name.Length > 0 && !name.Contains('(') ? char.ToUpper(name[0], reader) + name[1..] : code;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
