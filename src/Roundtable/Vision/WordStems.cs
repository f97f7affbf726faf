using System.Collections.Frozen;
using Roundtable.Platform.Data;

namespace Roundtable.Vision;

/// <summary>
/// The telling words of a text and what is left of each when endings go, so that "form", "Forms" and "formas" meet.
/// Knows no language but what folding does: endings of many are plain letters at the end of long words.
/// </summary>
internal static class WordStems
{
    private const int Longest = 7;

    // Words that say nothing about what a card is about, in the two languages of the product.
    private static readonly FrozenSet<string> empty =
        """
        all and any are but can did for get got had has her him his how its let may new not now off old one our out own per say see she the too two use was way who why yes you
        con del ese eso fue mal mas muy nos por que sin sus una uno vez
        about after again also always another around because been before being between both cannot come could does doing done don't down each enough even every everybody everyone
        family find from gets getting give given goes going good great have having help here into just keep know less like lots made make makes many more most much must need needed needs
        never often only other others over people person place same should some somebody someone something still such take than that their them then there these they thing things this those
        none nobody nothing anybody anyone anything everything through time together under until upon very want well were what when where which while will with without work would year years your
        algo algunos alguien antes aqui años ayuda ayudar cada casi como con contra cosa cosas cuando cual debe deben desde despues donde durante ella ellas ellos entre esta estan estar estas este estos
        falta gente nadie nada ninguno ninguna hace hacer hacia hasta hay juntos las los lugar mas mejor menos mismo mucha muchas mucho muchos muy nada nadie necesita necesitan necesitamos nosotros nuestra nuestro otra otras otro otros para pero
        persona personas poco pocos poder porque puede pueden que quien quiere quieren sea ser siempre sin sobre solo son sus tambien tanto tener tiempo tiene tienen toda todas todo todos trabajo una unas uno unos usted vamos
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folded.Of).ToFrozenSet();

    /// <summary>Stem and the word as written, each stem once.</summary>
    public static Dictionary<string, string> Of(params IEnumerable<string?> texts)
    {
        var found = new Dictionary<string, string>();
        foreach (var text in texts.OfType<string>())
            foreach (var word in Split(text))
                if (word.Length > 2 && Folded.Of(word) is var folded && !empty.Contains(folded) && Stem(folded) is { Length: > 2 } stem) found.TryAdd(stem, word.ToLowerInvariant());
        return found;
    }

    private static IEnumerable<string> Split(string text)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetter(text[i]);
            if (isWord && from < 0) from = i;
            if (isWord || from < 0) continue;
            yield return text[from..i];
            from = -1;
        }
    }

    private static string Stem(string word)
    {
        var end = word.Length;
        if (end > 5 && word.EndsWith("ing", StringComparison.Ordinal)) end -= 3;
        else if (end > 4 && word[end - 1] is 's') end--;
        while (end > 4 && word[end - 1] is 'a' or 'e' or 'i' or 'o' or 'y') end--;
        return word[..Math.Min(end, Longest)];
    }
}
