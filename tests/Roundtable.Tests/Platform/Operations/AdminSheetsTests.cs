using System.Net;
using Roundtable.Tests.Directory;
using Roundtable.Tests.People;

namespace Roundtable.Tests.Platform.Operations;

/// <summary>The administrators' tables are files for spreadsheets too, with what the table shows.</summary>
public class AdminSheetsTests
{
    [Fact]
    public async Task Each_table_is_offered_as_excel_and_as_csv()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        await world.Import("dotgov", await DirectoryFiles.Slice("dotgov.csv.gz"));
        using var browser = await world.SignedIn(await world.Person("Olga Site", administrator: true));
        await Mailbox.Ask(browser, table.Convener.Email);
        foreach (var (address, holds) in new[]
        {
            ("/admin/people?q=ana", $"Ana Ruiz,{table.Convener.Email},Member,2026-12-01"), ("/admin/partnerships", "Riverbend Public Library,1,2026-12-01"),
            ("/admin/directory/imports", "dotgov.csv"), ("/admin/mail", $"{table.Convener.Email},"), ("/admin/jobs", "Send letters,"),
        })
        {
            var page = await browser.Get(address);
            var (csv, excel) = (await browser.Get(page.Link("CSV")), await browser.Get(page.Link("Excel")));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (csv.Status, excel.Status));
            Assert.Contains(holds, csv.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Olga", address.Contains("q=ana", StringComparison.Ordinal) ? csv.Text : "", StringComparison.Ordinal);
        }
    }
}
