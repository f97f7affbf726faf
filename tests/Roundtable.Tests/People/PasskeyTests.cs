using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

public class PasskeyTests
{
    private static async Task<(JsonElement Options, string State)> Question(Browser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        var answer = await browser.Send(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (json.GetProperty("options"), json.GetProperty("state").GetString()!);
    }

    private static async Task<Page> Add(Browser browser, SoftwareKey key, string name = "My phone")
    {
        var page = await browser.Get("/profile/passkeys");
        var (options, state) = await Question(browser, "/profile/passkeys/question");
        return await browser.Submit(page, "add-passkey", ("Key.Credential", key.Create(options)), ("Key.State", state), ("Key.Name", name));
    }

    private static async Task<Page> SignIn(Browser browser, SoftwareKey key)
    {
        var page = await browser.Get("/sign-in?to=/profile/passkeys");
        var (options, state) = await Question(browser, "/sign-in/passkey/question");
        return await browser.Submit(page, "use-passkey", ("Key.Credential", key.Get(options)), ("Key.State", state));
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var key = new SoftwareKey("http://localhost");
        using var browser = await world.SignedIn(ana);
        var page = await Add(browser, key);
        Assert.Empty(page.Errors);
        Assert.Contains("My phone", page.Words, StringComparison.Ordinal);

        using var other = world.Browser();
        page = await SignIn(other, key);
        Assert.Equal(("/profile/passkeys", "Passkeys"), (page.Address, page.Heading));
        Assert.NotNull(await world.See(db => db.Passkeys.Where(k => k.PersonId == ana.Id).Select(k => k.UsedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_removed_passkey_signs_nobody_in()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var key = new SoftwareKey("http://localhost");
        using var browser = await world.SignedIn(ana);
        var page = await Add(browser, key);
        page = await browser.Get(page.Link("My phone"));
        page = await browser.Submit(page, "rename", ("Input.Name", "Old phone"));
        page = await browser.Submit(await browser.Get(page.Link("Old phone")), "remove");
        Assert.Contains("You have no passkey yet", page.Words, StringComparison.Ordinal);
        using var other = world.Browser();
        Assert.StartsWith("The passkey did not work", Assert.Single((await SignIn(other, key)).Errors), StringComparison.Ordinal);
        Assert.Equal(["passkey.added", "passkey.renamed", "passkey.removed"], await world.See(db => db.Happenings.Where(h => h.SubjectType == "Passkey" && h.Actor == $"person:{ana.Id}").OrderBy(h => h.Sequence).Select(h => h.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_passkey_asked_for_by_another_site_or_copied_is_refused()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        using var phished = new SoftwareKey("http://localhost.evil.example");
        Assert.Single((await Add(browser, phished)).Errors);
        using var key = new SoftwareKey("http://localhost");
        await Add(browser, key);
        key.Count = 0;
        using var other = world.Browser();
        Assert.Single((await SignIn(other, key)).Errors);
        Assert.Equal("Sign in", (await other.Get("/profile")).Heading);
    }

    [Fact]
    public async Task A_suspended_persons_passkey_signs_nobody_in_and_nobody_sees_anothers()
    {
        var world = await World.Shared;
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        using var key = new SoftwareKey("http://localhost");
        using var browser = await world.SignedIn(ana);
        await Add(browser, key);
        var id = await world.See(db => db.Passkeys.Where(k => k.PersonId == ana.Id).Select(k => k.Id).SingleAsync());
        using var stranger = await world.SignedIn(ben);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(PeopleUrls.Passkey(id))).Status);
        await world.Do(async db => { (await db.People.SingleAsync(p => p.Id == ana.Id)).Suspend(Actor.System("test"), world.Now); return 0; });
        using var other = world.Browser();
        Assert.Single((await SignIn(other, key)).Errors);
    }
}
