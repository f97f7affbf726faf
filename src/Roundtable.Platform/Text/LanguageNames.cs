using System.Collections.Frozen;
using System.Globalization;
using Roundtable.Platform.Data;

namespace Roundtable.Platform.Text;

/// <summary>Languages people speak, by their names. Stored as codes; nobody has to know one.</summary>
public static class LanguageNames
{
    // Own table: the runtime lacks some names, gets others wrong, and keeps the first reader's for all.
    private static readonly (string Code, string English, string Spanish, string Own)[] all =
    [
        ("en", "English", "Inglés", "English"), ("es", "Spanish", "Español", "español"), ("zh", "Chinese", "Chino", "中文"), ("vi", "Vietnamese", "Vietnamita", "Tiếng Việt"),
        ("ar", "Arabic", "Árabe", "العربية"), ("hmn", "Hmong", "Hmong", "Hmoob"), ("so", "Somali", "Somalí", "Soomaali"), ("ht", "Haitian Creole", "Criollo haitiano", "kreyòl ayisyen"),
        ("fr", "French", "Francés", "français"), ("ko", "Korean", "Coreano", "한국어"), ("ru", "Russian", "Ruso", "русский"), ("ne", "Nepali", "Nepalí", "नेपाली"),
        ("tl", "Tagalog", "Tagalo", "Tagalog"), ("pt", "Portuguese", "Portugués", "português"), ("ase", "American Sign Language", "Lengua de señas americana", "ASL"),
        ("am", "Amharic", "Amárico", "አማርኛ"), ("bn", "Bengali", "Bengalí", "বাংলা"), ("bs", "Bosnian", "Bosnio", "bosanski"), ("my", "Burmese", "Birmano", "မြန်မာ"),
        ("kea", "Cape Verdean Creole", "Criollo caboverdiano", "kabuverdianu"), ("hr", "Croatian", "Croata", "hrvatski"), ("prs", "Dari", "Darí", "دری"), ("de", "German", "Alemán", "Deutsch"),
        ("el", "Greek", "Griego", "Ελληνικά"), ("gu", "Gujarati", "Guyaratí", "ગુજરાતી"), ("he", "Hebrew", "Hebreo", "עברית"), ("hi", "Hindi", "Hindi", "हिन्दी"), ("hy", "Armenian", "Armenio", "հայերեն"),
        ("ig", "Igbo", "Igbo", "Igbo"), ("ilo", "Ilocano", "Ilocano", "Ilokano"), ("it", "Italian", "Italiano", "italiano"), ("ja", "Japanese", "Japonés", "日本語"), ("kar", "Karen", "Karen", "ကညီ"),
        ("km", "Khmer", "Jemer", "ខ្មែរ"), ("rw", "Kinyarwanda", "Kiñaruanda", "Ikinyarwanda"), ("ku", "Kurdish", "Kurdo", "Kurdî"), ("lo", "Lao", "Lao", "ລາວ"), ("mh", "Marshallese", "Marshalés", "Kajin M̧ajeļ"),
        ("nv", "Navajo", "Navajo", "Diné bizaad"), ("om", "Oromo", "Oromo", "Oromoo"), ("ps", "Pashto", "Pastún", "پښتو"), ("fa", "Persian", "Persa", "فارسی"), ("pl", "Polish", "Polaco", "polski"),
        ("pa", "Punjabi", "Panyabí", "ਪੰਜਾਬੀ"), ("ro", "Romanian", "Rumano", "română"), ("sm", "Samoan", "Samoano", "Gagana Samoa"), ("sr", "Serbian", "Serbio", "српски"), ("sw", "Swahili", "Suajili", "Kiswahili"),
        ("ta", "Tamil", "Tamil", "தமிழ்"), ("te", "Telugu", "Telugu", "తెలుగు"), ("th", "Thai", "Tailandés", "ไทย"), ("ti", "Tigrinya", "Tigriña", "ትግርኛ"), ("tr", "Turkish", "Turco", "Türkçe"),
        ("uk", "Ukrainian", "Ucraniano", "українська"), ("ur", "Urdu", "Urdu", "اردو"), ("yi", "Yiddish", "Yidis", "ייִדיש"), ("yo", "Yoruba", "Yoruba", "Yorùbá"),
    ];

    private static readonly FrozenDictionary<string, (string Code, string English, string Spanish, string Own)> byCode = all.ToFrozenDictionary(l => l.Code);
    private static readonly FrozenDictionary<string, string> byName = all.SelectMany(l => new[] { l.English, l.Spanish, l.Own }.Select(n => (Name: Folded.Of(n), l.Code))).DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.Code);

    /// <summary>Offered to tick; others are typed by name.</summary>
    public static IReadOnlyList<string> Common { get; } = [.. all.Take(15).Select(l => l.Code)];

    /// <summary>The language's name in the reader's language; its code when it is one we have no name for.</summary>
    public static string Of(string code, CultureInfo reader) =>
        !byCode.TryGetValue(code, out var known) ? code : reader.TwoLetterISOLanguageName == "es" ? known.Spanish : known.English;

    /// <summary>The same with the name its speakers use, so that they find it too.</summary>
    public static string WithOwn(string code, CultureInfo reader) =>
        Of(code, reader) is var name && byCode.TryGetValue(code, out var known) && !string.Equals(name, known.Own, StringComparison.OrdinalIgnoreCase) ? $"{name} – {known.Own}" : name;

    public static string List(IEnumerable<string> codes, CultureInfo reader) => string.Join(", ", codes.Select(c => Of(c, reader)));

    /// <summary>The code of a language from its name in English, Spanish or itself, or from a code; none for a word that is neither.</summary>
    public static string? Code(string typed)
    {
        var word = Folded.Of(typed.Trim());
        return byName.GetValueOrDefault(word) ?? (IsCode(word) ? word : null);
    }

    private static bool IsCode(string word) => byCode.ContainsKey(word) || word.Length is 2 or 3 && word.All(char.IsAsciiLetterLower) || word.Split('-') is [{ Length: 2 or 3 }, { Length: >= 2 and <= 4 }] && word.All(c => char.IsAsciiLetterLower(c) || c is '-');
}
