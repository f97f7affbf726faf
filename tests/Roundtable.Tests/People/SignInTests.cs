using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.People;

public class SignInTests
{
    [Fact]
    public async Task The_code_from_the_mail_signs_in()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email.ToUpperInvariant());
        Assert.Equal("Check your mail", page.Heading);
        var code = (await Mailbox.Of(world, ana)).Code;
        page = await browser.Submit(page, "code", ("Input.Code", $" {code[..3]} {code[3..]} "));
        Assert.Equal("Your profile", page.Heading);
        Assert.Equal(1, await world.See(db => db.Sessions.CountAsync(s => s.PersonId == ana.Id && !s.IsShared)));
    }

    [Fact]
    public async Task The_link_signs_in_by_its_button_and_only_once()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var asking = world.Browser();
        await Mailbox.Ask(asking, ana.Email, "/profile/sessions");
        var mail = await Mailbox.Of(world, ana);

        using var phone = world.Browser();
        var page = await phone.Get(mail.Address);
        page = await phone.Get(mail.Address);
        Assert.Equal("Welcome, Ana Ruiz", page.Heading);
        Assert.Null(await world.See(db => db.Links.Where(l => l.PersonId == ana.Id).Select(l => l.UsedAt).SingleAsync()));
        Assert.Equal(0, await world.See(db => db.Sessions.CountAsync(s => s.PersonId == ana.Id)));

        Assert.Equal("Where you are signed in", (await phone.Submit(page, "enter")).Heading);
        using var late = world.Browser();
        var used = await late.Get(mail.Address);
        Assert.Equal((HttpStatusCode.Gone, "This link was already used"), (used.Status, used.Heading));
        var sent = await late.Submit(used, "send-another-link");
        Assert.Contains("We sent a new link", sent.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await Mailbox.Of(world, ana)).Letters);
    }

    [Fact]
    public async Task A_double_click_signs_in_once_and_both_answers_carry_the_session()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var asking = world.Browser();
        await Mailbox.Ask(asking, ana.Email);
        var mail = await Mailbox.Of(world, ana);
        using var first = world.Browser();
        var page = await first.Get(mail.Address);
        Assert.Equal("Your profile", (await first.Submit(page, "enter")).Heading);
        using var second = world.Browser();
        Assert.Equal("Your profile", (await second.Submit(page, "enter")).Heading);
        Assert.Equal(1, await world.See(db => db.Sessions.CountAsync(s => s.PersonId == ana.Id)));
    }

    [Fact]
    public async Task Known_unknown_and_suspended_addresses_get_the_same_answer()
    {
        var world = await World.Shared;
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        await world.Do(async db => { (await db.People.SingleAsync(p => p.Id == ben.Id)).Suspend(Actor.System("test"), world.Now); return 0; });
        var answers = new List<string>();
        foreach (var email in new[] { ana.Email, "nobody-at-all@example.org", ben.Email })
        {
            using var browser = world.Browser();
            var page = await Mailbox.Ask(browser, email);
            answers.Add($"{page.Status} {page.Words} {page.Address.Length}");
        }
        Assert.Single(answers.Distinct());
        Assert.Equal((1, 0), ((await Mailbox.Of(world, ana)).Letters, (await Mailbox.Of(world, ben)).Letters));
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_code_and_its_link()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email);
        var mail = await Mailbox.Of(world, ana);
        var wrong = mail.Code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            page = await browser.Submit(page, "code", ("Input.Code", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("This code does not fit", Assert.Single(page.Errors), StringComparison.Ordinal);
        }
        page = await browser.Submit(page, "code", ("Input.Code", mail.Code));
        Assert.StartsWith("This code does not fit", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("This link was ended", (await browser.Get(mail.Address)).Heading);
        Assert.Equal(0, await world.See(db => db.Sessions.CountAsync(s => s.PersonId == ana.Id)));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_not_more_than_five()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => browser.Submit(page, "code", ("Input.Code", $"{i:D6}"), ("_key", $"{i}"))));
        Assert.Equal(5, await world.See(db => db.Links.Where(l => l.PersonId == ana.Id).Select(l => l.WrongCodes).SingleAsync()));
    }

    [Fact]
    public async Task A_code_works_for_fifteen_minutes()
    {
        await using var world = await World.Open();
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email);
        var mail = await Mailbox.Of(world, ana);
        world.Clock.Advance(Duration.FromMinutes(15));
        Assert.Single((await browser.Submit(page, "code", ("Input.Code", mail.Code))).Errors);
        Assert.Equal("This link is too old", (await browser.Get(mail.Address)).Heading);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, ana.Email, "//evil.example/steal");
        var mail = await Mailbox.Of(world, ana);
        Assert.DoesNotContain("evil", mail.Address, StringComparison.Ordinal);
        page = await browser.Submit(page, "code", ("Input.Code", mail.Code));
        Assert.Equal("/", page.Address);
    }

    [Fact]
    public async Task The_sign_in_mail_comes_in_the_persons_language()
    {
        var world = await World.Shared;
        var eva = await world.Person("Eva Soto", language: "es");
        using var browser = world.Browser();
        await Mailbox.Ask(browser, eva.Email);
        Assert.Equal("Le damos la bienvenida, Eva Soto", (await browser.Get((await Mailbox.Of(world, eva)).Address)).Heading);
    }

    [Fact]
    public async Task An_address_that_cannot_be_one_is_said_beside_the_field()
    {
        var world = await World.Shared;
        using var browser = world.Browser();
        var page = await Mailbox.Ask(browser, "not an address");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Enter an e-mail address like name@example.org.", Assert.Single(page.Errors));
        Assert.Equal("not an address", page.Html.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Too_many_mails_for_one_address_or_from_one_network_are_refused()
    {
        await using var world = await World.Open(null, ("RateLimits", "on"));
        using var browser = world.Browser();
        for (var i = 0; i < 5; i++) Assert.Equal("Check your mail", (await Mailbox.Ask(browser, "ana@example.org")).Heading);
        var page = await Mailbox.Ask(browser, " ANA@example.org");
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many tries"), (page.Status, page.Heading));
        Assert.Equal("900", page.Response.Headers.GetValues("Retry-After").Single());
        for (var i = 0; i < 14; i++) Assert.Equal("Check your mail", (await Mailbox.Ask(browser, $"p{i}@example.org")).Heading);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Mailbox.Ask(browser, "p99@example.org")).Status);
    }

    [Theory]
    [InlineData("/sign-in/code?of=0")]
    [InlineData("/profile/email/code?of=%00")]
    [InlineData("/profile/sessions?ended=many")]
    public async Task An_address_that_cannot_be_read_is_said_to_be_so(string address)
    {
        var world = await World.Shared;
        using var browser = await world.SignedIn(await world.Person("Ana Ruiz"));
        var page = await browser.Get(address);
        Assert.Equal((HttpStatusCode.BadRequest, "We could not read that"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Two_nodes_on_one_database_count_together()
    {
        await using var one = await World.Open(null, ("RateLimits", "on"));
        await using var two = await World.Open(one.Database, null, null, ("RateLimits", "on"));
        using var here = one.Browser();
        using var there = two.Browser();
        for (var i = 0; i < 5; i++) Assert.Equal("Check your mail", (await Mailbox.Ask(i % 2 == 0 ? here : there, "ana@example.org")).Heading);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Mailbox.Ask(there, "Ana@example.org")).Status);
        var wrong = await Mailbox.Ask(here, "ben@example.org");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 62; i++) answers.Add((await (i % 2 == 0 ? here : there).Submit(wrong, "code", ("Input.Code", "123456"), ("_key", $"{i}"))).Status);
        Assert.Equal(60, answers.Count(a => a is HttpStatusCode.UnprocessableEntity));
        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers[60..]);
        Assert.DoesNotContain("127.0.0.1", string.Join(' ', await one.See(db => db.Set<RunningNumber>().Select(n => n.Kind).ToListAsync())), StringComparison.Ordinal);

        one.Clock.Advance(Duration.FromMinutes(15));
        await one.See(db => new PeopleTidying(db, one.Clock).Run(default));
        Assert.False(await one.See(db => db.Set<RunningNumber>().AnyAsync(n => n.Kind.StartsWith("tries:"))));
    }
}
