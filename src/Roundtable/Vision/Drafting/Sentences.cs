using System.Text.RegularExpressions;

namespace Roundtable.Vision;

/// <summary>A text cut into its sentences, in English and Spanish, so that each can be spoken about.</summary>
public static partial class Sentences
{
    /// <summary>Words from which on a sentence is hard to read.</summary>
    public const int Long = 25;

    private static readonly HashSet<string> abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "ave", "blvd", "no", "nos", "vs", "inc", "ltd", "co", "corp", "dept", "est", "approx", "e.g", "i.e", "cf", "al", "a.m", "p.m",
        "sr", "sra", "srta", "dra", "ud", "uds", "vd", "lic", "ing", "núm", "núms", "pág", "págs", "art", "av", "avda", "ee", "ej", "p", "a", "n",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "d.c",
    };

    /// <summary>Abbreviations after which a sentence may well end: what follows decides.</summary>
    private static readonly HashSet<string> mayEnd = new(StringComparer.OrdinalIgnoreCase) { "etc", "jr", "a.m", "p.m", "inc", "ltd", "co", "corp", "uu", "al" };

    /// <summary>Sentences in order; a line break ends one too.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split('\n').SelectMany(InLine).Select(s => s.Trim()).Where(s => s.Length > 0)];

    /// <summary>Sentences of more than <see cref="Long"/> words.</summary>
    public static IReadOnlyList<string> TooLong(string text) => [.. Of(text).Where(s => Words(s) > Long)];

    public static int Words(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    private static IEnumerable<string> InLine(string line)
    {
        var from = 0;
        foreach (Match end in End().Matches(line))
        {
            if (!Ends(line, from, end)) continue;
            yield return line[from..(end.Index + end.Groups["mark"].Length)];
            from = end.Index + end.Length;
        }
        if (from < line.Length) yield return line[from..];
    }

    private static bool Ends(string line, int from, Match end)
    {
        var after = end.Index + end.Length;
        if (after >= line.Length) return false;
        var next = line[after..].TrimStart('“', '"', '«', '(', '[', '‘', '\'', '—', '–', '-', ' ');
        var goesOn = next.Length > 0 && char.IsLower(next[0]);
        if (!end.Groups["mark"].Value.StartsWith('.')) return !goesOn;
        if (goesOn) return false;
        var word = LastWord().Match(line[from..end.Index]).Value.TrimStart('(', '“', '"', '«', '¿', '¡');
        if (word.Length == 0) return true;
        if (mayEnd.Contains(word)) return true;
        // A single capital is an initial: "J. Smith". "Plan B." at the end of a thought is rarer than a name.
        return !(word.Length == 1 && char.IsUpper(word[0])) && !abbreviations.Contains(word);
    }

    // What ends a sentence, quotes and brackets that close behind it, then a blank.
    [GeneratedRegex("(?<mark>(?:[.]{1,3}|[…!?]+)[”\"»’')\\]]*)\\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex("\\S*$", RegexOptions.None, 1000)]
    private static partial Regex LastWord();
}
