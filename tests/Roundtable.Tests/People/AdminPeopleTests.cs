using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

public class AdminPeopleTests
{
    [Fact]
    public async Task Only_administrators_see_the_people()
    {
        var world = await World.Shared;
        using var member = await world.SignedIn(await world.Person("Ben Cole"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get("/admin/people")).Status);
        using var nobody = world.Browser();
        Assert.Equal("Sign in", (await nobody.Get("/admin/people")).Heading);
    }

    [Fact]
    public async Task Suspending_ends_sessions_at_once_and_restoring_does_not_bring_them_back()
    {
        var world = await World.Shared;
        var (chief, ben) = (await world.Person("Chief Admin", administrator: true), await world.Person("Ben Cole"));
        using var admin = await world.SignedIn(chief);
        using var browser = await world.SignedIn(ben);
        var page = await admin.Get(PeopleUrls.Person(ben.Id));
        page = await admin.Submit(page, "suspend");
        Assert.Contains("Suspended", page.Words, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
        await admin.Submit(page, "restore");
        Assert.Equal("Sign in", (await browser.Get("/profile")).Heading);
        Assert.False(await world.See(db => db.People.AnyAsync(p => p.Id == ben.Id && p.SuspendedAt != null)));
    }

    [Fact]
    public async Task A_suspended_persons_links_open_nothing()
    {
        var world = await World.Shared;
        var ben = await world.Person("Ben Cole");
        var secret = "";
        await world.Do(db => Task.FromResult(db.Add(SignIn.Ask(ben, world.Now, out secret, out _))));
        await world.Do(async db => { (await db.People.SingleAsync(p => p.Id == ben.Id)).Suspend(Actor.System("test"), world.Now); return 0; });
        using var browser = world.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/sign-in/{secret}")).Status);
    }

    [Fact]
    public async Task An_administrator_makes_another_but_does_not_change_themselves()
    {
        var world = await World.Shared;
        var (chief, ben) = (await world.Person("Chief Admin", administrator: true), await world.Person("Ben Cole"));
        using var admin = await world.SignedIn(chief);
        await admin.Submit(await admin.Get(PeopleUrls.Person(ben.Id)), "make");
        Assert.True(await world.See(db => db.People.AnyAsync(p => p.Id == ben.Id && p.IsAdministrator)));
        var own = await admin.Get(PeopleUrls.Person(chief.Id));
        Assert.Empty(own.Html.QuerySelectorAll("main form"));
        using var forged = await world.SignedIn(chief);
        var page = await forged.Get(PeopleUrls.Person(ben.Id));
        var form = page.Form("suspend").Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        Assert.NotEqual(HttpStatusCode.OK, (await forged.Post(PeopleUrls.Person(chief.Id), form)).Status);
        Assert.False(await world.See(db => db.People.AnyAsync(p => p.Id == chief.Id && p.SuspendedAt != null)));
    }

    [Fact]
    public async Task Without_mail_an_administrator_passes_on_a_sign_in_address()
    {
        var world = await World.Shared;
        var (chief, ben) = (await world.Person("Chief Admin", administrator: true), await world.Person("Ben Cole"));
        using var admin = await world.SignedIn(chief);
        var page = await admin.Submit(await admin.Get(PeopleUrls.Person(ben.Id)), "address");
        var address = page.Html.QuerySelector("code")!.TextContent;
        Assert.DoesNotContain(address, (await admin.Get(PeopleUrls.Person(ben.Id))).Text, StringComparison.Ordinal);
        using var browser = world.Browser();
        Assert.Equal("Welcome, Ben Cole", (await browser.Get(new Uri(address).PathAndQuery)).Heading);
        Assert.Equal(1, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "sign-in-address.made" && h.SubjectId == ben.Id)));
    }

    [Fact]
    public async Task People_are_found_by_name_or_address_page_by_page()
    {
        await using var world = await World.Open();
        using var admin = await world.SignedIn(await world.Person("Chief Admin", administrator: true));
        await world.Do(db =>
        {
            for (var i = 0; i < 51; i++) db.Add(Person.Known($"Zoë Person {i:D2}", $"zoe{i}@example.org", "en", world.Now));
            return Task.FromResult(0);
        });
        var page = await admin.Get("/admin/people?q=ZOE+person");
        Assert.Equal(50, page.Html.QuerySelectorAll("main tbody tr").Length);
        page = await admin.Get(page.Link("Next"));
        Assert.Single(page.Html.QuerySelectorAll("main tbody tr"));
        Assert.Single((await admin.Get("/admin/people?q=zoe50@example.org")).Html.QuerySelectorAll("main tbody tr"));
        Assert.Contains("Nobody matches", (await admin.Get("/admin/people?q=xyz")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_is_kept_in_the_persons_language_and_place()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var page = await browser.Submit(await browser.Get("/profile"), "profile", ("Input.CalledName", "Anita"), ("Input.Language", "es"), ("Input.TimeZone", "America/Puerto_Rico"), ("Input.Notifications", "Weekly"));
        Assert.Equal("Su perfil", page.Heading);
        var kept = await world.See(db => db.People.SingleAsync(p => p.Id == ana.Id));
        Assert.Equal(("Anita", "es", "America/Puerto_Rico", NotificationChoice.Weekly), (kept.Called, kept.Language, kept.TimeZone, kept.Notifications));
        var told = await world.See(db => db.Happenings.Where(h => h.SubjectId == ana.Id && h.Actor == $"person:{ana.Id}").OrderBy(h => h.Sequence).ToListAsync());
        Assert.Equal(["person.introduced", "mail.chosen"], told.Select(h => h.Kind).Where(k => !k.StartsWith("session", StringComparison.Ordinal)));
        Assert.All(told, h => Assert.DoesNotContain("Anita", h.Particulars, StringComparison.Ordinal));
        page = await browser.Submit(page, "profile", ("Input.FullName", " "));
        Assert.Equal("Escriba un nombre.", Assert.Single(page.Errors));
    }
}
