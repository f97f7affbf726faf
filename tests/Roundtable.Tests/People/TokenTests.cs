using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.People;

public class TokenTests
{
    private static async Task<HttpStatusCode> Call(World world, string token, HttpMethod method, string path = "/api/v1/nothing-there")
    {
        using var program = world.Browser();
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return (await program.Send(request)).StatusCode;
    }

    private static async Task<string> Token(World world, Person person, params string[] scopes)
    {
        var token = "";
        await world.Do(db => Task.FromResult(db.Add(AccessToken.Make(Actor.System("test"), person, "test", scopes, 7, world.Now, out token))));
        return token;
    }

    [Fact]
    public async Task A_token_is_shown_once_works_and_is_revoked()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        using var browser = await world.SignedIn(ana);
        var page = await browser.Submit(await browser.Get("/profile/tokens"), "token", ("Input.Label", "Our calendar"), ("Input.Scopes", "read"));
        var token = page.Html.QuerySelector("code")!.TextContent;
        Assert.StartsWith("rt_", token, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Call(world, token, HttpMethod.Get));
        page = await browser.Get("/profile/tokens");
        Assert.DoesNotContain(token, page.Text, StringComparison.Ordinal);
        Assert.Contains("Our calendar", page.Words, StringComparison.Ordinal);

        var id = await world.See(db => db.Links.Where(l => l.PersonId == ana.Id && l.Purpose == LinkPurpose.Api).Select(l => l.Id).SingleAsync());
        page = await browser.Submit(page, $"revoke-{id:N}");
        Assert.DoesNotContain("Our calendar", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(world, token, HttpMethod.Get));
        var left = await world.See(db => db.Happenings.Where(h => h.SubjectId == ana.Id && h.ChainId == Guid.Empty).OrderBy(h => h.Sequence).ToListAsync());
        Assert.Equal(["token.made", "token.revoked"], left.Select(h => h.Kind));
        Assert.All(left, h => Assert.Equal($"person:{ana.Id}", h.Actor));
        Assert.DoesNotContain("calendar", left[0].Particulars, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "prospects")]
    [InlineData("PATCH", "")]
    [InlineData("PUT", "seats/1/term")]
    [InlineData("DELETE", "seats/1/holders/alternate")]
    public async Task A_token_for_reading_writes_nothing_and_is_told_what_it_lacks(string method, string what)
    {
        var world = await World.Shared;
        var table = await world.FoundHere();
        var read = await Token(world, table.Convener, "read");
        var path = $"/api/v1/partnerships/{table.Partnership.Slug}/{what}".TrimEnd('/');
        using var program = world.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", read) } };
        var answer = await program.Send(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("scope=\"write\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains("api.scope-missing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Forbidden, await Call(world, await Token(world, table.Convener, "write"), new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.OK, await Call(world, read, HttpMethod.Get, $"/api/v1/partnerships/{table.Partnership.Slug}"));
    }

    [Fact]
    public async Task What_is_no_token_is_answered_at_once()
    {
        var world = await World.Shared;
        foreach (var wrong in new[] { "rt_nonsense", "rt_", "rt_AAAAAAAAAAAAAAAAAAAAAA" })
            Assert.Equal(HttpStatusCode.Unauthorized, await Call(world, wrong, HttpMethod.Get));
    }

    [Fact]
    public async Task A_token_opens_no_pages()
    {
        var world = await World.Shared;
        var token = await Token(world, await world.Person("Ana Ruiz", administrator: true), "read", "write");
        Assert.Equal(HttpStatusCode.Redirect, await Call(world, token, HttpMethod.Get, "/profile"));
        Assert.Equal(HttpStatusCode.Redirect, await Call(world, token, HttpMethod.Get, "/admin/people"));
    }

    [Fact]
    public async Task A_sign_in_link_is_no_token_and_a_token_no_sign_in_link()
    {
        var world = await World.Shared;
        var ana = await world.Person("Ana Ruiz");
        var token = await Token(world, ana, "read");
        var secret = "";
        await world.Do(db => Task.FromResult(db.Add(SignIn.Ask(ana, world.Now, out secret, out _))));
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(world, $"rt_{secret}", HttpMethod.Get));
        using var browser = world.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/sign-in/{AccessToken.SecretIn(token)}")).Status);
    }

    [Fact]
    public async Task An_old_token_and_a_suspended_persons_token_stop()
    {
        await using var world = await World.Open();
        var (ana, ben) = (await world.Person("Ana Ruiz"), await world.Person("Ben Cole"));
        var (of, his) = (await Token(world, ana, "read"), await Token(world, ben, "read"));
        await world.Do(async db => { (await db.People.SingleAsync(p => p.Id == ben.Id)).Suspend(Actor.System("test"), world.Now); return 0; });
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(world, his, HttpMethod.Get));
        Assert.Equal(HttpStatusCode.NotFound, await Call(world, of, HttpMethod.Get));
        world.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(HttpStatusCode.Unauthorized, await Call(world, of, HttpMethod.Get));
    }
}
