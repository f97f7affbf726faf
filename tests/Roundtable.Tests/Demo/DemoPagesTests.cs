using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Demo;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Demo;

/// <summary>The banner, and the page where an administrator loads and removes the demo.</summary>
public sealed class DemoPagesTests
{
    [Fact]
    public async Task An_administrator_loads_and_removes_it()
    {
        await using var world = await World.Open();
        var browser = await world.SignedIn(await world.Person("Olga Site", administrator: true));
        var page = await browser.Submit(await browser.Get(DemoUrls.Admin), "load");
        Assert.Equal(1, await world.See(db => db.DemoLoads.CountAsync()));
        page = await browser.Submit(page, "remove");
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, await world.See(db => db.DemoLoads.CountAsync())));
    }

    [Fact]
    public async Task The_settings_name_the_made_up_county_and_saving_them_keeps_the_place()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var browser = await world.SignedIn(riverbend.Ana);
        var page = await browser.Get($"/w/{riverbend.Lively.Slug}/settings");
        Assert.Equal("Riverbend County", page.Html.QuerySelector("[name='Input.Counties']")!.GetAttribute("value"));
        await browser.Submit(page, "describe", ("Input.Name", "Riverbend Roundtable"));
        var now = await world.See(db => db.Partnerships.SingleAsync(p => p.Id == riverbend.Lively.Id));
        Assert.Equal(("Riverbend Roundtable", riverbend.Lively.PlaceShown, riverbend.Lively.PlaceCounties), (now.Name, now.PlaceShown, now.PlaceCounties));
    }

    [Fact]
    public async Task The_finder_shows_whom_to_ask_before_those_at_the_table()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var items = (await (await world.SignedIn(riverbend.Ana)).Get($"/w/{riverbend.Lively.Slug}/finder")).Html.QuerySelectorAll(".rt-results__item").Select(i => i.TextContent.Contains("At the table", StringComparison.Ordinal)).ToList();
        Assert.Contains(true, items);
        Assert.Equal(items.Order(), items);
    }

    [Fact]
    public async Task Others_do_not_find_the_page()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        Assert.Equal(HttpStatusCode.NotFound, (await (await world.SignedIn(riverbend.Ana)).Get(DemoUrls.Admin)).Status);
    }

    [Fact]
    public async Task The_banner_leads_an_administrator_to_removing_it()
    {
        await using var world = await World.Open();
        await world.Riverbend();
        using var browser = await world.SignedIn(await world.Person("Olga Site", administrator: true));
        var banner = (await browser.Get(DemoUrls.Admin)).Html.QuerySelector(".rt-alert")!;
        Assert.Contains("are made up. Remove demo data", string.Join(' ', banner.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Null(banner.QuerySelector("a[class]"));
    }

    [Fact]
    public async Task Workspace_pages_say_that_demo_data_is_loaded_until_it_is_removed()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var browser = await world.SignedIn(riverbend.Ana);
        Assert.Contains("Demo data is loaded", (await browser.Get($"/w/{riverbend.Lively.Slug}/prospects")).Html.Body!.TextContent, StringComparison.Ordinal);
        await DemoTests.Act(world, d => d.Clear(Actor.System("test")));
        Assert.StartsWith("/sign-in", (await browser.Get($"/w/{riverbend.Lively.Slug}/prospects")).Address, StringComparison.Ordinal);
    }
}
