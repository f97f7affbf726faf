using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>A file to import, read as a stream as often as needed: its fingerprint, its encoding, and its text.</summary>
public sealed class SourceFile
{
    /// <summary>What a page accepts, unpacked. The command line takes the whole country.</summary>
    public const long MostFromPage = 64L << 20;
    public const long MostFromCommand = 2L << 30;

    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private readonly Func<Stream> open;

    static SourceFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private SourceFile(string name, Func<Stream> open, string hash, Encoding encoding) => (Name, this.open, Hash, Encoding) = (name, open, hash, encoding);

    public string Name { get; }

    /// <summary>SHA-256 of the unpacked bytes.</summary>
    public string Hash { get; }
    public Encoding Encoding { get; }

    public static Task<SourceFile> Of(string path, CancellationToken ct = default) =>
        File.Exists(path) ? Of(Path.GetFileName(path), () => File.OpenRead(path), MostFromCommand, ct) : throw new Refusal("import.file-missing", null, path);

    public static Task<SourceFile> Of(string name, byte[] content, CancellationToken ct = default) => Of(name, () => new MemoryStream(content), MostFromPage, ct);

    /// <summary>Reads the file once from end to end.</summary>
    /// <exception cref="Refusal">Empty, too large, or something other than a table of text.</exception>
    public static async Task<SourceFile> Of(string name, Func<Stream> open, long most, CancellationToken ct = default)
    {
        try
        {
            var given = open();
            await using var stream = Unpacked(given);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 17];
            var (total, encoding, decoder) = (0L, (Encoding?)null, Strict.GetDecoder());
            int read;
            while ((read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
            {
                if (total == 0) encoding = Told(buffer.AsSpan(0, read), name);
                if ((total += read) > most) throw new Refusal("import.file-too-large", "Input.File", most >> 20);
                hash.AppendData(buffer, 0, read);
                if (encoding is null && !IsUtf8(decoder, buffer.AsSpan(0, read), read < buffer.Length)) encoding = Encoding.GetEncoding(1252);
            }
            if (stream is GZipStream && !IsWhole(given, total)) throw new Refusal("import.file-damaged", "Input.File");
            if (total == 0) throw new Refusal("import.file-empty", "Input.File");
            return new SourceFile(name, open, Convert.ToHexStringLower(hash.GetHashAndReset()), encoding ?? Encoding.UTF8);
        }
        catch (InvalidDataException)
        {
            throw new Refusal("import.file-damaged", "Input.File");
        }
    }

    public StreamReader Open() => new(Unpacked(open()), Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);

    private static Stream Unpacked(Stream stream)
    {
        var first = stream.ReadByte();
        var second = stream.ReadByte();
        stream.Position = 0;
        return (first, second) == (0x1f, 0x8b) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    // RFC 1952: the last four bytes are the size unpacked. GZipStream says nothing when its input just ends.
    private static bool IsWhole(Stream packed, long unpacked)
    {
        var size = new byte[4];
        packed.Position = Math.Max(0, packed.Length - size.Length);
        return packed.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) == size.Length && BinaryPrimitives.ReadUInt32LittleEndian(size) == (uint)unpacked;
    }

    // What the first bytes say for certain; nothing for plain bytes, which are UTF-8 until one is not.
    private static Encoding? Told(ReadOnlySpan<byte> start, string name)
    {
        if (start.StartsWith("PK"u8)) throw new Refusal("import.file-is-zip", "Input.File", name);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return Encoding.Unicode;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return Encoding.BigEndianUnicode;
        var line = start[..Math.Min(start.Length, 1024)];
        if (line.IndexOf((byte)0) is var nul && nul >= 0 && (line.IndexOf((byte)'\n') is var end && (end < 0 || nul < end))) throw new Refusal("import.not-a-table", "Input.File", name);
        return null;
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> bytes, bool last)
    {
        try
        {
            decoder.Convert(bytes, new char[bytes.Length + 2], last, out _, out _, out _);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
