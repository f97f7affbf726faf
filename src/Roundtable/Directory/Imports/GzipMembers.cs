using System.Buffers.Binary;
using System.IO.Compression;

namespace Roundtable.Directory.Imports;

/// <summary>Whether a packed file (RFC 1952) is there to its end. .NET's stream says nothing when its input just ends.</summary>
internal static class GzipMembers
{
    // A member of our own. Read after a whole file it comes out; after one that was cut off it does not.
    private static readonly byte[] Mark = [.. "this is the end of the file, and"u8];
    private static readonly byte[] Packed = Pack(Mark);

    public static bool IsWhole(Stream packed, long unpacked)
    {
        var size = new byte[4];
        packed.Position = Math.Max(0, packed.Length - size.Length);
        // The last four bytes are the size unpacked of the last member, which mostly is the only one.
        if (packed.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) < size.Length) return false;
        return BinaryPrimitives.ReadUInt32LittleEndian(size) == (uint)unpacked || EndsWithMark(packed);
    }

    private static bool EndsWithMark(Stream packed)
    {
        packed.Position = 0;
        using var all = new GZipStream(new Followed(packed, Packed), CompressionMode.Decompress);
        var (buffer, kept) = (new byte[1 << 16], 0);
        int read;
        while ((read = all.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var have = kept + read;
            kept = Math.Min(have, Mark.Length);
            buffer.AsSpan(have - kept, kept).CopyTo(buffer);
        }
        return buffer.AsSpan(0, kept).SequenceEqual(Mark);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    private sealed class Followed(Stream first, byte[] then) : Stream
    {
        private int at;
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (first.Read(buffer, offset, count) is var read and > 0) return read;
            var rest = Math.Min(count, then.Length - at);
            then.AsSpan(at, rest).CopyTo(buffer.AsSpan(offset));
            at += rest;
            return rest;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
