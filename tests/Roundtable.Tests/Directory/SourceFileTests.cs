using System.Text;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using static Roundtable.Tests.Directory.DirectoryFiles;
using static Roundtable.Tests.Directory.PackedFiles;

namespace Roundtable.Tests.Directory;

/// <summary>Whatever people have becomes rows of text.</summary>
[Rules]
public class SourceFileTests
{
    static SourceFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static List<string> Lines(SourceFile file, string? table = null)
    {
        using var sheet = file.Sheet(table);
        var lines = new List<string>();
        while (sheet.Read()) lines.Add(string.Join('|', Enumerable.Range(0, sheet.Width).Select(i => sheet[i])));
        return lines;
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Line_ends_of_any_system_end_a_row(string end)
    {
        Assert.Equal(["Name|City", "A|Barre", "B\nC|Barre"], Lines(await Of(string.Join(end, "Name,City", "A,Barre", "\"B\nC\",Barre"))));
        Assert.Equal(3, Lines(await Of(string.Join(end, "Name,City", "A,Barre", "B,Barre", ""))).Count);
    }

    [Fact]
    public async Task A_quotation_mark_inside_a_quoted_cell_spoils_only_that_cell() =>
        Assert.Equal(["Name|Web|City", "A|example.org?hl=fees\"&page=2\"|Barre", "B||Barre"], Lines(await Of("Name,Web,City\nA,\"example.org?hl=\"fees\"&page=2\",Barre\nB,,Barre\n")));

    [Theory]
    [InlineData("windows-1252", "Peñasco Café,L’Enfant Plaza,José’s – Niños")]
    [InlineData("macintosh", "Peñasco Café,L’Enfant Plaza,José’s – Niños")]
    [InlineData("macintosh", "Nombre;Dirección\rCentro María;Ocotillo 5\rAsociación de Niños;Año Nuevo")]
    [InlineData("windows-1252", "PEÑASCO,NIÑOS Y JÓVENES")]
    [InlineData("macintosh", "PEÑASCO,NIÑOS Y JÓVENES")]
    [InlineData("windows-1252", "Children’s Library – North Branch")]
    public async Task Letters_that_are_no_UTF8_are_read_the_way_that_makes_words(string encoding, string text)
    {
        var file = await SourceFile.Of("x.csv", Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.Equal((encoding, true), (file.Encoding.WebName, file.Text.IsGuessed));
        using var reader = file.Open();
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Contains(file.Text.Sample!, text.Replace('\r', '\n').Split('\n').Select(l => l.Length > 60 ? l[..60] : l).First(l => l.Any(c => c > 127)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guess_can_be_put_right()
    {
        var file = await SourceFile.Of("x.csv", Encoding.GetEncoding("macintosh").GetBytes("Name\nCafé"));
        Assert.Equal(["Name", "CafŽ"], Lines(file.As(new Reading { Encoding = "windows-1252" })));
        Assert.Equal("import.encoding-unknown", Assert.Throws<Refusal>(() => file.As(new Reading { Encoding = "latin-what" })).Key);
    }

    [Theory]
    [InlineData("Name\nL\u00e2\u0080\u0099Enfant", false)]
    [InlineData("Name\nLâ€™Enfant", true)]
    [InlineData("Name\nPeÃ±asco", true)]
    [InlineData("Name\nPe\uFFFDasco", true)]
    [InlineData("Name\nPeñasco", false)]
    public async Task Letters_lost_before_are_noticed_and_left(string text, bool damaged)
    {
        var file = await Of(text);
        Assert.Equal(damaged, file.Text.LooksDamaged);
        using var reader = file.Open();
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_packed_file_of_several_members_is_read_whole_and_one_cut_off_is_refused()
    {
        var parts = Enumerable.Range(0, 3).Select(p => string.Concat(Enumerable.Range(0, 500).Select(i => $"Row {p} {i},{Ids.New()}\n"))).ToArray();
        var packed = Gzip(parts);
        Assert.Equal(1500, Lines(await SourceFile.Of("x.csv.gz", packed)).Count);
        foreach (var end in new[] { packed.Length - 1, packed.Length - 4, packed.Length - 9, packed.Length - 100, packed.Length / 2 })
            Assert.Equal("import.file-damaged", (await Assert.ThrowsAsync<Refusal>(() => SourceFile.Of("x.csv.gz", packed[..end]))).Key);
    }

    [Fact]
    public async Task A_workbook_gives_its_first_sheet_with_rows_and_any_other_by_name()
    {
        var file = await SourceFile.Of("list.xlsx", Workbook(("Empty", ""), ("People &amp; places", Rows(["Name", "ZIP"], ["Peñasco", "05641"])), ("Second", Rows(["Other"]))));
        Assert.Equal((true, false), (file.IsWorkbook, file.IsPackage));
        Assert.Equal(["People & places", "Second"], file.Tables);
        Assert.Equal(["Name|ZIP", "Peñasco|05641"], Lines(file));
        Assert.Equal(["Other"], Lines(file.As(new Reading { Table = "Second" })));
        Assert.Equal("import.table-missing", Assert.Throws<Refusal>(() => file.As(new Reading { Table = "Third" })).Key);
    }

    [Fact]
    public async Task Cells_of_a_workbook_are_text_numbers_and_days()
    {
        var file = await SourceFile.Of("x.xlsx", Workbook(("A", "<row r=\"1\"><c r=\"A1\"><v>5641</v></c><c r=\"B1\" s=\"1\"><v>44197</v></c><c r=\"C1\"><v>44.25</v></c><c r=\"E1\" t=\"b\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>717611000000</v></c></row>")));
        Assert.Equal(["5641|2021-01-01|44.25||true", "||||", "717611000000||||"], Lines(file).Select(l => l.ToLowerInvariant()));
    }

    [Fact]
    public async Task A_package_gives_each_table_by_name_whatever_folder_it_lies_in()
    {
        var file = await SourceFile.Of("hsds.zip", Zip(("datapackage.json", "{}"u8.ToArray()), ("data/organizations.csv", "id,name\n1,A\n"u8.ToArray()),
            ("data/locations.csv", Encoding.GetEncoding("windows-1252").GetBytes("id,name\n1,Café\n")), ("__MACOSX/data/._locations.csv", [0, 0, 0]), ("readme.png", [0, 1, 2])));
        Assert.Equal((false, true), (file.IsWorkbook, file.IsPackage));
        Assert.Equal(["data/organizations.csv", "data/locations.csv"], file.Tables);
        Assert.Equal(["id|name", "1|A"], Lines(file));
        Assert.Equal(["id|name", "1|Café"], Lines(file, "locations.csv"));
        Assert.Equal((true, false), (file.Has("organizations.csv"), file.Has("services.csv")));
        Assert.Equal("import.table-missing", Assert.Throws<Refusal>(() => file.Sheet("services.csv")).Key);
        using var description = file.Open("datapackage.json");
        Assert.Equal("{}", await description.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_is_said_to_be_one()
    {
        Assert.Equal("import.file-is-folder", (await Assert.ThrowsAsync<Refusal>(() => SourceFile.Of(Path.GetTempPath(), TestContext.Current.CancellationToken))).Key);
    }

    [Fact]
    public async Task The_whole_Miami_package_opens()
    {
        var file = await Whole("hsds/open211-miami-hsds-1.1-datapackage-20190729.zip");
        Assert.Equal((13, 1075), (file.Tables.Count, Lines(file, "organizations.csv").Count));
    }

    [Fact]
    public async Task The_whole_HUD_workbook_opens()
    {
        var file = await Whole("geo/HUD_COUNTY_ZIP_122016.xlsx");
        var lines = Lines(file);
        Assert.Equal((52319, "COUNTY|ZIP|RES_RATIO|BUS_RATIO|OTH_RATIO|TOT_RATIO"), (lines.Count, lines[0]));
    }
}
