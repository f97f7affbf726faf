using Roundtable.Platform;

namespace Roundtable.Partnerships;

/// <summary>Checks short texts that people type: there, not too long, no control characters.</summary>
public static class Words
{
    /// <summary>The text on one line, trimmed.</summary>
    /// <exception cref="Refusal">Nothing typed (with the given key) or too long.</exception>
    public static string One(string? typed, string input, int most, string missing) =>
        OneOrNone(typed, input, most) ?? throw new Refusal(missing, input);

    /// <summary>The text on one line, trimmed; none for nothing.</summary>
    public static string? OneOrNone(string? typed, string input, int most)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Fits(text, input, most);
    }

    /// <summary>Text that may have paragraphs; none for nothing.</summary>
    public static string? Many(string? typed, string input, int most) =>
        Fits((typed ?? "").Replace("\r\n", "\n").Trim(), input, most);

    private static string? Fits(string text, string input, int most)
    {
        if (text.Length > most) throw new Refusal("partnerships.too-long", input, most);
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) throw new Refusal("partnerships.control-characters", input);
        return text.Length == 0 ? null : text;
    }
}
