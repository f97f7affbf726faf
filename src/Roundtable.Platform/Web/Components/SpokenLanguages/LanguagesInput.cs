using System.Globalization;
using Roundtable.Platform.Text;

namespace Roundtable.Platform.Web;

/// <summary>Languages as a form posts them: the ticked ones by code, others by name.</summary>
public sealed class LanguagesInput
{
    public string[]? Codes { get; set; }
    public string? Other { get; set; }

    public static LanguagesInput Of(IEnumerable<string> codes)
    {
        var known = codes.ToLookup(LanguageNames.Common.Contains);
        return new() { Codes = [.. known[true]], Other = string.Join(", ", known[false]) };
    }

    /// <summary>The codes, each once; in the order they had before when they are the same.</summary>
    /// <param name="input">What the refusal points at when a word is no language.</param>
    /// <exception cref="Refusal">A word that is no language we know, and no code.</exception>
    public IReadOnlyList<string> Read(string input, IReadOnlyList<string>? before = null)
    {
        var said = (Codes ?? []).Concat(Words.Select(w => LanguageNames.Code(w) ?? throw new Refusal("web.languages.unknown", $"{input}.Other", w))).ToHashSet();
        return before is not null && said.SetEquals(before) ? before : [.. said];
    }

    // What was typed stays as typed; codes from the record are shown as names.
    internal string OtherIn(CultureInfo reader) => string.Join(", ", Words.Select(w => LanguageNames.Of(w, reader)));

    private string[] Words => (Other ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
