using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;

namespace Roundtable.Tests.People;

public class EmailChangeTests
{
    private static string Fresh() => $"{Ids.New():N}@new.example.org";
    private static async Task<Page> Ask(Browser browser, string address) => await browser.Submit(await browser.Get("/profile/email"), "email", ("Input.Email", address));
    private static Task<string> EmailOf(World world, Person person) => world.See(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync());
    private static Task<List<string>> LettersTo(World world, string address) => world.See(db => db.Letters.Where(l => l.Address == address).OrderBy(l => l.Id).Select(l => l.Kind).ToListAsync());

    [Fact]
    public async Task A_new_address_is_proven_by_its_code_and_the_old_one_is_told()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        using var old = world.Browser();
        await Mailbox.Ask(old, ana.Email);
        var before = await Mailbox.Of(world, ana);
        var address = Fresh();
        var page = await Ask(browser, $" <{address}> ");
        Assert.Equal("Check your mail", page.Heading);
        Assert.Equal(ana.Email, await EmailOf(world, ana));

        page = await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, ana)).Code));
        Assert.Equal("Your profile", page.Heading);
        Assert.Contains(address, page.Words, StringComparison.Ordinal);
        Assert.Equal(["email-change"], await LettersTo(world, address));
        Assert.Equal(["sign-in", "email-changed"], await LettersTo(world, ana.Email));
        var happening = await world.See(db => db.Happenings.SingleAsync(h => h.Kind == "email.changed" && h.SubjectId == ana.Id));
        Assert.Equal((Guid.Empty, $"person:{ana.Id}"), (happening.ChainId, happening.Actor));
        Assert.DoesNotContain("@", happening.Particulars, StringComparison.Ordinal);

        Assert.Equal("This link was ended", (await old.Get(before.Address)).Heading);
        using var phone = world.Browser();
        await Mailbox.Ask(phone, address);
        Assert.Equal(["email-change", "sign-in"], await LettersTo(world, address));
        await Mailbox.Ask(phone, ana.Email);
        Assert.Equal(2, (await LettersTo(world, ana.Email)).Count);
    }

    [Fact]
    public async Task An_address_known_here_gets_the_same_answer_and_its_owner_is_told()
    {
        var world = await World.Shared;
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        using var browser = await world.SignedIn(ana);
        var (known, unknown) = (await Ask(browser, ben.Email.ToUpperInvariant()), await Ask(browser, Fresh()));
        Assert.Equal((unknown.Words, unknown.Address.Length, unknown.Status), (known.Words, known.Address.Length, known.Status));
        Assert.Equal(["email-taken"], await LettersTo(world, ben.Email));
        Assert.Single((await browser.Submit(known, "code", ("Input.Code", "123456"))).Errors);
        Assert.Equal(ana.Email, await EmailOf(world, ana));
    }

    [Fact]
    public async Task An_address_somebody_took_meanwhile_is_refused()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var address = Fresh();
        var page = await Ask(browser, address);
        await world.Person("Ben Cole", email: address);
        page = await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, ana)).Code));
        Assert.StartsWith("Somebody else", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(ana.Email, await EmailOf(world, ana));
    }

    [Fact]
    public async Task Two_who_confirm_the_same_address_at_once_are_told_who_has_it()
    {
        var world = await World.Shared;
        for (var round = 0; round < 4; round++)
        {
            var (address, asked) = (Fresh(), new List<(Browser Browser, Page Page, string Code)>());
            foreach (var person in new[] { await world.Person("Ana Ruiz"), await world.Person("Ben Cole"), await world.Person("Eva Soto") })
            {
                var browser = await world.SignedIn(person);
                asked.Add((browser, await Ask(browser, address), (await Mailbox.Of(world, person)).Code));
            }
            var pages = await Task.WhenAll(asked.Select(a => Task.Run(() => a.Browser.Submit(a.Page, "code", ("Input.Code", a.Code)))));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], pages.Select(p => p.Status).Order());
            Assert.All(pages.Where(p => p.Status is not HttpStatusCode.OK), p => Assert.StartsWith("Somebody else", Assert.Single(p.Errors), StringComparison.Ordinal));
            Assert.Equal(1, await world.See(db => db.People.CountAsync(p => p.Email == address)));
            asked.ForEach(a => a.Browser.Dispose());
        }
    }

    [Fact]
    public async Task The_code_works_for_its_asker_alone_once_and_for_fifteen_minutes()
    {
        await using var world = await World.Open();
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        using var browser = await world.SignedIn(ana);
        using var other = await world.SignedIn(ben);
        var page = await Ask(browser, Fresh());
        var code = (await Mailbox.Of(world, ana)).Code;
        Assert.Single((await other.Submit(await other.Get(page.Address), "code", ("Input.Code", code))).Errors);
        using var stranger = world.Browser();
        Assert.Equal("Sign in", (await stranger.Get(page.Address)).Heading);
        Assert.Empty((await browser.Submit(page, "code", ("Input.Code", code))).Errors);
        Assert.Single((await browser.Submit(await browser.Get(page.Address), "code", ("Input.Code", code))).Errors);

        page = await Ask(browser, Fresh());
        code = (await Mailbox.Of(world, ana)).Code;
        world.Clock.Advance(Duration.FromMinutes(15));
        Assert.Single((await browser.Submit(page, "code", ("Input.Code", code))).Errors);
        Assert.Equal(1, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "email.changed")));
    }

    [Fact]
    public async Task A_double_click_changes_the_address_once_and_five_wrong_codes_end_it()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var page = await Ask(browser, Fresh());
        var code = (await Mailbox.Of(world, ana)).Code;
        for (var i = 0; i < 2; i++) Assert.Equal("Your profile", (await browser.Submit(page, "code", ("Input.Code", code))).Heading);
        Assert.Equal(1, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "email.changed" && h.SubjectId == ana.Id)));

        page = await Ask(browser, Fresh());
        code = (await Mailbox.Of(world, ana)).Code;
        for (var i = 0; i < 5; i++) Assert.Single((await browser.Submit(page, "code", ("Input.Code", code == "000001" ? "000002" : "000001"), ("_key", $"wrong-{i}"))).Errors);
        Assert.Single((await browser.Submit(page, "code", ("Input.Code", code))).Errors);
    }

    [Theory]
    [InlineData("", "Enter your e-mail address.")]
    [InlineData("nonsense", "Enter an e-mail address like name@example.org.")]
    [InlineData(null, "This is your address already.")]
    public async Task What_is_no_new_address_is_refused_beside_the_field(string? typed, string says)
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var page = await Ask(browser, typed ?? ana.Email);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, says), (page.Status, Assert.Single(page.Errors)));
        Assert.Empty(await LettersTo(world, ana.Email));
    }

    [Fact]
    public async Task Nobody_changes_anothers_address()
    {
        var world = await World.Shared;
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => ana.ChangeEmail(Actor.Person(ben.Id, true, []), "a@example.org", world.Now)).Key);
        Assert.Equal("access.not-allowed", Assert.Throws<Refusal>(() => ana.ChangeEmail(Actor.Anonymous, "a@example.org", world.Now)).Key);
    }

    [Fact]
    public async Task Too_many_asked_for_are_refused_and_the_address_is_forgotten_at_night()
    {
        await using var world = await World.Open(null, ("RateLimits", "on"));
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var address = Fresh();
        for (var i = 0; i < 5; i++) Assert.Equal("Check your mail", (await Ask(browser, address)).Heading);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(browser, address)).Status);
        world.Clock.Advance(Duration.FromHours(1));
        await world.See(db => new PeopleTidying(db, world.Clock).Run(default));
        Assert.Equal(0, await world.See(db => db.Links.CountAsync(l => l.Label == address)));
    }

    [Fact]
    public async Task The_letters_come_in_the_persons_language()
    {
        var world = await World.Shared;
        var eva = await world.Person("Eva Soto", language: "es");
        using var browser = await world.SignedIn(eva);
        var address = Fresh();
        var page = await Ask(browser, address);
        await browser.Submit(page, "code", ("Input.Code", (await Mailbox.Of(world, eva)).Code));
        var subjects = await world.See(db => db.Letters.Where(l => l.PersonId == eva.Id).OrderBy(l => l.Id).Select(l => l.Subject).ToListAsync());
        Assert.StartsWith("Su código", subjects[0], StringComparison.Ordinal);
        Assert.StartsWith("Su dirección", subjects[1], StringComparison.Ordinal);
    }
}
