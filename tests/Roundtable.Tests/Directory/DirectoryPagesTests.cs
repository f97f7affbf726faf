using System.Net;
using System.Text.Json;
using static Roundtable.Tests.Directory.DirectoryFiles;

namespace Roundtable.Tests.Directory;

public class DirectoryPagesTests(SearchedWorld searched) : IClassFixture<SearchedWorld>
{
    [Fact]
    public async Task The_search_page_lists_the_best_first_with_reasons_in_both_languages()
    {
        using var browser = searched.World.Browser();
        var page = await browser.Get("/directory?q=aldrich&near=05641&miles=25");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Aldrich Public", page.Words, StringComparison.Ordinal);
        Assert.Contains("The name fits", page.Words, StringComparison.Ordinal);
        Assert.Contains("El nombre coincide", (await browser.Get("/es/directory?q=aldrich&near=05641&miles=25")).Words, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task Before_a_search_the_page_says_what_to_do_and_shows_one()
    {
        using var browser = searched.World.Browser();
        var page = await browser.Get("/directory");
        Assert.Contains("Say what you look for, where, or both.", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(page.Link("Search for English classes"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get((await browser.Get("/es/directory")).Link("Buscar bibliotecas"))).Status);
    }

    [Fact]
    public async Task A_place_nobody_knows_is_said_on_the_page()
    {
        using var browser = searched.World.Browser();
        var page = await browser.Get("/directory?q=x&near=Atlantis");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Atlantis", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_says_where_it_comes_from_and_a_missing_one_is_not_found()
    {
        using var browser = searched.World.Browser();
        var list = await browser.Get("/directory?q=aldrich");
        var page = await browser.Get(list.Link("Aldrich Public"));
        Assert.Contains("IMLS Public Libraries Survey", page.Words, StringComparison.Ordinal);
        Assert.Contains("Barre", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/directory/organizations/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task The_API_answers_anybody_page_by_page()
    {
        using var browser = searched.World.Browser();
        using var first = await Json(browser, "/api/v1/organizations?q=library&near=05602&miles=60&limit=3");
        var items = first.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, items.Count);
        Assert.All(items, i => Assert.NotEqual(0, i.GetProperty("why").GetArrayLength()));
        using var next = await Json(browser, $"/api/v1/organizations?q=library&near=05602&miles=60&limit=3&cursor={first.RootElement.GetProperty("next").GetString()}");
        Assert.DoesNotContain(next.RootElement.GetProperty("items")[0].GetProperty("id").GetGuid(), items.Select(i => i.GetProperty("id").GetGuid()));
        using var one = await Json(browser, $"/api/v1/organizations/{items[0].GetProperty("id").GetGuid()}");
        Assert.Equal(items[0].GetProperty("name").GetString(), one.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_API_says_what_is_wrong_as_problem_details()
    {
        using var browser = searched.World.Browser();
        var page = await browser.Get("/api/v1/organizations?near=Atlantis");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (page.Status, page.Response.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(page.Text);
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty("near", out _));
    }

    [Fact]
    public async Task The_spreadsheet_has_its_mark_its_line_ends_and_no_formulas()
    {
        using var browser = searched.World.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/directory.csv?q=hyperlink"));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal((byte[])[0xef, 0xbb, 0xbf], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains("'=HYPERLINK Guild", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Other_directories_read_it_in_HSDS()
    {
        using var browser = searched.World.Browser();
        using var about = await Json(browser, "/hsds/");
        Assert.Equal("3.1", about.RootElement.GetProperty("version").GetString());
        using var page = await Json(browser, "/hsds/organizations?search=aldrich&per_page=5");
        Assert.Equal(page.RootElement.GetProperty("contents").GetArrayLength(), page.RootElement.GetProperty("total_items").GetInt32());
        var organization = page.RootElement.GetProperty("contents").EnumerateArray().First(o => o.GetProperty("organization_identifiers").EnumerateArray().Any(i => i.GetProperty("identifier_type").GetString() == "FSCS"));
        Assert.NotEqual("", organization.GetProperty("description").GetString());
        using var full = await Json(browser, $"/hsds/organizations/{organization.GetProperty("id").GetGuid()}");
        Assert.Equal(2, full.RootElement.GetProperty("locations").GetArrayLength());
        Assert.Equal("physical", full.RootElement.GetProperty("locations")[0].GetProperty("location_type").GetString());
    }

    [Theory]
    [InlineData("/admin/directory/imports")]
    [InlineData("/admin/directory/imports/new")]
    [InlineData("/directory/organizations/00000000-0000-0000-0000-000000000001/correction")]
    public async Task What_is_not_for_everybody_asks_to_sign_in(string address)
    {
        using var browser = searched.World.Browser();
        Assert.Contains("/sign-in", (await browser.Get(address)).Address, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> Json(Browser browser, string address)
    {
        var page = await browser.Get(address);
        Assert.True(page.Status is HttpStatusCode.OK, $"{address}: {page.Status} {page.Text}");
        return JsonDocument.Parse(page.Text);
    }
}
