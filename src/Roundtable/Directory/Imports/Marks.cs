using System.Buffers.Binary;

namespace Roundtable.Directory.Imports;

/// <summary>
/// Fingerprint of a row as it stood in its file: eight bytes over everything, then two for each cell,
/// so that a later file tells which rows changed and in which columns, without keeping what was in them.
/// </summary>
public static class Marks
{
    private const int Whole = 8;
    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    public static byte[] Of(SheetReader row)
    {
        var marks = new byte[Whole + 2 * row.Width];
        var whole = Start;
        for (var i = 0; i < row.Width; i++)
        {
            var cell = Of(row.Span(i));
            whole = (whole ^ cell) * Prime;
            BinaryPrimitives.WriteUInt16LittleEndian(marks.AsSpan(Whole + 2 * i), (ushort)(cell ^ cell >> 16 ^ cell >> 32 ^ cell >> 48));
        }
        BinaryPrimitives.WriteUInt64LittleEndian(marks, whole);
        return marks;
    }

    /// <summary>FNV-1a, 64 bits; the same on every machine and in every version.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    public static ulong Join(ulong hash, ulong next) => (hash ^ next) * Prime;

    public static bool AreSame(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    /// <summary>Positions of the cells that differ.</summary>
    public static IEnumerable<int> Differing(byte[] before, byte[] after)
    {
        for (var at = Whole; at < Math.Max(before.Length, after.Length); at += 2)
            if (at >= before.Length || at >= after.Length || before[at] != after[at] || before[at + 1] != after[at + 1])
                yield return (at - Whole) / 2;
    }
}
