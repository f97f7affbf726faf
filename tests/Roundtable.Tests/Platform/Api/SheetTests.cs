using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using MiniExcelLibs;
using NodaTime;
using Roundtable.Platform.Api;
using Roundtable.Tests.Partnerships;

namespace Roundtable.Tests.Platform.Api;

/// <summary>A table that leaves as a file: the same rows in both kinds.</summary>
public class SheetTests
{
    private static readonly string[] attacks = ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "ü < & > \" \u0001", "0012"];

    private static Sheet Table() => new("riverbend-partners", new(2026, 12, 1), ["Number", "Name", "Since", "Miles"],
        attacks.Select((a, i) => new object?[] { i + 1, a, new LocalDate(2026, 12, 1).PlusDays(i), i == 0 ? null : i + 0.5 }));

    private static string PartOf(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public void In_an_Excel_file_numbers_and_days_are_typed_and_text_stays_text()
    {
        var file = Table().AsXlsx();
        using var stream = new MemoryStream(file);
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["Number", "Name", "Since", "Miles"], rows[0].Keys);
        Assert.Equal(attacks.Length, rows.Count);
        Assert.Equal((1.0, "=1+1", new LocalDate(2026, 12, 1).ToDateTimeUnspecified(), null), ((double)rows[0]["Number"]!, (string)rows[0]["Name"]!, (DateTime)rows[0]["Since"]!, rows[0]["Miles"]));
        Assert.Equal((1.5, "0012"), ((double)rows[1]["Miles"]!, $"{rows[^1]["Name"]}"));
    }

    [Fact]
    public void In_an_Excel_file_nothing_is_a_formula_and_the_header_stays_in_sight()
    {
        var sheet = XDocument.Parse(PartOf(Table().AsXlsx(), "xl/worksheets/sheet1.xml"));
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "f");
        var pane = sheet.Descendants().Single(e => e.Name.LocalName == "pane");
        Assert.Equal(("1", "frozen"), (pane.Attribute("ySplit")!.Value, pane.Attribute("state")!.Value));
        Assert.Contains("yyyy-mm-dd", PartOf(Table().AsXlsx(), "xl/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_CSV_file_days_are_ISO_and_nothing_begins_a_formula()
    {
        var file = Table().AsCsv();
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        Assert.Equal("Number,Name,Since,Miles", lines[0]);
        Assert.Contains("2026-12-01", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains(",=", StringComparison.Ordinal) || l.Contains(",@", StringComparison.Ordinal) || l.Contains(",+", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_table_still_has_its_header()
    {
        using var stream = new MemoryStream(new Sheet("x", new(2026, 12, 1), ["Number", "Name"], []).AsXlsx());
        Assert.Equal(["Number", "Name"], stream.Query().Cast<IDictionary<string, object?>>().First().Values);
    }

    [Fact]
    public async Task The_filters_on_screen_apply_in_both_kinds()
    {
        var table = await World.Found();
        await table.Prospect("Adult School");
        using var ana = await table.Ana();
        foreach (var kind in (string[])["csv", "xlsx"])
            foreach (var (stage, rows) in new[] { ("", 2), ("declined", 1) })
            {
                var link = (await ana.Get($"{table.Home}/prospects?stage={stage}")).Html.QuerySelectorAll("a[download]").Single(a => a.GetAttribute("href")!.Contains($".{kind}", StringComparison.Ordinal)).GetAttribute("href")!;
                var file = (await ana.Get(link)).Response;
                Assert.Equal($"{table.Partnership.Slug}-prospects-2026-12-01.{kind}", file.Content.Headers.ContentDisposition!.FileName);
                using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
                Assert.Equal(rows, stream.Query(excelType: kind == "csv" ? ExcelType.CSV : ExcelType.XLSX).Cast<IDictionary<string, object?>>().Count(r => r.Values.Any(v => v is not null)));
            }
    }
}
