using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.Partnerships;

public class PersonalPageTests
{
    private static Task<string> LinkFor(Table table, Person person) => table.World.Do(db => Task.FromResult(PersonalLinks.Path(db, table.World.Now, person, table.Partnership, "en")));

    [Fact]
    public async Task A_partner_without_account_puts_things_right()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var me = await LinkFor(table, legal.Person);
        using var lee = table.World.Browser();
        var page = await lee.Get(me);
        Assert.Equal("Hello Lee Vang", page.Heading);
        Assert.Contains("Say what you could offer", page.Words, StringComparison.Ordinal);

        page = await lee.Submit(await lee.Get($"{me}/offers"), "offers", ("Input.Roles", "advocacy"), ("Input.Words", "Two clinics a month"));
        Assert.DoesNotContain("Say what you could offer", page.Words, StringComparison.Ordinal);
        Assert.Equal([PartnerRole.Advocacy], (await table.Look(legal.Number)).Offers.Select(o => o.Role));

        page = await lee.Submit(await lee.Get($"{me}/organization"), "entry", ("Input.Name", ""));
        Assert.NotEmpty(page.Errors);
        page = await lee.Submit(await lee.Get($"{me}/organization"), "entry", ("Input.Phone", "(555) 555-0188"));
        Assert.Contains("(555) 555-0188", page.Words, StringComparison.Ordinal);

        await lee.Submit(await lee.Get($"{me}/brief"), "brief", ("Limits", "We may not lobby"), ("Visibility.Limits", "partners"), ("Wants", "Fewer no-shows"));
        Assert.Equal([(BriefKind.Limits, Visibility.Partners), (BriefKind.Wants, Visibility.Organization)],
            (await table.World.See(db => db.BriefItems.Where(i => i.PartnershipId == table.Partnership.Id).OrderBy(i => i.Kind).ToListAsync())).Select(i => (i.Kind, i.Visibility)).OrderBy(i => i.Kind));

        await lee.Submit(await lee.Get($"{me}/mail"), "mail", ("Input.When", "weekly"));
        Assert.Equal(NotificationChoice.Weekly, await table.World.See(db => db.People.Where(p => p.Id == legal.Person.Id).Select(p => p.Notifications).SingleAsync()));
        Assert.Empty(lee.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task Forget_me_takes_the_name_and_leaves_the_seat()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var me = await LinkFor(table, legal.Person);
        using var lee = table.World.Browser();
        var page = await lee.Get($"{me}/forget");
        Assert.Contains("The seat of Legal Aid of the Valley", page.Words, StringComparison.Ordinal);
        Assert.Equal("You are forgotten", (await lee.Submit(page, "forget")).Heading);
        var person = await table.World.See(db => db.People.SingleAsync(p => p.Id == legal.Person.Id));
        Assert.Equal(("", ""), (person.FullName, person.Email));
        Assert.Null((await table.Look(legal.Number)).Representative);
        Assert.False(await table.World.See(db => db.Grants.AnyAsync(g => g.PersonId == legal.Person.Id)));
        Assert.Equal(HttpStatusCode.Gone, (await lee.Get(me)).Status);
        using var ana = await table.Ana();
        var home = await ana.Get($"{table.Home}/partners/{legal.Number}");
        Assert.DoesNotContain("Lee Vang", home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, home.Status);
    }

    [Fact]
    public async Task The_convener_names_a_successor_before_being_forgotten()
    {
        var table = await World.Found();
        var me = await LinkFor(table, table.Convener);
        using var browser = table.World.Browser();
        var page = await browser.Submit(await browser.Get($"{me}/forget"), "forget");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Ana Ruiz", await table.World.See(db => db.People.Where(p => p.Id == table.Convener.Id).Select(p => p.FullName).SingleAsync()));
    }

    [Fact]
    public async Task A_lost_link_is_sent_again_and_nobody_learns_who_is_known()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var lee = table.World.Browser();
        var known = await lee.Submit(await lee.Get("/me"), "link", ("Input.Email", $" {legal.Person.Email.ToUpperInvariant()} "));
        var unknown = await lee.Submit(await lee.Get("/me"), "link", ("Input.Email", "nobody@example.org"));
        Assert.Equal((known.Heading, known.Words), (unknown.Heading, unknown.Words));
        var letter = await table.World.See(db => db.Letters.SingleAsync(l => l.PersonId == legal.Person.Id));
        Assert.Equal("Hello Lee Vang", (await lee.Get(Joining.PathOf(letter, "me"))).Heading);
    }

    [Fact]
    public async Task Too_many_links_for_one_address_or_from_one_network_are_refused()
    {
        await using var world = await World.Open(null, ("RateLimits", "on"));
        using var lee = world.Browser();
        async Task<HttpStatusCode> Ask(string email) => (await lee.Submit(await lee.Get("/me"), "link", ("Input.Email", email))).Status;
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await Ask("lee@example.org"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask(" LEE@example.org"));
        for (var i = 0; i < 14; i++) Assert.Equal(HttpStatusCode.OK, await Ask($"p{i}@example.org"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask("p99@example.org"));
    }

    [Fact]
    public async Task Before_a_seat_a_correction_is_a_suggestion_to_the_convener()
    {
        var table = await World.Found();
        var school = await table.Prospect();
        var address = await table.Invite(school);
        using var kim = table.World.Browser();
        await kim.Submit(await kim.Get(address), "answer", ("Answer", "yes"));
        var person = await table.World.See(db => db.People.SingleAsync(p => p.EmailKey == Folded.Of(school.ContactEmail)));
        var me = await LinkFor(table, person);
        await kim.Submit(await kim.Get($"{me}/organization"), "suggestion", ("Suggestion.Words", "We moved to Mill Street"));
        using var ana = await table.Ana();
        Assert.Contains("We moved to Mill Street", (await ana.Get($"{table.Home}/prospects/{school.Number}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_one_partnership_shows_nothing_of_another()
    {
        var (mine, theirs) = (await World.Found(), await World.Found("Valley County"));
        var legal = await mine.Seat();
        var me = await LinkFor(mine, legal.Person);
        using var lee = mine.World.Browser();
        Assert.DoesNotContain("Valley County", (await lee.Get(me)).Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", new Uri(new Uri("http://localhost"), (await lee.Get(theirs.Home)).Address).AbsolutePath);
    }
}
