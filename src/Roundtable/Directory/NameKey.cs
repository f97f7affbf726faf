using System.Text;
using Roundtable.Platform.Data;

namespace Roundtable.Directory;

/// <summary>A name as it is compared and searched: lower case, no accents, words of letters and digits with one blank between.</summary>
public static class NameKey
{
    public static string Of(string? text)
    {
        var folded = Folded.Of(text);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c)) key.Append(c);
            else if (c is not ('\'' or '’' or '.') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        return key.ToString().TrimEnd();
    }

    public static string[] WordsOf(string? text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
