using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

/// <summary>Nothing typed is lost when a session ends.</summary>
public class KeptFormTests
{
    private static async Task<Page> SignInAgain(World world, Browser browser, Page page, Person person)
    {
        page = await browser.Submit(page, "sign-in", ("Input.Email", person.Email));
        return await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, person)).Code));
    }

    private static Task<string?> CalledName(World world, Person person) => world.See(db => db.People.Where(p => p.Id == person.Id).Select(p => p.CalledName).SingleAsync());

    [Theory]
    [InlineData(9)]
    [InlineData(64)]
    public async Task What_was_typed_survives_the_end_of_the_session_overnight_and_over_the_weekend(int hours)
    {
        await using var world = await World.Open();
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        world.Clock.Advance(Duration.FromMinutes(3));
        var profile = await browser.Get("/profile");
        world.Clock.Advance(Duration.FromHours(hours));
        ForgetOldCookies(browser, hours);
        var page = await browser.Submit(profile, "profile", ("Input.CalledName", "Anita"));
        Assert.Contains("We kept what you typed", page.Words, StringComparison.Ordinal);

        page = await SignInAgain(world, browser, page, ana);
        Assert.Equal("Here is what you typed", page.Heading);
        Assert.Contains("Anita", page.Words, StringComparison.Ordinal);
        using var other = await world.SignedIn(await world.Person("Ben Cole"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page.Address)).Status);

        page = await browser.Submit(page, "/profile");
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        Assert.Equal("Anita", await CalledName(world, ana));
    }

    [Fact]
    public async Task What_was_typed_survives_a_session_ended_from_another_browser()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var profile = await browser.Get("/profile");
        await world.Do(async db => { (await db.Sessions.SingleAsync(s => s.PersonId == ana.Id)).End(Actor.System("test"), world.Now); return 0; });
        var page = await SignInAgain(world, browser, await browser.Submit(profile, "profile", ("Input.CalledName", "Anita")), ana);
        Assert.Contains("Anita", page.Words, StringComparison.Ordinal);
        await browser.Submit(page, "/profile");
        Assert.Equal("Anita", await CalledName(world, ana));
    }

    [Fact]
    public async Task Whoever_signed_out_in_another_tab_gets_their_text_back_to_send_after_signing_in()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var profile = await browser.Get("/profile");
        await browser.Submit(await browser.Get("/sign-out"), "sign-out");
        var page = await browser.Submit(profile, "profile", ("Input.CalledName", "Anita <3"));
        Assert.Equal((HttpStatusCode.Unauthorized, "You are signed out"), (page.Status, page.Heading));
        Assert.Contains("Anita <3", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, await world.See(db => db.KeptForms.CountAsync(f => f.PersonId == ana.Id)));
        Assert.Null(await CalledName(world, ana));

        var again = await browser.Submit(page, "/profile");
        Assert.Equal(HttpStatusCode.Unauthorized, again.Status);
        await browser.Submit(await Mailbox.Ask(browser, ana.Email), "code", ("Input.Code", (await Mailbox.Of(world, ana)).Code));
        Assert.Contains("Saved.", (await browser.Submit(again, "/profile")).Words, StringComparison.Ordinal);
        Assert.Equal("Anita <3", await CalledName(world, ana));
    }

    [Fact]
    public async Task Beside_a_file_the_text_is_kept()
    {
        await using var world = await World.Open();
        var ana = await world.Person("Ana Ruiz", administrator: true);
        using var browser = await world.SignedIn(ana);
        var form = await browser.Get("/admin/directory/imports/new");
        world.Clock.Advance(Duration.FromHours(9));
        var page = await browser.Upload(form, "check", ("table.csv", new byte[600_000]), ("Input.Kept", "some text"));
        Assert.Contains("We kept what you typed", page.Words, StringComparison.Ordinal);
        page = await SignInAgain(world, browser, page, ana);
        Assert.Contains("some text", page.Words, StringComparison.Ordinal);
        Assert.Contains("Choose the file again", page.Words, StringComparison.Ordinal);
    }

    // The test's browser goes by the real clock; a real one would have dropped what is past its age.
    private static void ForgetOldCookies(Browser browser, int hours)
    {
        foreach (var cookie in browser.Cookies.GetAllCookies().Where(c => c.Expires != DateTime.MinValue && c.Expires < c.TimeStamp.AddHours(hours))) cookie.Expired = true;
    }
}
