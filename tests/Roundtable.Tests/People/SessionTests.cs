using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;

namespace Roundtable.Tests.People;

public class SessionTests
{
    [Fact]
    public async Task A_page_for_signed_in_people_asks_others_to_sign_in_and_brings_them_back()
    {
        var world = await World.Shared;
        using var browser = world.Browser();
        var page = await browser.Get("/profile/sessions");
        Assert.Equal(("Sign in", "/sign-in?to=%2Fprofile%2Fsessions"), (page.Heading, page.Address));
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task A_session_slides_with_use_and_ends_after_eight_idle_hours()
    {
        await using var world = await World.Open();
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        for (var i = 0; i < 3; i++)
        {
            world.Clock.Advance(Duration.FromHours(7));
            Assert.Equal("Your profile", (await browser.Get("/profile")).Heading);
        }
        world.Clock.Advance(Duration.FromHours(8));
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
    }

    [Fact]
    public async Task On_a_shared_computer_a_session_ends_after_fifteen_idle_minutes_and_with_the_browser()
    {
        await using var world = await World.Open();
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email, shared: true);
        Assert.True(page.Html.QuerySelector("[name='Input.Shared']")!.HasAttribute("checked"));
        page = await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, ana)).Code));
        Assert.Equal("Your profile", page.Heading);
        Assert.Equal(DateTime.MinValue, browser.Cookies.GetAllCookies()["rt-session"]!.Expires);
        world.Clock.Advance(Duration.FromMinutes(14));
        Assert.Equal("Your profile", (await browser.Get("/profile")).Heading);
        world.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
    }

    [Fact]
    public async Task The_cookie_is_not_for_scripts_and_keeps_no_secret_in_the_database()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email);
        await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, ana)).Code));
        var cookie = browser.Cookies.GetAllCookies()["rt-session"]!;
        Assert.True(cookie.HttpOnly);
        Assert.NotEqual(cookie.Value, await world.See(db => db.Sessions.Where(s => s.PersonId == ana.Id).Select(s => s.Hash).SingleAsync()));
    }

    [Fact]
    public async Task One_session_or_all_others_are_ended_from_the_list()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var desk = await world.SignedIn(ana);
        using var phone = await world.SignedIn(ana);
        using var library = await world.SignedIn(ana, shared: true);
        using var stranger = await world.SignedIn(await world.Person("Ben Cole"));
        var page = await desk.Get("/profile/sessions");
        Assert.Equal(3, page.Html.QuerySelectorAll(".rt-todo__item").Length);
        var session = await world.See(db => db.Sessions.SingleAsync(s => s.PersonId == ana.Id && s.IsShared));
        page = await desk.Submit(page, $"end-{session.Id:N}");
        Assert.Contains("One session ended.", page.Words, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await library.Get("/profile")).Heading);
        Assert.Equal("Your profile", (await phone.Get("/profile")).Heading);

        await desk.Submit(page, "end-others");
        Assert.Equal("Sign in", (await phone.Get("/profile")).Heading);
        Assert.Equal("Your profile", (await desk.Get("/profile")).Heading);
        Assert.Equal("Your profile", (await stranger.Get("/profile")).Heading);
        Assert.Equal(2, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "session.ended" && h.Actor == $"person:{ana.Id}")));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_not_only_the_cookie()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var kept = browser.Cookies.GetAllCookies()["rt-session"]!.Value;
        var page = await browser.Submit(await browser.Get("/sign-out"), "sign-out");
        Assert.Equal("You are signed out", page.Heading);
        browser.Cookies.Add(new Cookie("rt-session", kept, "/", "localhost"));
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
    }

    [Fact]
    public async Task However_much_it_is_used_a_session_ends_after_thirty_days()
    {
        await using var world = await World.Open();
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        for (var i = 0; i < 102; i++)
        {
            world.Clock.Advance(Duration.FromHours(7));
            Assert.Equal("Your profile", (await browser.Get("/profile")).Heading);
        }
        world.Clock.Advance(Duration.FromHours(6));
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
        Assert.Equal(0, await world.See(db => db.Sessions.Open(world.Now).CountAsync()));
    }

    [Fact]
    public async Task Asking_how_long_a_session_lasts_does_not_lengthen_it_and_staying_does()
    {
        await using var world = await World.Open();
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        world.Clock.Advance(Duration.FromMinutes(478));
        for (var i = 0; i < 2; i++) Assert.Equal("""{"seconds":120}""", (await browser.Get("/session")).Text);
        using var stay = new HttpRequestMessage(HttpMethod.Post, "/session");
        Assert.Equal("""{"seconds":28800}""", await (await browser.Send(stay)).Content.ReadAsStringAsync());
        world.Clock.Advance(Duration.FromHours(7));
        Assert.Equal("""{"seconds":3600}""", (await browser.Get("/session")).Text);
        world.Clock.Advance(Duration.FromHours(1));
        Assert.Equal("""{"seconds":0}""", (await browser.Get("/session")).Text);
        using var late = new HttpRequestMessage(HttpMethod.Post, "/session");
        Assert.Equal("""{"seconds":0}""", await (await browser.Send(late)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_of_somebody_signed_in_knows_when_to_warn_and_no_other_does()
    {
        await using var world = await World.Open();
        using var ana = await world.SignedIn(await world.Person("Ana Ruiz"), shared: true);
        using var stranger = world.Browser();
        Assert.Equal("900", (await ana.Get("/profile")).Html.QuerySelector("dialog")?.GetAttribute("data-rt-session"));
        Assert.Null((await stranger.Get("/sign-in")).Html.QuerySelector("dialog"));
    }
}
