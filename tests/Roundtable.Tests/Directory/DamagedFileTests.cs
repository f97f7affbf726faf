using System.IO.Compression;
using System.Text;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using Roundtable.Platform.Text;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class DamagedFileTests
{
    private const string Head = "Name,City,State,ZIP,Phone\n";

    public static TheoryData<string, string, string> Files => new()
    {
        { "", "import.file-empty", "organizations" },
        { "\n\n\n", "import.file-empty", "organizations" },
        { Head, "import.no-rows", "organizations" },
        { "Color,Size\nred,3\n", "import.columns-missing", "organizations" },
        { "Name,City\nA,B\n", "import.columns-missing", "irs-bmf" },
        { "PK\u0003\u0004rest of a zip", "import.file-damaged", "organizations" },
        { "\u0089PNG\r\0\0\0IHDR\0\0", "import.not-a-table", "organizations" },
        { Head + "\"Never closed,Barre,VT,05641,\nB,C,VT,05641,\n", "import.row-unreadable", "organizations" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_refused_as_a_whole(string content, string key, string source)
    {
        var world = await World.Shared;
        var refusal = await Assert.ThrowsAsync<Refusal>(async () => await world.Check(source, await SourceFile.Of("x.csv", Encoding.Latin1.GetBytes(content))));
        Assert.Equal(key, refusal.Key);
        Assert.NotEqual(key, new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly).In("es").Of(refusal));
    }

    [Fact]
    public async Task A_packed_file_that_arrived_in_part_is_refused_wherever_it_ends()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < 5_000; row++) gzip.Write(Encoding.ASCII.GetBytes($"{Ids.New()},Barre,VT,05641,\n"));
        var whole = packed.ToArray();
        Assert.NotEmpty((await SourceFile.Of("x.csv.gz", whole)).Hash);
        foreach (var end in new[] { whole.Length / 2, whole.Length - 9, whole.Length - 4, whole.Length - 1, 12 })
            Assert.Equal("import.file-damaged", (await Assert.ThrowsAsync<Refusal>(() => SourceFile.Of("x.csv.gz", whole[..end]))).Key);
    }

    public static TheoryData<string, string, string?> Rows => new()
    {
        { "A,Barre,VT,05641,,extra", "import.problem.beyond", "F" },
        { ",Barre,VT,05641,", "import.problem.empty", "Name" },
        { "A,Barre,Vermontia,05641,", "import.problem.state", "State" },
        { "A,Barre,VT,5699,", "organization.zip-wrong", "ZIP" },
        { "A\0B,Barre,VT,05641,", "import.problem.not-text", "Name" },
        { "Good one,Barre,VT,05641,", "import.problem.repeated", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_that_cannot_be_used_says_where_and_why_and_the_rest_stands(string row, string reason, string? column)
    {
        var world = await World.Shared;
        var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), await Of($"{Head}Good one,Barre,VT,05641,\n{row}\nOther,Barre,VT,05641,\n")));
        Assert.Equal((3, 2, 1), (plan.Rows, plan.New, plan.Problems));
        var problem = Assert.Single(check.Problems);
        Assert.Equal((3, reason, column), (problem.Row, problem.Reason, problem.Columns));
    }

    [Fact]
    public async Task A_row_of_the_tax_list_with_a_cell_missing_is_a_problem_with_its_number()
    {
        var world = await World.Shared;
        var lines = Text("irs-vt-march.csv.gz").ReplaceLineEndings("\n").Split('\n');
        lines[7] = lines[7][..lines[7].LastIndexOf(',')];
        var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named("irs-bmf"), await Of(string.Join('\n', lines))));
        Assert.Equal(1, plan.Problems);
        Assert.Equal((8, "import.problem.width", "27 / 28"), (check.Problems[0].Row, check.Problems[0].Reason, check.Problems[0].Found));
        Assert.Equal(plan.Rows, plan.New + plan.Changed + plan.Same + plan.Problems);
    }

    [Fact]
    public async Task A_cell_of_fifty_megabytes_is_refused_with_its_row()
    {
        var world = await World.Shared;
        var file = await Of($"{Head}A,Barre,VT,05641,\nB,{new string('x', 50_000_000)},VT,05641,\n");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => world.Check("organizations", file));
        Assert.Equal(("import.row-too-large", 3), (refusal.Key, refusal.With[0]));
    }

    [Fact]
    public async Task A_cell_of_two_megabytes_is_a_problem_of_its_row()
    {
        var world = await World.Shared;
        var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), await Of($"{Head}A,{new string('x', 2_000_000)},VT,05641,\nB,Barre,VT,05641,\n")));
        Assert.Equal((1, 1, "import.problem.cell-too-large"), (plan.New, plan.Problems, check.Problems[0].Reason));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public async Task Accents_arrive_whatever_the_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var world = await World.Shared;
        var known = Encoding.GetEncoding(encoding);
        byte[] content = [.. known.GetPreamble(), .. known.GetBytes("Nombre;Ciudad;Estado\r\nNiños y jóvenes;Peñasco;NM\r\n")];
        var check = await world.See(async db => (await db.CheckImport(Importer, world.Now, ImportSources.Named("organizations"), await SourceFile.Of("lista.csv", content))).Check);
        var row = Assert.Single(check.RowsFor(Guid.Empty));
        Assert.Equal(("Niños y jóvenes", Outcome.New), (row.Name, row.Outcome));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(";")]
    public async Task Separators_are_recognized(string separator)
    {
        var world = await World.Shared;
        var plan = await world.Check("organizations", await Of($"Organization,Town,ST\nA,Barre,VT\nB,Barre,Vermont\n".Replace(",", separator, StringComparison.Ordinal)));
        Assert.Equal((2, 2), (plan.Rows, plan.New));
    }

    [Fact]
    public async Task Names_saved_in_the_wrong_encoding_are_said_not_repaired()
    {
        var world = await World.Shared;
        var (plan, check) = await world.See(async db => await db.CheckImport(Importer, world.Now, ImportSources.Named("counties"),
            await Of("NM|35013|00929109|Dońa Ana County|1|1|1|1|32.35|-106.83\nVT|50023|1|Washington County|1|1|1|1|44.27|-72.61\n")));
        Assert.Equal((2, 1), (plan.Rows, plan.Problems));
        Assert.Equal("import.problem.damaged-name", check.Problems[0].Reason);
    }
}
