using System.Net;
using System.Text.RegularExpressions;

namespace Roundtable.Tests.HouseRules;

public partial class PagesTests
{
    [Fact]
    public async Task An_unknown_address_is_a_page_in_plain_words()
    {
        var world = await World.Shared;
        using var browser = world.Browser();
        var page = await browser.Get("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("We cannot find this page", page.Heading);
        Assert.Equal("No encontramos esta página", (await browser.Get("/es/nothing-here")).Heading);
    }

    [Fact]
    public async Task Fonts_and_pictures_the_style_sheet_names_can_be_kept_for_ever()
    {
        var world = await World.Shared;
        using var browser = world.Browser();
        var sheet = Url().Match((await browser.Get("/")).Text).Value;
        var named = Named().Matches((await browser.Get(sheet)).Text).Select(m => $"/{m.Groups["path"].Value}").ToList();
        Assert.NotEmpty(named);
        foreach (var path in named)
        {
            using var answer = (await browser.Get(path)).Response;
            Assert.True(answer.StatusCode is HttpStatusCode.OK && path.Split('.').Length == 3, $"{path} answers {answer.StatusCode}.");
        }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/_framework/blazor.web.js")).Status);
    }

    [GeneratedRegex("/app[.][a-z0-9]+[.]css")]
    private static partial Regex Url();

    [GeneratedRegex("url[(]\"?(?<path>(?!data:)[^\")]+)")]
    private static partial Regex Named();
}
