using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using Roundtable.Platform;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

/// <summary>A site whose administrator adds files.</summary>
public sealed class ImportingWorld : IAsyncLifetime
{
    public World World { get; private set; } = null!;
    public Browser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.Open();
        Browser = await World.SignedIn(await World.Person("Ada Min", administrator: true));
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await World.DisposeAsync();
    }

    public async Task<Page> Upload(string source, byte[] content, string name = "list.csv")
    {
        World.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        return await Browser.Upload(await Browser.Get(DirectoryUrls.NewImport), "check", (name, content), ("Input.Source", source));
    }

    public async Task<Page> Paste(string text)
    {
        World.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        return await Browser.Upload(await Browser.Get(DirectoryUrls.NewImport), "check", null, ("Input.Source", "organizations"), ("Input.Pasted", text));
    }

    public Task<int> CountOf(string beginning) => World.See(db => db.Organizations.CountAsync(o => o.ShownName.StartsWith(beginning)));
}

public class ImportPagesTests(ImportingWorld site) : IClassFixture<ImportingWorld>
{
    private Browser Browser => site.Browser;

    private static void Counts(Page page, int added, int changed, int same, int problems) =>
        Assert.Equal((Shown("New", added), Shown("Changed", changed), Shown("Same", same), Shown("Problems", problems)),
            (View(page, "New"), View(page, "Changed"), View(page, "Same"), View(page, "Problems")));

    private static string Shown(string name, int count) => count == 0 ? name : $"{name} ({count})";
    private static string View(Page page, string name) => page.Html.QuerySelectorAll(".rt-views a").Single(a => a.TextContent.StartsWith(name, StringComparison.Ordinal)).TextContent.Trim();

    [Fact]
    public async Task A_long_check_comes_in_parts_of_fifty()
    {
        var page = await site.Paste("Name,City,State\n" + string.Concat(Enumerable.Range(100, 120).Select(i => $"Part {i},Barre,VT\n")));
        Assert.Equal(50, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("1 to 50 of 120 rows", page.Words, StringComparison.Ordinal);
        page = await Browser.Get((await Browser.Get(page.Link("Next"))).Link("Next"));
        Assert.Equal(20, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("101 to 120 of 120 rows", page.Words, StringComparison.Ordinal);
        Assert.Contains("Part 219", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_checked_imported_and_taken_back()
    {
        var page = await site.Upload("organizations", "Name,City,State,Phone\nUp One,Barre,VT,\nUp Two,Barre,VT,\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Counts(page, 2, 0, 0, 0);
        Assert.Equal(0, await site.CountOf("Up "));
        page = await Browser.Submit(page, "import");
        Assert.Contains("Imported on", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await site.CountOf("Up "));

        page = await site.Upload("organizations", "Name,City,State,Phone\nUp One,Barre,VT,802 555 0100\nUp Two,Barre,VT,\nUp Three,Barre,VT,\n,Barre,VT,\n"u8.ToArray());
        Counts(page, 1, 1, 1, 1);
        Assert.Contains("The cell is empty but needed.", page.Words, StringComparison.Ordinal);
        var asked = page;
        page = await Browser.Submit(asked, "import");
        Assert.Equal(3, await site.CountOf("Up "));
        Assert.Equal(page.Address, (await Browser.Submit(asked, "import")).Address);

        var undone = await Browser.Submit(page, "undo");
        Assert.Contains("Undone on", undone.Words, StringComparison.Ordinal);
        Assert.Equal((2, 0), (await site.CountOf("Up "), await site.World.See(db => db.Organizations.CountAsync(o => o.Phone == "802 555 0100"))));
        Assert.Equal(undone.Address, (await Browser.Submit(page, "undo")).Address);
        Assert.Contains("Undone", (await Browser.Get(DirectoryUrls.Imports)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_rows_are_checked_imported_and_taken_back()
    {
        var page = await site.Paste("Organización\tCiudad\tEstado\nPegada Uno\tBarre\tVT\nPegada Dos\tBarre\tVermont\n");
        Counts(page, 2, 0, 0, 0);
        page = await Browser.Submit(page, "import");
        Assert.Equal(2, await site.CountOf("Pegada"));
        page = await Browser.Submit(page, "undo");
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, await site.CountOf("Pegada")));
        Assert.Equal(["Choose a file or paste rows."], (await site.Paste("")).Errors);
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_kind_of_file_is_another()
    {
        var page = await Browser.Upload(await Browser.Get(DirectoryUrls.NewImport), "check", null, ("Input.Source", "irs-bmf"), ("Input.Pasted", "Name\nKept Words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Single(page.Errors);
        Assert.Contains("Kept Words", page.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_with_problems_are_a_spreadsheet_for_administrators()
    {
        var page = await site.Paste("Name,City,State\n,Barre,VT\nA,Barre,Atlantis\n");
        var sheet = await Browser.Get(page.Link("CSV"));
        Assert.Equal("\uFEFFRow,Name,City,State,Column,What is wrong\r\n2,,Barre,VT,Name,The cell is empty but needed.\r\n3,A,Barre,Atlantis,State,“Atlantis” is not a state.\r\n", sheet.Text.StartsWith('\uFEFF') ? sheet.Text : $"\uFEFF{sheet.Text}");
        using var other = await site.World.SignedIn(await site.World.Person("Somebody Else"));
        Assert.NotEqual(HttpStatusCode.OK, (await other.Get(sheet.Address)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await other.Get(page.Address)).Status);
    }

    [Fact]
    public async Task A_plan_the_directory_has_left_behind_goes_back_to_its_check()
    {
        var waiting = await site.Paste("Name,City,State\nStale One,Barre,VT\nStale Two,Barre,VT\n");
        Counts(waiting, 2, 0, 0, 0);
        await Browser.Submit(await site.Paste("Name,City,State\nStale Two,Barre,VT\n"), "import");
        Assert.Contains("Check it again.", (await Browser.Get(waiting.Address)).Words, StringComparison.Ordinal);

        var again = await Browser.Submit(waiting, "import");
        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, await site.CountOf("Stale")));
        Assert.Contains("This is the new check.", again.Words, StringComparison.Ordinal);
        Counts(again, 1, 0, 1, 0);
        await Browser.Submit(again, "import");
        Assert.Equal(2, await site.CountOf("Stale"));
    }

    public static TheoryData<string, string, string, string> BadFiles => new()
    {
        { "organizations", "empty.csv", "", "The file is empty." },
        { "organizations", "photo.png", "\u0089PNG\r\0\0\0IHDR\0\0", "photo.png is not a table of text." },
        { "organizations", "list.xlsx", "PK\u0003\u0004rest", "The packed file is damaged or only part of it arrived. Get it again." },
        { "organizations", "names.csv", "Name,City\n", "The file has column names but no rows." },
        { "organizations", "open.csv", "Name,City\n\"Never closed,Barre\nB,C\n", "Row 2, column 1: the quotation marks do not match. Nothing was imported." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_cannot_be_read_gets_one_clear_sentence(string source, string name, string content, string sentence)
    {
        var before = await site.World.See(db => db.ImportPlans.CountAsync());
        var page = await site.Upload(source, Encoding.Latin1.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([sentence], page.Errors);
        Assert.Equal(before, await site.World.See(db => db.ImportPlans.CountAsync()));
    }

    [Fact]
    public async Task A_tax_list_with_a_cell_missing_says_row_and_column()
    {
        var lines = Text("irs-vt-march.csv.gz").ReplaceLineEndings("\n").Split('\n');
        lines[7] = lines[7][..lines[7].LastIndexOf(',')];
        var page = await site.Upload("irs-bmf", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Counts(page, 184, 0, 0, 1);
        var cells = page.Html.QuerySelectorAll("table tr td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(("8", "SORT_NAME", "The row has a different number of cells than the header: 27 / 28.", "Left this row out"), (cells[0], cells[1], cells[2], cells[3]));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public async Task Accents_arrive_from_either_encoding_and_a_mark_does_no_harm(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var known = Encoding.GetEncoding(encoding);
        var page = await site.Upload("organizations", [.. known.GetPreamble(), .. known.GetBytes($"Nombre;Ciudad;Estado\r\nNiños {encoding};Peñasco;NM\r\n")]);
        Counts(page, 1, 0, 0, 0);
        Assert.Contains($"Niños {encoding}", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_fifty_megabytes_is_refused_with_its_row()
    {
        var page = await site.Upload("organizations", Encoding.UTF8.GetBytes($"Name,City\nHuge One,{new string('x', 50_000_000)}\n"));
        Assert.Equal(["Row 2 is larger than 4 million characters. Nothing was imported."], page.Errors);
        Assert.Equal(0, await site.CountOf("Huge"));
    }

    [Fact]
    public async Task What_is_pasted_or_sent_above_the_limit_is_refused_in_a_plain_sentence()
    {
        var (many, cell) = (5 << 20, new string('x', 5 << 10));
        var page = await site.Paste($"Name,City,Description\n{string.Concat(Enumerable.Repeat($"Pasted Helpers,Barre,{cell}\n", many / cell.Length))}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        page = await site.Upload("organizations", new byte[SourceFile.MostFromPage + 1]);
        Assert.Equal(["The file is larger than 64 MB when unpacked."], page.Errors);

        // A form without a file stops at 4 MB of one text, before the page sees any of it.
        page = await Browser.Post(DirectoryUrls.NewImport, [new("_handler", "check"), new("Input.Pasted", new string('x', many))]);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "That is too big"), (page.Status, page.Heading));
        Assert.Contains("pasted text up to 4 MB", page.Words, StringComparison.Ordinal);
    }
}

public class CorrectionPageTests
{
    [Fact]
    public async Task Somebody_signed_in_puts_an_entry_right_and_it_says_so()
    {
        var world = await World.Shared;
        var organization = await world.Organization($"Helpers {Ids.New():N}", Sector.Nonprofit, "Barre");
        using var browser = await world.SignedIn(await world.Person("Kim Lee"));
        var form = await browser.Get((await browser.Get(DirectoryUrls.Organization(organization.Id))).Link("Fix this"));
        var same = await browser.Submit(form, "correct");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        var empty = await browser.Submit(form, "correct", ("Input.Name", ""), ("Input.Phone", "802 555 0177"));
        Assert.Single(empty.Errors);
        Assert.Equal("802 555 0177", empty.Html.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        var page = await browser.Submit(form, "correct", ("Input.Phone", "802 555 0177"));
        Assert.Equal(DirectoryUrls.Organization(organization.Id), page.Address);
        Assert.Contains("802 555 0177", page.Words, StringComparison.Ordinal);
        Assert.Equal("phone", (await world.See(db => db.Organizations.SingleAsync(o => o.Id == organization.Id))).Corrected);
    }
}
