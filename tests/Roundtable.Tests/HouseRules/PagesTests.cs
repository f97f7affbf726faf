using System.Net;

namespace Roundtable.Tests.HouseRules;

public class PagesTests
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
}
