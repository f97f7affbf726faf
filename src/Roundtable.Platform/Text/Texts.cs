using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NodaTime;

namespace Roundtable.Platform.Text;

/// <summary>
/// The product's words in one language. Each capability keeps its own in <c>Text/en.json</c> and <c>Text/es.json</c>:
/// a flat object of key and sentence, <c>{0}</c> for what the sentence names, and
/// <c>{ "one": …, "other": … }</c> where the first number decides.
/// </summary>
public sealed class Texts(TextBook book, CultureInfo culture)
{
    public CultureInfo Culture => culture;

    /// <summary>Two-letter code for <c>lang</c>.</summary>
    public string Language => culture.TwoLetterISOLanguageName;

    public string Direction => culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>A missing key answers itself; a house test keeps that from happening.</summary>
    public string this[string key, params object?[] with] => book.Say(culture, key, with);

    public bool Has(string key) => book.Has(key);

    /// <summary>A refusal in words for the person.</summary>
    public string Of(Refusal refusal) => book.Say(culture, refusal.Key, [.. refusal.With]);

    public Texts In(string language) => new(book, TextBook.CultureOf(language));
}

/// <summary>All words of all languages, read once from the assemblies.</summary>
public sealed class TextBook
{
    public const string Default = "en";
    public static readonly IReadOnlyList<string> Languages = ["en", "es"];

    /// <summary>Proves the right-to-left layout without a translation: English words, Arabic direction. Development only.</summary>
    public const string PseudoRightToLeft = "ar-XA";

    private readonly FrozenDictionary<string, FrozenDictionary<string, Sentence>> books;

    public TextBook(params IEnumerable<Assembly> assemblies)
    {
        var all = Languages.ToDictionary(l => l, _ => new Dictionary<string, Sentence>());
        foreach (var assembly in assemblies)
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".json", StringComparison.Ordinal)))
            {
                var language = name[..^5][(name[..^5].LastIndexOf('.') + 1)..];
                if (!all.TryGetValue(language, out var words)) continue;
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var json = JsonDocument.Parse(stream);
                foreach (var entry in json.RootElement.EnumerateObject())
                    if (!words.TryAdd(entry.Name, Sentence.From(entry.Value)))
                        throw new InvalidOperationException($"The text '{entry.Name}' is defined twice ({name}).");
            }
        books = all.ToFrozenDictionary(b => b.Key, b => b.Value.ToFrozenDictionary());
    }

    public IEnumerable<string> Keys(string language) => books[language].Keys;
    public bool Has(string key) => books[Default].ContainsKey(key);

    public string Say(CultureInfo culture, string key, object?[] with)
    {
        var language = books.ContainsKey(culture.TwoLetterISOLanguageName) ? culture.TwoLetterISOLanguageName : Default;
        return books[language].TryGetValue(key, out var sentence) || books[Default].TryGetValue(key, out sentence)
            ? sentence.Say(culture, with)
            : key;
    }

    public Texts In(string language) => new(this, CultureOf(language));

    public static CultureInfo CultureOf(string language) =>
        language == PseudoRightToLeft ? CultureInfo.GetCultureInfo("ar")
        : Languages.Contains(language) ? CultureInfo.GetCultureInfo(language == "en" ? "en-US" : language == "es" ? "es-US" : language)
        : CultureInfo.GetCultureInfo("en-US");

    private sealed record Sentence(string? One, string Other)
    {
        public static Sentence From(JsonElement value) => value.ValueKind == JsonValueKind.Object
            ? new(value.GetProperty("one").GetString(), value.GetProperty("other").GetString()!)
            : new(null, value.GetString()!);

        public string Say(CultureInfo culture, object?[] with) =>
            with.Length == 0 ? Other
            : string.Format(culture, One is not null && with[0] is 1 or 1L or 1d ? One ?? Other : Other, [.. with.Select(w => w is LocalDate day ? Moments.Date(day, culture) : w)]);
    }
}
