using System.Collections.Frozen;
using System.Text;

namespace Roundtable.Directory.Imports;

/// <summary>How the bytes of a text become letters: told by a mark, certain because it is valid UTF-8, or guessed.</summary>
/// <param name="IsGuessed">A person may know better.</param>
/// <param name="Sample">The first words that depend on it, or that look damaged.</param>
/// <param name="LooksDamaged">Letters were lost before the file came here, as in "LâEnfant". Never repaired.</param>
public sealed record TextEncoding(Encoding Encoding, bool IsGuessed = false, string? Sample = null, bool LooksDamaged = false)
{
    public static readonly TextEncoding Utf8 = new(new UTF8Encoding());

    /// <summary>The names a person may choose from.</summary>
    public const string Windows = "windows-1252", Macintosh = "macintosh";

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="Platform.Refusal">No such encoding.</exception>
    public static Encoding Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw new Platform.Refusal("import.encoding-unknown", "Input.Encoding", name);
        }
    }
}

/// <summary>Watches the bytes of a text go by and says how to read them. Bytes that are no UTF-8 are Windows-1252 or Mac Roman, whichever makes words of more of them.</summary>
internal sealed class EncodingProbe
{
    private const int MostPlaces = 5_000, Around = 30;
    private static readonly FrozenSet<char> Usual = "áéíóúüñçàèêâôëïöäåøßœæÁÉÍÓÚÜÑÇÀÈÊÂÔËÏÖÄÅØŒÆ".ToFrozenSet();
    private static readonly char[] Windows = Table(TextEncoding.Windows), Mac = Table(TextEncoding.Macintosh);
    private static readonly byte[][] Damage = [[0xc3, 0x83, 0xc2], [0xc3, 0x82, 0xc2], [0xc3, 0xa2, 0xe2, 0x82, 0xac], [0xef, 0xbf, 0xbd]];

    private readonly Decoder strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] scratch = new char[(1 << 17) + 2];
    private bool isUtf8 = true;
    private int windows, mac, places;
    private byte[]? sample, damaged;

    public void Take(ReadOnlySpan<byte> bytes, bool last)
    {
        if (isUtf8) isUtf8 = Decodes(bytes, last);
        foreach (var pattern in damaged is null ? Damage : [])
            if (bytes.IndexOf(pattern) is var at and >= 0) damaged ??= Near(bytes, at);
        for (var at = 0; places < MostPlaces && bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff) is var next and >= 0; at++)
        {
            at += next;
            sample ??= Near(bytes, at);
            places++;
            var (before, after) = (at > 0 ? bytes[at - 1] : (byte)' ', at + 1 < bytes.Length ? bytes[at + 1] : (byte)' ');
            windows += Score(Windows, before, bytes[at], after);
            mac += Score(Mac, before, bytes[at], after);
        }
    }

    public TextEncoding Result()
    {
        if (isUtf8) return TextEncoding.Utf8 with { LooksDamaged = damaged is not null, Sample = damaged is null ? null : Clean(Encoding.UTF8.GetString(damaged)) };
        var guess = Encoding.GetEncoding(mac > windows ? TextEncoding.Macintosh : TextEncoding.Windows);
        return new(guess, IsGuessed: true, Clean(guess.GetString(sample!)));
    }

    private bool Decodes(ReadOnlySpan<byte> bytes, bool last)
    {
        try
        {
            strict.Convert(bytes, scratch, last, out _, out _, out _);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Points for a byte that makes a word or stands where such a mark stands; against one that is a capital inside a small word or a sign nobody types.
    private static int Score(char[] letters, byte before, byte at, byte after)
    {
        var (b, c, a) = (letters[before], letters[at], letters[after]);
        if (char.IsLetter(c))
            return !Usual.Contains(c) ? -1
                : !char.IsLetter(b) && !char.IsLetter(a) || char.IsUpper(c) && char.IsLower(b) ? -2
                : char.IsLower(c) && char.IsUpper(a) ? -1 : 2;
        return c switch
        {
            '’' or '‘' => char.IsLetter(b) && ("stdlrvm".Contains(a) || char.IsUpper(a)) ? 2 : 0,
            '–' or '—' => char.IsLetter(b) && char.IsLetter(a) ? 0 : 2,
            '“' => char.IsLetterOrDigit(a) ? 2 : 0,
            '”' => b > ' ' ? 2 : 0,
            '\u00a0' or '®' or '™' or '©' or '°' or '½' or '¼' or '•' or '…' or '¿' or '¡' or '§' => 1,
            _ => char.IsControl(c) ? -3 : -1,
        };
    }

    private static byte[] Near(ReadOnlySpan<byte> bytes, int at)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(bytes.Length, at + Around));
        if (bytes[from..at].LastIndexOfAny("\r\n"u8) is var start and >= 0) from += start + 1;
        if (bytes[at..to].IndexOfAny("\r\n"u8) is var end and >= 0) to = at + end;
        // Not in the middle of a letter of several bytes.
        while (from < at && (bytes[from] & 0xc0) == 0x80) from++;
        while (to > at + 1 && to < bytes.Length && (bytes[to] & 0xc0) == 0x80) to--;
        return bytes[from..to].ToArray();
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static char[] Table(string name) => TextEncoding.Named(name).GetString([.. Enumerable.Range(0, 256).Select(i => (byte)i)]).ToCharArray();
}
