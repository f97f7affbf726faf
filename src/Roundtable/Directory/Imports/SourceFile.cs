using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>
/// A file to import, read as often as needed: text with a separator, an Excel workbook, or a ZIP of tables; text may be packed as .gz.
/// Whatever it is, <see cref="Sheet"/> gives its rows.
/// </summary>
public sealed class SourceFile
{
    /// <summary>What a page accepts, unpacked. The command line takes the whole country.</summary>
    public const long MostFromPage = 64L << 20;
    public const long MostFromCommand = 2L << 30;

    private readonly Func<Stream> open;
    private readonly ZipPackage? zip;

    private SourceFile(string name, Func<Stream> open, string hash, TextEncoding text, ZipPackage? zip, IReadOnlyList<string> tables, Reading reading) =>
        (Name, this.open, Hash, Text, this.zip, Tables, Reading) = (name, open, hash, text, zip, tables, reading);

    public string Name { get; }

    /// <summary>SHA-256 of the unpacked text; of a workbook or a ZIP as it is.</summary>
    public string Hash { get; }

    /// <summary>Bytes of its text, unpacked; 0 of a workbook or a ZIP.</summary>
    public long Length { get; private init; }

    /// <summary>How its text is read; of a ZIP, its first table's.</summary>
    public TextEncoding Text { get; }
    public Encoding Encoding => Reading.Encoding is { } chosen ? TextEncoding.Named(chosen) : Text.Encoding;

    /// <summary>How somebody chose that it is read.</summary>
    public Reading Reading { get; }

    /// <summary>The tables in it: the sheets of a workbook that have rows, the tables of a ZIP, or the file itself.</summary>
    public IReadOnlyList<string> Tables { get; }
    public bool IsWorkbook => zip?.IsWorkbook == true;

    /// <summary>A set of named tables that belong together, such as an HSDS data package.</summary>
    public bool IsPackage => zip is { IsWorkbook: false };

    public static Task<SourceFile> Of(string path, CancellationToken ct = default)
    {
        if (!File.Exists(path)) throw new Refusal(System.IO.Directory.Exists(path) ? "import.file-is-folder" : "import.file-missing", null, path);
        var (written, length) = (File.GetLastWriteTimeUtc(path), new FileInfo(path).Length);
        // What was checked is imported, or nothing.
        return Of(Path.GetFileName(path), () => File.GetLastWriteTimeUtc(path) == written && new FileInfo(path) is { Exists: true } now && now.Length == length ? File.OpenRead(path) : throw new Refusal("import.stale"), MostFromCommand, ct);
    }

    public static Task<SourceFile> Of(string name, byte[] content, CancellationToken ct = default) => Of(name, () => new MemoryStream(content), MostFromPage, ct);

    /// <summary>Reads the file once from end to end.</summary>
    /// <exception cref="Refusal">Empty, too large, or something other than tables.</exception>
    public static async Task<SourceFile> Of(string name, Func<Stream> open, long most, CancellationToken ct = default)
    {
        try
        {
            await using var given = open();
            var start = new byte[8];
            var begin = start.AsMemory(0, await given.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct));
            given.Position = 0;
            if (begin.Span.StartsWith("PK\u0003\u0004"u8)) return await OfZip(name, open, given, most, ct);
            if (begin.Span.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0])) throw new Refusal("import.file-is-office", "Input.File", name);
            return await OfText(name, open, given, most, ct);
        }
        catch (InvalidDataException)
        {
            throw new Refusal("import.file-damaged", "Input.File");
        }
    }

    /// <summary>The same file, read as somebody chose.</summary>
    /// <exception cref="Refusal">There is no such encoding or table.</exception>
    public SourceFile As(Reading choice)
    {
        if (choice.Table is { } table && PartOf(table) is null) throw new Refusal("import.table-missing", "Input.Table", table, string.Join(", ", Tables));
        if (choice.Encoding is { } encoding) TextEncoding.Named(encoding);
        return new(Name, open, Hash, Text, zip, Tables, choice) { Length = Length, IsPacked = IsPacked };
    }

    /// <summary>The file as it was given.</summary>
    public Stream Given() => open();
    public bool IsPacked { get; private init; }

    public bool Has(string table) => PartOf(table) is not null;

    /// <summary>The rows of a table: by name, with or without its folder; else the one chosen; else the first.</summary>
    /// <exception cref="Refusal">There is no such table.</exception>
    public SheetReader Sheet(string? table = null)
    {
        if (zip is null) return new SheetReader(Open());
        var wanted = table ?? Reading.Table ?? Tables[0];
        return IsWorkbook ? new SheetReader(Workbook.Rows(open(), PartOf(wanted) ?? throw Missing(wanted))) : new SheetReader(Open(wanted));
    }

    /// <summary>The text of the file, or of one part of a ZIP (a description in JSON, say).</summary>
    /// <exception cref="Refusal">There is no such part.</exception>
    public StreamReader Open(string? part = null)
    {
        if (zip is null) return new(Unpacked(open()), Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var name = part ?? Reading.Table ?? Tables[0];
        if (zip.Named(name) is not { } entry) throw Missing(name);
        var archive = new ZipArchive(open(), ZipArchiveMode.Read);
        return new PartReader(archive, archive.GetEntry(entry)!.Open(), Reading.Encoding is null ? zip.Texts[entry].Encoding : Encoding);
    }

    private string? PartOf(string table) => zip is { IsWorkbook: false } ? zip.Named(table) : Tables.FirstOrDefault(t => t == table);
    private Refusal Missing(string table) => new("import.table-missing", "Input.Table", table, string.Join(", ", Tables));

    private static async Task<SourceFile> OfZip(string name, Func<Stream> open, Stream given, long most, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(given, ct));
        var zip = ZipPackage.Look(given, name, most, ct);
        using var again = open();
        var tables = zip.IsWorkbook ? Workbook.Sheets(again) : zip.Tables;
        if (tables.Count == 0) throw new Refusal(zip.IsWorkbook ? "import.file-empty" : "import.zip-no-table", "Input.File", name);
        return new(name, open, hash, zip.IsWorkbook ? TextEncoding.Utf8 : zip.Texts[tables[0]], zip, tables, Reading.Guessed) { IsPacked = true };
    }

    private static async Task<SourceFile> OfText(string name, Func<Stream> open, Stream given, long most, CancellationToken ct)
    {
        await using var stream = Unpacked(given);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        var (total, told, probe) = (0L, (TextEncoding?)null, new EncodingProbe());
        int read;
        while ((read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
        {
            if (total == 0) told = Told(buffer.AsSpan(0, read), name);
            if ((total += read) > most) throw new Refusal("import.file-too-large", "Input.File", most >> 20);
            hash.AppendData(buffer, 0, read);
            if (told is null) probe.Take(buffer.AsSpan(0, read), read < buffer.Length);
        }
        if (stream is GZipStream && !GzipMembers.IsWhole(given, total)) throw new Refusal("import.file-damaged", "Input.File");
        if (total == 0) throw new Refusal("import.file-empty", "Input.File");
        return new(name, open, Convert.ToHexStringLower(hash.GetHashAndReset()), told ?? probe.Result(), null, [name], Reading.Guessed) { Length = total, IsPacked = stream is GZipStream };
    }

    private static Stream Unpacked(Stream stream)
    {
        var first = stream.ReadByte();
        var second = stream.ReadByte();
        stream.Position = 0;
        return (first, second) == (0x1f, 0x8b) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>What the first bytes say for certain; nothing for plain bytes, which are UTF-8 until one is not.</summary>
    /// <exception cref="Refusal">Packed once more, or no text.</exception>
    internal static TextEncoding? Told(ReadOnlySpan<byte> start, string name)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) throw new Refusal("import.zip-nested", "Input.File", name);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return new(Encoding.Unicode);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return new(Encoding.BigEndianUnicode);
        var line = start[..Math.Min(start.Length, 1024)];
        if (line.IndexOf((byte)0) is var nul && nul >= 0 && (line.IndexOf((byte)'\n') is var end && (end < 0 || nul < end))) throw new Refusal("import.not-a-table", "Input.File", name);
        return null;
    }

    private sealed class PartReader(ZipArchive archive, Stream part, Encoding encoding) : StreamReader(part, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing) archive.Dispose();
        }
    }
}
