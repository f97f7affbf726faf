using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Directory.Imports;
using static Roundtable.Tests.Directory.DirectoryFiles;
using static Roundtable.Tests.Directory.PackedFiles;

namespace Roundtable.Tests.Directory;

/// <summary>From a list as somebody has it over its columns to its check.</summary>
public class ImportColumnsTests(ImportingWorld site) : IClassFixture<ImportingWorld>
{
    private Browser Browser => site.Browser;

    private static string? Chosen(Page page, int column) => page.Html.QuerySelector($"[name='Input.Column{column}'] option[selected]")?.GetAttribute("value");

    [Fact]
    public async Task Columns_are_guessed_put_right_and_known_the_next_time()
    {
        var list = "Who we know,Town,Zip code,Phone,Director's e-mail\nMatch Shelf,Barre,05641,802 555 0100,canary@example.org\nMatch Clinic,Barre,05641,,\n";
        var page = await site.Paste(list);
        Assert.Equal((HttpStatusCode.OK, "Match columns"), (page.Status, page.Heading));
        Assert.Equal((null, "city", "zip", "phone", null), (Chosen(page, 1), Chosen(page, 2), Chosen(page, 3), Chosen(page, 4), Chosen(page, 5)));
        Assert.Contains("Match Shelf · Match Clinic", page.Words, StringComparison.Ordinal);

        var refused = await Browser.Submit(page, "columns", ("Input.Column4", "website"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose the column with the name of the organization."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("website", Chosen(refused, 4));
        refused = await Browser.Submit(page, "columns", ("Input.Column1", "name"), ("Input.Column5", "phone"));
        Assert.Equal("The columns “Phone” and “Director's e-mail” are both the same. Choose one of them.", Assert.Single(refused.Errors));

        var check = await Browser.Submit(page, "columns", ("Input.Column1", "name"));
        Assert.Contains("New (2)", check.Words, StringComparison.Ordinal);
        Assert.Contains("Who we know: Name of the organization", check.Words, StringComparison.Ordinal);
        await Browser.Submit(check, "import");
        Assert.Equal(2, await site.CountOf("Match "));
        Assert.DoesNotContain("canary", await site.World.See(async db => string.Join(' ', await db.Organizations.Select(o => o.Doing + o.Website + o.Phone + o.AlsoKnownAs).ToListAsync())), StringComparison.Ordinal);

        var next = await site.Paste(list.Replace("Match Clinic", "Match School", StringComparison.Ordinal));
        Assert.Equal((DirectoryUrls.Imports, "New (1)"), (next.Address[..next.Address.LastIndexOf('/')], next.Html.QuerySelectorAll(".rt-views a")[0].TextContent.Trim()));
        var again = await Browser.Get(next.Link("Match columns again"));
        Assert.Equal("name", Chosen(again, 1));
    }

    [Fact]
    public async Task Another_sheet_and_another_header_row_can_be_chosen()
    {
        var workbook = Workbook(("Notes", Rows(["About"], ["Made by hand"])), ("Partners", Rows(["Our partners"], ["Agency", "Town"], ["Sheet One", "Barre"])));
        var page = await site.Upload("", workbook, "partners.xlsx");
        Assert.Equal("Match columns", page.Heading);
        page = await Browser.Get($"{page.Address}?table=Partners");
        Assert.Equal(("2", "name", "city"), (page.Html.QuerySelector("[name=row] option[selected]")!.GetAttribute("value"), Chosen(page, 1), Chosen(page, 2)));
        var other = await Browser.Get($"{page.Address.Split('?')[0]}?table=Partners&row=1");
        Assert.Contains("Our partners", other.Html.QuerySelector("label[for=Input-Column1]")!.TextContent, StringComparison.Ordinal);
        var check = await Browser.Submit(page, "columns");
        Assert.Contains("New (1)", check.Words, StringComparison.Ordinal);
        await Browser.Submit(check, "import");
        Assert.Equal(1, await site.CountOf("Sheet One"));
    }

    [Fact]
    public async Task A_guessed_encoding_is_shown_and_can_be_read_the_other_way()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = await site.Upload("", Encoding.GetEncoding("macintosh").GetBytes("Nombre,Ciudad\rCafé Guess,Barre\r"));
        Assert.Contains("We took the letters for older Mac text, as in “Café Guess,Barre”.", page.Words, StringComparison.Ordinal);
        page = await Browser.Submit(page, "letters");
        Assert.Contains("We took the letters for Windows text, as in “CafŽ Guess,Barre”.", page.Words, StringComparison.Ordinal);
        await Browser.Submit(await Browser.Submit(page, "letters"), "import");
        Assert.Equal(1, await site.CountOf("Café Guess"));
        Assert.Contains("Some letters were damaged", (await site.Paste("Name,City\nLâ€™Enfant,Barre\n")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publishers_file_is_known_by_its_columns_and_not_taken_for_another()
    {
        var content = Encoding.UTF8.GetBytes(Text("dotgov.csv.gz"));
        Assert.Contains("CISA .gov domains", (await site.Upload("", content)).Words, StringComparison.Ordinal);
        var page = await site.Upload("organizations", content);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This looks like the file “CISA .gov domains”. Choose that, or “Find out”."), (page.Status, Assert.Single(page.Errors)));
    }

    [Fact]
    public async Task Rows_with_problems_come_back_as_they_stood_and_go_in_again_when_put_right()
    {
        var page = await site.Paste("Name,City,State\nBack One,Barre,VT\nBack Two,\"Barre, North\",Atlantis\n");
        var sheet = (await Browser.Get(page.Link("CSV"))).Text.TrimStart('\uFEFF');
        Assert.Equal("Row,Name,City,State,Column,What is wrong\r\n3,Back Two,\"Barre, North\",Atlantis,State,“Atlantis” is not a state.\r\n", sheet);
        var imported = await Browser.Submit(page, "import");
        Assert.Equal(sheet, (await Browser.Get(imported.Link("CSV"))).Text.TrimStart('\uFEFF'));
        await Browser.Submit(await site.Paste(sheet.Replace(",Atlantis,", ",VT,", StringComparison.Ordinal)), "import");
        Assert.Equal(2, await site.CountOf("Back "));
    }

    [Fact]
    public async Task Of_columns_that_are_not_imported_nothing_is_kept_once_the_file_is_gone()
    {
        var page = await Browser.Submit(await site.Paste("Who,State,Contact e-mail\nKept One,VT,a@example.org\nKept Two,Atlantis,canary@example.org\n"), "columns", ("Input.Column1", "name"));
        Assert.Contains("canary@example.org", (await Browser.Get(page.Link("CSV"))).Text, StringComparison.Ordinal);
        page = await Browser.Submit(page, "import");
        Assert.Contains("3,Kept Two,Atlantis,,State", (await Browser.Get(page.Link("CSV"))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.World.See(db => db.PlannedRows.CountAsync(r => r.Cells!.Contains("canary"))));
    }

    [Fact]
    public async Task A_list_whose_columns_are_not_said_yet_is_not_imported()
    {
        var page = await site.Paste("Who,Where\nWaiting One,Barre\n");
        var id = page.Address.Split('/')[^2];
        Assert.Contains("Columns to match", (await Browser.Get(DirectoryUrls.Imports)).Words, StringComparison.Ordinal);
        var check = await Browser.Get(DirectoryUrls.Import(Guid.Parse(id)));
        Assert.Equal("Say first what the columns are.", Assert.Single((await Browser.Submit(check, "import")).Errors));
        Assert.Equal(0, await site.CountOf("Waiting"));
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.Get(DirectoryUrls.ImportColumns(Guid.Empty))).Status);
    }
}
