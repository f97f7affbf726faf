namespace Roundtable.Directory.Imports;

/// <summary>The keys of a file, as fingerprints: eight bytes each, so that two million of them take 32 MB.</summary>
public sealed class KeySet
{
    private ulong[] slots = new ulong[1024];
    private int count;

    /// <returns>Whether it was not there before.</returns>
    public bool Add(ulong key)
    {
        if (2 * (count + 1) > slots.Length) Widen();
        if (key == 0) key = 1;
        var at = At(key);
        if (slots[at] == key) return false;
        slots[at] = key;
        count++;
        return true;
    }

    public bool Has(ulong key) => slots[At(key == 0 ? 1 : key)] != 0;

    private int At(ulong key)
    {
        var at = (int)(key * 0x9E3779B97F4A7C15 >> 32) & slots.Length - 1;
        while (slots[at] != 0 && slots[at] != key) at = at + 1 & slots.Length - 1;
        return at;
    }

    private void Widen()
    {
        var before = slots;
        slots = new ulong[2 * before.Length];
        foreach (var key in before) if (key != 0) slots[At(key)] = key;
    }
}
