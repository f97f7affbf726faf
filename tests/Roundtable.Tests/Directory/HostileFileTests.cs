using System.Text;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Text;
using static Roundtable.Tests.Directory.PackedFiles;

namespace Roundtable.Tests.Directory;

/// <summary>Nothing else runs beside, so that what is allocated is theirs.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>Files made to hurt are refused in words, in bounded memory.</summary>
[Collection("Alone")]
[Rules]
public class HostileFileTests
{
    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 40 << 20)];

    public static TheoryData<string, string> Files => new(Keys.Select(k => (k.Key, k.Value)));

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["swelling"] = "import.zip-swells", ["swelling workbook"] = "import.zip-swells", ["many parts"] = "import.zip-many", ["count that lies"] = "import.zip-many",
        ["nested"] = "import.zip-nested", ["pictures only"] = "import.zip-no-table", ["document"] = "import.file-is-office", ["old workbook"] = "import.file-is-office", ["cut off"] = "import.file-damaged",
        ["laughs"] = "import.workbook-damaged", ["outside entity"] = "import.workbook-damaged", ["depth"] = "import.workbook-damaged", ["no XML"] = "import.workbook-damaged",
        ["wide workbook"] = "import.too-many-columns", ["wide dimension"] = "import.too-many-columns", ["far row"] = "import.too-many-rows", ["large cell"] = "import.cell-too-large",
        ["million columns"] = "import.too-many-columns", ["million columns later"] = "import.too-many-columns", ["two thousand columns"] = "import.too-many-columns", ["NUL"] = "import.not-a-table", ["large gzip"] = "import.file-too-large",
    };

    private static Dictionary<string, Func<byte[]>> Made => new()
    {
        ["swelling"] = () => Zip(("a.csv", Blanks)),
        ["swelling workbook"] = () => Zip(("xl/workbook.xml", Blanks)),
        ["many parts"] = () => Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.csv", "a,b"))]),
        ["count that lies"] = () => { var zip = Zip([.. Enumerable.Range(0, 30_000).Select(i => ($"{i}.csv", "a,b"))]); (zip[^12], zip[^11]) = (1, 0); return zip; },
        ["nested"] = () => Zip(("inner.zip", Zip(("a.csv", "a,b")))),
        ["pictures only"] = () => Zip(("a.png", "picture")),
        ["document"] = () => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")),
        ["old workbook"] = () => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
        ["cut off"] = () => Zip(("a.csv", new string('x', 1000)))[..60],
        ["laughs"] = () => Workbook("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", ("A", "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")),
        ["outside entity"] = () => Workbook("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", ("A", "<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>")),
        ["depth"] = () => Workbook(("A", string.Concat(Enumerable.Repeat("<x>", 5_000)) + string.Concat(Enumerable.Repeat("</x>", 5_000)))),
        ["no XML"] = () => Zip(("xl/workbook.xml", "Name,City\nA,B\n")),
        ["wide workbook"] = () => Workbook(("A", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")),
        ["wide dimension"] = () => Workbook(("A", "<row r=\"1\"><dimension ref=\"A1:XFD1048576\"/></row>")),
        ["far row"] = () => Workbook(("A", "<row r=\"1048576\"><c r=\"CV1\"><v>1</v></c></row>")),
        ["large cell"] = () => Workbook(("A", $"<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>{Noise(10 << 20)}</t></is></c></row>")),
        ["million columns"] = () => Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Repeat("a", 1_000_000)) + "\n"),
        ["million columns later"] = () => Encoding.ASCII.GetBytes("Name,City\nA,B\n" + string.Join(',', Enumerable.Repeat("a", 1_000_000)) + "\n"),
        ["two thousand columns"] = () => Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Repeat("a", 2_000)) + "\n"),
        ["NUL"] = () => [.. "Name\0,City\n"u8],
        ["large gzip"] = () => Gzip(new string('x', 65 << 20)),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_is_refused_with_its_reason_and_takes_little_memory(string what, string key)
    {
        var content = Made[what]();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
        {
            var file = await SourceFile.Of("x", content, TestContext.Current.CancellationToken);
            using var sheet = file.Sheet();
            while (sheet.Read()) Assert.True(sheet.Width > 0);
        });
        Assert.Equal(key, refusal.Key);
        // Allocated over the whole time, and so above what is ever held at once.
        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) >> 20, 0, 300);
        var texts = new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly);
        Assert.DoesNotContain("import.", texts.In("en").Of(refusal) + texts.In("es").Of(refusal), StringComparison.Ordinal);
    }

    // Letters that cannot be packed a hundred times smaller.
    private static string Noise(int length)
    {
        var (text, seed) = (new StringBuilder(length), 17u);
        while (text.Length < length) text.Append((char)('a' + (seed = seed * 1664525 + 1013904223) % 26 / 1 % 26));
        return text.ToString();
    }
}
