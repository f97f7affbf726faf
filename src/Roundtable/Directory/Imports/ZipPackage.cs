using System.Buffers.Binary;
using System.IO.Compression;
using Roundtable.Platform;

namespace Roundtable.Directory.Imports;

/// <summary>
/// A ZIP with tables, or an Excel workbook, which is one too. Everything in it is read once before anything is believed:
/// how many parts, how large unpacked, how far it swells, whether it hides another.
/// </summary>
internal sealed class ZipPackage
{
    public const int MostEntries = 200;
    private const int MostDirectory = 1 << 20, LongestTail = 22 + 65_535, Free = 1 << 20, MostSwelling = 100;
    private static readonly string[] TableEndings = [".csv", ".tsv", ".txt", ".psv", ".tab"];

    private readonly Dictionary<string, TextEncoding> texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of the parts with text, with the encoding of each.</summary>
    public IReadOnlyDictionary<string, TextEncoding> Texts => texts;
    public IReadOnlyList<string> Tables => [.. texts.Keys.Where(IsTable)];
    public bool IsWorkbook { get; private init; }

    /// <exception cref="Refusal">Something that cannot be taken in safely; says what.</exception>
    public static ZipPackage Look(Stream stream, string name, long most, CancellationToken ct)
    {
        MustBeFew(stream);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries) throw new Refusal("import.zip-many", "Input.File", MostEntries);
        var package = new ZipPackage { IsWorkbook = zip.GetEntry("xl/workbook.xml") is not null };
        if (!package.IsWorkbook && (zip.GetEntry("mimetype") ?? zip.GetEntry("[Content_Types].xml")) is not null) throw new Refusal("import.file-is-office", "Input.File", name);
        var left = most;
        foreach (var entry in zip.Entries.Where(e => !IsFolder(e)))
        {
            ct.ThrowIfCancellationRequested();
            if (entry.IsEncrypted) throw new Refusal("import.zip-locked", "Input.File");
            using var content = new Bounded(entry.Open(), left, Math.Min(entry.CompressedLength, stream.Length), most);
            if (package.IsWorkbook && IsXml(entry.Name)) Workbook.MustBeSafe(content);
            if (package.IsWorkbook || IsOther(entry)) content.CopyTo(Stream.Null);
            else package.Read(entry.FullName, content);
            left -= content.Taken;
        }
        return package;
    }

    /// <summary>The one part of this name: as given, else in whatever folder, such as <c>data/</c>.</summary>
    public string? Named(string table) =>
        texts.Keys.FirstOrDefault(n => n == table) ?? texts.Keys.Where(n => string.Equals(Path.GetFileName(n), table, StringComparison.OrdinalIgnoreCase)).OrderBy(n => n.Length).FirstOrDefault();

    private void Read(string name, Bounded content)
    {
        var (probe, buffer, first) = (new EncodingProbe(), new byte[1 << 17], true);
        TextEncoding? told = null;
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            if (first) told = SourceFile.Told(buffer.AsSpan(0, read), name);
            first = false;
            probe.Take(buffer.AsSpan(0, read), read < buffer.Length);
        }
        texts[name] = told ?? probe.Result();
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.Name.Length == 0 || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name[0] == '.';
    private static bool IsTable(string name) => TableEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
    private static bool IsOther(ZipArchiveEntry entry) => !IsTable(entry.Name) && !entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !IsPacked(entry);

    private static bool IsPacked(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var start = new byte[2];
        return content.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && (start is [(byte)'P', (byte)'K'] or [0x1f, 0x8b]);
    }

    // The count in the last record is looked at before the framework makes an object of every entry.
    private static void MustBeFew(Stream stream)
    {
        var tail = new byte[(int)Math.Min(stream.Length, LongestTail)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length) throw new Refusal("import.file-damaged", "Input.File");
        var record = tail.AsSpan(end);
        var (count, from) = (BinaryPrimitives.ReadUInt16LittleEndian(record[10..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        if (count > MostEntries || stream.Length - tail.Length + end - from > MostDirectory) throw new Refusal("import.zip-many", "Input.File", MostEntries);
    }

    /// <summary>Unpacks no more than allowed.</summary>
    private sealed class Bounded(Stream inner, long left, long packed, long most) : Stream
    {
        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));
        public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

        private int Counted(int read)
        {
            Taken += read;
            if (Taken > left) throw new Refusal("import.file-too-large", "Input.File", most >> 20);
            if (Taken > Free + MostSwelling * packed) throw new Refusal("import.zip-swells", "Input.File");
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Taken; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
