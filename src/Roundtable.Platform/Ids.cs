namespace Roundtable.Platform;

/// <summary>
/// The only place that makes identifiers. Version 7: they sort by the moment they were made, and those of one process
/// also within a millisecond (RFC 9562, 6.2: a counter in the bits after the time).
/// </summary>
public static class Ids
{
    private const int CounterBits = 12;
    private static long last;

    public static Guid New()
    {
        var stamp = Next();
#pragma warning disable RS0030 // this is the one file that may
        var id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(stamp >> CounterBits));
#pragma warning restore RS0030
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        (bytes[6], bytes[7]) = ((byte)(0x70 | ((stamp >> 8) & 0x0F)), (byte)stamp);
        return new Guid(bytes, bigEndian: true);
    }

    // Milliseconds and counter in one number, always greater than the one before, even if the clock is set back.
    private static long Next()
    {
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before) return next;
        }
    }
}
