using System.Text.Json;
using System.Text.RegularExpressions;

namespace Roundtable.Tests.HouseRules;

/// <summary>The product's words: complete in every language, used, short and calm.</summary>
public partial class WordsTests
{
    private static readonly IReadOnlyList<SourceFile> sources = [.. House.Files("src", ".cs", ".razor")];

    /// <summary>Every text of a language: its key and its forms (one, other).</summary>
    private static Dictionary<string, string[]> In(string language) =>
        House.Files("src", $"/Text/{language}.json").SelectMany(f => JsonDocument.Parse(f.Text).RootElement.EnumerateObject())
            .ToDictionary(e => e.Name, e => e.Value.ValueKind is JsonValueKind.Object ? e.Value.EnumerateObject().Select(v => v.Value.GetString()!).ToArray() : [e.Value.GetString()!]);

    private static readonly Dictionary<string, string[]> english = In("en"), spanish = In("es");

    private static string Holes(IEnumerable<string> forms) => string.Join(' ', forms.SelectMany(f => Hole().Matches(f)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Differences(Dictionary<string, string[]> a, Dictionary<string, string[]> b) =>
        a.Keys.Except(b.Keys).Select(k => $"{k} is missing in Spanish")
            .Concat(b.Keys.Except(a.Keys).Select(k => $"{k} is missing in English"))
            .Concat(a.Keys.Intersect(b.Keys).Where(k => Holes(a[k]) != Holes(b[k])).Select(k => $"{k} names other things: {{{Holes(a[k])}}} and {{{Holes(b[k])}}}"))
            .Concat(a.Keys.Intersect(b.Keys).Where(k => a[k].Length != b[k].Length).Select(k => $"{k} counts in one language only"));

    [Fact]
    public void Both_languages_say_the_same() => House.None(Differences(english, spanish), "English and Spanish are always complete.");

    [Fact]
    public void A_missing_word_is_seen()
    {
        Assert.Single(Differences(new() { ["a"] = ["x"] }, []));
        Assert.Single(Differences(new() { ["a"] = ["x {0}"] }, new() { ["a"] = ["x {1}"] }));
        Assert.Single(Differences(new() { ["a"] = ["{0} x", "{0} xs"] }, new() { ["a"] = ["{0} x"] }));
    }

    /// <summary>Keys named outright, and patterns of keys put together from parts.</summary>
    private static IEnumerable<(string Where, string Key)> Used(SourceFile file) =>
        Named().Matches(file.Text).Select(m => ($"{file.Path}: {m.Value}", m.Groups["key"].Value));

    private static Regex PatternOf(string key) => new("^" + Regex.Replace(Regex.Escape(key).Replace("\\{", "{", StringComparison.Ordinal), "\\{[^}]*(\\}|$)", ".+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Unknown(IEnumerable<SourceFile> files, ICollection<string> keys) =>
        files.SelectMany(Used).Where(u => u.Key.Contains('{', StringComparison.Ordinal) ? !keys.Any(PatternOf(u.Key).IsMatch) : !keys.Contains(u.Key)).Select(u => $"{u.Where} has no text");

    [Fact]
    public void Every_key_in_use_has_a_text() => House.None(Unknown(sources, english.Keys), "Write the sentence in en.json and es.json of the capability.");

    [Theory]
    [InlineData("@T[\"planted.key\"]")]
    [InlineData("throw new Refusal(\"planted.key\", \"Email\")")]
    [InlineData("T[$\"planted.{x}.title\"]")]
    public void A_key_without_a_text_is_seen(string line) => Assert.Single(Unknown([new SourceFile("planted.razor") { Text = line }], ["some.other"]));

    [Fact]
    public void Every_text_is_used()
    {
        var literals = sources.SelectMany(f => Literal().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet();
        var patterns = sources.SelectMany(f => Parts().Matches(f.Text)).Select(m => m.Groups[1].Value).Distinct().Select(PatternOf).ToList();
        var beginnings = literals.Where(l => l.Length > 2 && l[^1] is '.' or '-').ToList();
        House.None(english.Keys.Where(k => !literals.Contains(k) && !patterns.Any(p => p.IsMatch(k)) && !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal))), "Nobody says these texts.");
    }

    private static IEnumerable<string> Loud(IEnumerable<KeyValuePair<string, string[]>> texts) =>
        texts.SelectMany(t => t.Value.Select(v => (t.Key, v))).SelectMany(t => Faults(t.v).Select(f => $"{t.Key}: {f}: {t.v}"));

    private static IEnumerable<string> Faults(string text)
    {
        if (text.Contains('!', StringComparison.Ordinal) || text.Contains('¡', StringComparison.Ordinal)) yield return "exclamation mark";
        if (text != text.Trim()) yield return "blank at an end";
        if (text.Length == 0) yield return "empty";
        if (Sentence().Split(text).Any(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 30)) yield return "a sentence of more than 30 words";
        if (Jargon().Match(text) is { Success: true } word) yield return $"\"{word.Value}\" is not a word for people";
    }

    [Fact]
    public void Texts_are_short_and_calm() => House.None(Loud(english).Concat(Loud(spanish)), "Plain words, short, active, no exclamation marks.");

    [Theory]
    [InlineData("Saved!")]
    [InlineData("Please click the button below")]
    [InlineData(" x")]
    public void A_loud_text_is_seen(string text) => Assert.NotEmpty(Loud([new("planted", [text])]));

    [Fact]
    public void A_key_begins_with_a_word_of_its_capability() =>
        House.None(House.Files("src", "/Text/en.json").SelectMany(f => JsonDocument.Parse(f.Text).RootElement.EnumerateObject().Select(e => (Owner: OwnerOf(f.Path), First: e.Name.Split('.')[0])).Distinct()).Distinct()
            .GroupBy(k => k.First).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(k => k.Owner))}"), "Two capabilities share a first word: nobody knows where its sentences are.");

    private static string OwnerOf(string path) => string.Join('/', path.Split('/').Take(3));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(""""(?:\bT|[tT]exts)\[\$?"(?<key>[^"]+)"|new (?:Refusal|ApiProblem)\((?:\d+, |StatusCodes\.\w+, )?\$?"(?<key>[^"]+)(?=")"""")]
    private static partial Regex Named();

    [GeneratedRegex("\"([A-Za-z][\\w.\\-]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"([^\"\\s/]*\\.[^\"\\s/]*\\{[^\"\\s]*\\}[^\"\\s/]*|[^\"\\s/]*\\{[^\"\\s]*\\}\\.[^\"\\s/]*)\"")]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<=[.?:;…])\s+|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:click here|click on|click the|leverage|utilize|utilise|please note|stakeholder|haga clic)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Jargon();
}
