using System.Buffers;
using System.Numerics;

namespace Roundtable.Directory.Imports;

/// <summary>The keys of a file, as fingerprints: eight bytes each, so that two million of them take 16 MB, which the import takes over from the check.</summary>
public sealed class KeySet : IDisposable
{
    private const int Least = 1024, MostAtFirst = 1 << 22;

    private ulong[] slots;
    private int count;

    /// <param name="expected">About so many keys.</param>
    public KeySet(long expected = 0) => slots = Room((int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expected, Least, MostAtFirst)));

    /// <returns>Whether it was not there before.</returns>
    public bool Add(ulong key)
    {
        if (count >= slots.Length / 16 * 15) Widen();
        if (key == 0) key = 1;
        var at = At(key);
        if (slots[at] == key) return false;
        slots[at] = key;
        count++;
        return true;
    }

    public bool Has(ulong key) => slots[At(key == 0 ? 1 : key)] != 0;

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(slots);
        slots = new ulong[1];
    }

    // Shared arrays of a power of two are as long as asked for.
    private static ulong[] Room(int length)
    {
        var slots = ArrayPool<ulong>.Shared.Rent(length);
        Array.Clear(slots);
        return slots;
    }

    private int At(ulong key)
    {
        var at = (int)(key * 0x9E3779B97F4A7C15 >> 32) & slots.Length - 1;
        while (slots[at] != 0 && slots[at] != key) at = at + 1 & slots.Length - 1;
        return at;
    }

    private void Widen()
    {
        var before = slots;
        slots = Room(2 * before.Length);
        foreach (var key in before) if (key != 0) slots[At(key)] = key;
        ArrayPool<ulong>.Shared.Return(before);
    }
}
