using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Journeys.People;
using Roundtable.Platform;
using Roundtable.Platform.Text;

namespace Roundtable.Journeys.Directory;

/// <summary>A list somebody keeps in a spreadsheet, with the mistakes such lists have, on its way into the directory and out again.</summary>
public sealed class PastedListTests
{
    private const int Rows = 30;
    private static readonly string[] Header = ["Quién / Who", "Town", "State", "ZIP", "Web", "Lat", "Lon", "Contact e-mail"];

    // Row 1 holds the names, so the mistakes are in rows 3, 6, 9, 12, 15 and 18.
    private static readonly (int Row, int Column, string Wrong, string Right)[] Mistakes =
        [(3, 0, "", "Helpers 3"), (6, 2, "Atlantis", "VT"), (9, 3, "0564", "05641"), (12, 4, "not an address", "example.org"), (15, 5, "-72.5", "44.2"), (18, 0, "Helpers 2", "Helpers 18")];

    [Theory]
    [InlineData("en", 1280, true)]
    [InlineData("es", 320, false)]
    [InlineData("es", 320, true)]
    public async Task A_list_with_six_kinds_of_mistakes_is_pasted_matched_put_right_imported_and_taken_back(string language, int width, bool script)
    {
        await using var site = await Site.Open();
        await using var ana = await site.Traveller(width, script, language);
        var t = new TextBook(typeof(Refusal).Assembly, typeof(Product).Assembly).In(language);
        await site.SignIn(ana, await site.Person("Ana Ruiz", "ana@example.org", administrator: true));

        await ana.Page.Context.AddCookiesAsync([new() { Name = "rt-language", Value = language, Url = site.Address }]);
        await ana.Go(DirectoryUrls.Imports);
        await ana.Follow(t["import.add"]);
        // A refusal is an error in the console of a browser with script.
        if (!script)
        {
            await ana.Press(t["import.check"]);
            await ana.Sees(t["import.file-none"]);
        }
        await Paste(ana, t, right: false);
        await ana.Sees("Helpers 2 · Helpers 4 · Helpers 5");
        await ana.Picture($"import-columns-{language}-{width}");
        if (!script)
        {
            await ana.Press(t["import.check"]);
            await ana.Sees(t["import.name-missing"]);
        }
        await ana.Pick(Header[0], t["import.field.name"]);
        await ana.Press(t["import.check"]);

        await ana.Sees(t["import.counts", Rows]);
        foreach (var sentence in new[] { t["import.problem.empty"], t["import.problem.state", "Atlantis"], t["organization.zip-wrong"], t["organization.website-wrong"], t["import.row.left-out"] }) await ana.Sees(sentence);
        await ana.Picture($"import-problems-{language}-{width}");
        var file = await (await ana.Page.APIRequest.GetAsync((await ana.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.GetAttributeAsync("href"))!)).TextAsync();
        Assert.Equal(Mistakes.Length + 1, file.TrimEnd().Split("\r\n").Length);
        await ana.Press(t["import.act", Rows - Mistakes.Length]);
        await ana.Sees(t["import.undo"]);
        Assert.Equal((Rows - Mistakes.Length, 0), await Known(site));

        await ana.Go(DirectoryUrls.NewImport);
        await Paste(ana, t, right: true);
        await ana.Sees(t["import.counts", Rows]);
        await ana.Press(t["import.act", Mistakes.Length]);
        Assert.Equal((Rows, 0), await Known(site));
        await ana.Press(t["import.undo"]);
        await ana.Picture($"import-undone-{language}-{width}");
        Assert.Equal((Rows - Mistakes.Length, 0), await Known(site));
    }

    private static async Task Paste(Traveller ana, Texts t, bool right)
    {
        var lines = Enumerable.Range(2, Rows).Select(row =>
        {
            string[] cells = [$"Helpers {row}", "Barre", "VT", "05641", "example.org", "44.2", "-72.5", $"canary{row}@example.org"];
            foreach (var mistake in Mistakes.Where(m => m.Row == row)) cells[mistake.Column] = right ? mistake.Right : mistake.Wrong;
            if (row == 15 && !right) cells[6] = "44.2";
            return string.Join('\t', cells);
        });
        await ana.Fill(t["import.paste"], string.Join('\n', lines.Prepend(string.Join('\t', Header))));
        await ana.Press(t["import.check"]);
    }

    private static Task<(int, int)> Known(Site site) => site.See(async db =>
    {
        var names = await db.Organizations.Select(o => o.Name).ToListAsync();
        return (names.Count, names.Count(n => n.Contains('@')));
    });
}
