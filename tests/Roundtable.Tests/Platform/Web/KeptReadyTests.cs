using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Platform.Web;

public class KeptReadyTests
{
    private static bool WasReady(Page page) => page.Response.Headers.Age is not null;

    private static Task<bool> Save(World world) => world.See(async db =>
    {
        await db.Together(() => Task.FromResult(0));
        return true;
    });

    [Fact]
    public async Task A_stranger_gets_the_page_that_is_ready_in_the_language_of_the_address()
    {
        await using var world = await World.Open();
        using var browser = world.Browser();
        foreach (var (address, other) in new[] { ("/", "/es/"), ("/privacy", "/es/privacy") })
        {
            var (first, second, spanish) = (await browser.Get(address), await browser.Get(address), await browser.Get(other));
            Assert.False(WasReady(first));
            Assert.True(WasReady(second));
            Assert.Equal(first.Text, second.Text);
            Assert.NotEqual(first.Heading, spanish.Heading);
            Assert.True((await browser.Get(other)).Heading == spanish.Heading);
        }
    }

    [Fact]
    public async Task After_a_save_it_is_made_anew()
    {
        await using var world = await World.Open();
        using var browser = world.Browser();
        await browser.Get("/");
        Assert.True(WasReady(await browser.Get("/")));
        await Save(world);
        Assert.False(WasReady(await browser.Get("/")));
    }

    [Fact]
    public async Task Somebody_known_and_an_address_with_a_question_get_a_page_of_their_own()
    {
        await using var world = await World.Open();
        using var browser = world.Browser();
        for (var i = 0; i < 2; i++) Assert.False(WasReady(await browser.Get("/?x=1")));
        await browser.Get("/");
        browser.Headers.Add("Cookie", "rt-language=es");
        Assert.False(WasReady(await browser.Get("/")));
    }

    [Fact]
    public async Task No_page_that_is_kept_ready_has_a_form_or_asks_who_comes()
    {
        await using var world = await World.Open();
        using var browser = world.Browser();
        var kept = world.Routes.DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<OutputCacheAttribute>() is not null).ToList();
        Assert.NotEmpty(kept);
        foreach (var endpoint in kept)
        {
            Assert.True(endpoint.Metadata.GetMetadata<PublicPageAttribute>() is not null, endpoint.DisplayName);
            var page = await browser.Get(endpoint.RoutePattern.RawText!);
            Assert.Empty(page.Html.QuerySelectorAll("form[method=post]"));
        }
    }
}
