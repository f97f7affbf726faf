using System.Collections.Frozen;
using System.Text;

namespace Roundtable.Directory;

/// <summary>
/// Turns a name in capitals into one that reads well: "YMCA OF THE NORTH INC" → "YMCA of the North Inc".
/// A name that already has small letters is left as it is.
/// </summary>
public static class ShownName
{
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        "A", "AN", "AND", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO", "WITH", "DE", "DEL", "LA", "LAS", "LOS", "EL", "Y", "EN", "DU", "DES");

    private static readonly FrozenSet<string> Acronyms = FrozenSet.Create(
        "AARP", "AFL", "AA", "ABA", "AFSCME", "AFB", "AIDS", "ALA", "AMVETS", "ARC", "AS", "BPOE", "BSA", "CIO", "CDC", "DAR", "DAV", "DC", "EMS", "ESL", "FBLA", "FEMA", "FFA", "FM",
        "GED", "GOP", "HIV", "HOA", "IBEW", "IOOF", "IRS", "ITN", "IT", "LGBTQ", "LLC", "LTD", "MD", "NAACP", "NAMI", "NASA", "NEA", "NFP", "NGO", "NH", "NJ", "NM", "NY", "NYC", "PBS",
        "PO", "PTA", "PTO", "PTSA", "PTSO", "RI", "ROTC", "RSVP", "SBDC", "SPCA", "TV", "UAW", "UCC", "UMC", "UNICEF", "UPMC", "US", "USA", "USO", "USS", "UU", "UVM", "VA", "VFW",
        "VNA", "VT", "WIC", "YMCA", "YWCA", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "NE", "NW", "SE", "SW");

    private static readonly FrozenSet<string> NotAcronyms = FrozenSet.Create("ST", "MT", "FT", "DR", "MR", "MRS", "MS", "JR", "SR", "LN", "RD", "PL", "CTR", "BLVD", "HTS", "DBA", "TR", "TRST", "FDN", "FND", "NTL", "NATL", "DPT");

    public static string Of(string given)
    {
        var trimmed = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (trimmed.Any(char.IsLower)) return trimmed;
        var shown = new StringBuilder(trimmed.Length);
        var start = 0;
        for (var i = 0; i <= trimmed.Length; i++)
        {
            if (i < trimmed.Length && (char.IsLetterOrDigit(trimmed[i]) || trimmed[i] is '\'' or '’')) continue;
            if (i > start) shown.Append(Word(trimmed[start..i], start == 0 || IsInitial(trimmed, start, i)));
            if (i < trimmed.Length) shown.Append(trimmed[i]);
            start = i + 1;
        }
        return shown.ToString();
    }

    // "ARVIN A. BROWN", "P A T T".
    private static bool IsInitial(string name, int from, int to) =>
        to - from == 1 && (to < name.Length && name[to] == '.' || from > 1 && name[from - 1] == ' ' && (from == 2 || name[from - 3] == ' '));

    private static string Word(string word, bool first)
    {
        if (Acronyms.Contains(word)) return word;
        if (!first && Small.Contains(word)) return word.ToLowerInvariant();
        if (char.IsDigit(word[0])) return word.Any(char.IsLetter) ? word.ToLowerInvariant() : word;
        if (word.Length is > 1 and <= 5 && !NotAcronyms.Contains(word) && !word.Any(c => "AEIOUY'’".Contains(c))) return word;
        var titled = char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
        if (titled.StartsWith("Mc", StringComparison.Ordinal) && titled.Length > 3) return "Mc" + char.ToUpperInvariant(titled[2]) + titled[3..];
        return titled.Length > 2 && titled[1] is '\'' or '’' && titled.Length > 3 ? titled[..2] + char.ToUpperInvariant(titled[2]) + titled[3..] : titled;
    }
}
