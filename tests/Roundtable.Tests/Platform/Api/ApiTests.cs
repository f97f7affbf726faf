using System.Net;
using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Api;

namespace Roundtable.Tests.Platform.Api;

public class ApiTests(ApiTests.Site site) : IClassFixture<ApiTests.Site>
{
    public sealed class Site : IAsyncLifetime
    {
        public World World { get; private set; } = null!;
        public async ValueTask InitializeAsync() => World = await Probe.Open();
        public ValueTask DisposeAsync() => World.DisposeAsync();
    }

    private readonly string label = $"{Ids.New():N}";

    private async Task<(HttpResponseMessage Response, JsonElement Body)> Ask(HttpMethod method, string address, string? json = null, string? key = null, string? ifMatch = null, string token = "read,write")
    {
        using var browser = site.World.Browser();
        var response = await browser.Send(Probe.Request(method, $"/api/v1/probe{address}", json, key, ifMatch, token));
        var text = await response.Content.ReadAsStringAsync();
        return (response, text == "" ? default : JsonDocument.Parse(text).RootElement);
    }

    private string Input(string? of = null) => $$"""{"label":"{{of ?? label}}"}""";
    private static string Key() => $"{Ids.New():N}";
    private Task<int> Count() => site.World.See(db => db.Links.CountAsync(l => l.Label == label));
    private static string Code(JsonElement body) => body.GetProperty("code").GetString()!;

    [Fact]
    public async Task A_new_record_comes_with_its_address_and_version()
    {
        var (made, body) = await Ask(HttpMethod.Post, "", Input(), Key());
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal($"/api/v1/probe/{body.GetProperty("id")}", $"{made.Headers.Location}");
        Assert.Equal("api", body.GetProperty("purpose").GetString());
        Assert.Equal("2026-12-01T15:00:00Z", body.GetProperty("createdAt").GetString());
        var (shown, _) = await Ask(HttpMethod.Get, $"/{body.GetProperty("id")}");
        Assert.Equal(made.Headers.ETag, shown.Headers.ETag);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_title_code_and_errors_by_input()
    {
        var (response, body) = await Ask(HttpMethod.Post, "", """{"label":""}""", Key());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("api.bad-member", Code(body));
        Assert.Equal("The value of label does not fit.", body.GetProperty("title").GetString());
        Assert.Equal("The value of label does not fit.", body.GetProperty("errors").GetProperty("label")[0].GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_problem()
    {
        var (response, body) = await Ask(HttpMethod.Get, $"/{Ids.New()}");
        Assert.Equal((HttpStatusCode.NotFound, 404), (response.StatusCode, body.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("""{"label":"x","isAdministrator":true}""", "api.unknown-member", "isAdministrator")]
    [InlineData("""{"label":7}""", "api.bad-member", "label")]
    [InlineData("""{"label":null}""", "api.bad-member", null)]
    [InlineData("""{"label":"x","purpose":"Wrong"}""", "api.bad-member", "purpose")]
    [InlineData("""{"label":"x","purpose":3}""", "api.bad-member", "purpose")]
    [InlineData("""{"label":"x","on":"tomorrow"}""", "api.bad-member", "on")]
    [InlineData("""not json""", "api.not-json", null)]
    public async Task A_body_that_does_not_fit_is_refused_by_name(string json, string code, string? member)
    {
        var (response, body) = await Ask(HttpMethod.Post, "", json, Key());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, Code(body));
        if (member is not null) Assert.Contains(body.GetProperty("errors").EnumerateObject(), e => e.Name == member);
    }

    [Fact]
    public async Task A_token_that_writes_sends_a_key()
    {
        var (response, body) = await Ask(HttpMethod.Post, "", Input());
        Assert.Equal((HttpStatusCode.BadRequest, "api.key-missing"), (response.StatusCode, Code(body)));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_repeat_gets_the_same_answer_and_has_no_effect()
    {
        var key = Key();
        var (first, body) = await Ask(HttpMethod.Post, "", Input(), key);
        var (second, again) = await Ask(HttpMethod.Post, "", Input(), key);
        Assert.Equal((first.StatusCode, first.Headers.Location, first.Headers.ETag, body.GetRawText()), (second.StatusCode, second.Headers.Location, second.Headers.ETag, again.GetRawText()));
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_repeated_removal_says_done_again()
    {
        var (made, body) = await Ask(HttpMethod.Post, "", Input(), Key());
        var (key, tag) = (Key(), made.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(HttpMethod.Delete, $"/{body.GetProperty("id")}", key: key, ifMatch: tag)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(HttpMethod.Delete, $"/{body.GetProperty("id")}", key: key, ifMatch: tag)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Delete, $"/{body.GetProperty("id")}", key: Key(), ifMatch: tag)).Response.StatusCode);
    }

    [Fact]
    public async Task The_same_key_with_other_content_is_refused()
    {
        var key = Key();
        await Ask(HttpMethod.Post, "", Input(), key);
        var (response, body) = await Ask(HttpMethod.Post, "", Input("other"), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "api.key-used"), (response.StatusCode, Code(body)));
    }

    [Fact]
    public async Task A_refused_request_may_be_sent_again_with_its_key()
    {
        var key = Key();
        await Ask(HttpMethod.Post, "", """{"label":""}""", key);
        var (again, body) = await Ask(HttpMethod.Post, "", """{"label":""}""", key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "api.bad-member"), (again.StatusCode, Code(body)));
    }

    [Fact]
    public async Task What_was_saved_before_an_endpoint_says_no_is_undone()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await Ask(HttpMethod.Post, "/half", Input(), Key())).Response.StatusCode);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(HttpMethod.Post, "", Input(), Key(), token: "read")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, "", token: "write")).Response.StatusCode);
        var (response, body) = await Ask(HttpMethod.Get, "/secret");
        Assert.Equal((HttpStatusCode.Forbidden, "api.scope-missing"), (response.StatusCode, Code(body)));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_change_names_the_version_it_is_based_on()
    {
        var (made, body) = await Ask(HttpMethod.Post, "", Input(), Key());
        var (id, tag) = ($"/{body.GetProperty("id")}", made.Headers.ETag!.Tag);
        Assert.Equal("api.if-match-missing", Code((await Ask(HttpMethod.Patch, id, key: Key())).Body));
        var (changed, after) = await Ask(HttpMethod.Patch, id, key: Key(), ifMatch: tag);
        Assert.Equal((HttpStatusCode.OK, true), (changed.StatusCode, after.GetProperty("revoked").GetBoolean()));
        Assert.NotEqual(tag, changed.Headers.ETag!.Tag);
        var (stale, problem) = await Ask(HttpMethod.Patch, id, key: Key(), ifMatch: tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "api.stale"), (stale.StatusCode, Code(problem)));
    }

    [Fact]
    public async Task Who_has_this_version_is_told_so()
    {
        var (made, body) = await Ask(HttpMethod.Post, "", Input(), Key());
        using var browser = site.World.Browser();
        var request = Probe.Request(HttpMethod.Get, $"/api/v1/probe/{body.GetProperty("id")}");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"old\", {made.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, (await browser.Send(request)).StatusCode);
    }

    [Fact]
    public async Task Lists_are_walked_by_their_next_until_there_is_none()
    {
        for (var i = 0; i < 5; i++) await Ask(HttpMethod.Post, "", Input(), Key());
        var (address, seen, pages) = ($"?label={label}&limit=2", new List<string>(), 0);
        while (true)
        {
            var (response, body) = await Ask(HttpMethod.Get, address);
            seen.AddRange(body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            pages++;
            if (body.GetProperty("next").GetString() is not { } next) break;
            var link = response.Headers.GetValues("Link").Single();
            Assert.Contains($"cursor={next}", link, StringComparison.Ordinal);
            Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
            address = link[(link.IndexOf('?', StringComparison.Ordinal))..link.IndexOf('>', StringComparison.Ordinal)];
        }
        Assert.Equal((3, 5), (pages, seen.Distinct().Count()));
        Assert.Equal(seen.Order(), seen);
    }

    [Theory]
    [InlineData("?limit=0", 422, "api.limit")]
    [InlineData("?limit=201", 422, "api.limit")]
    [InlineData("?limit=many", 400, "api.unreadable")]
    [InlineData("?cursor=!!", 400, "api.cursor")]
    [InlineData("?cursor=WyJhIl0", 400, "api.cursor")]
    public async Task A_page_that_cannot_be_meant_is_refused(string query, int status, string code)
    {
        var (response, body) = await Ask(HttpMethod.Get, query);
        Assert.Equal((status, code), ((int)response.StatusCode, Code(body)));
    }

    [Fact]
    public void A_cursor_comes_back_as_it_went() =>
        Check.Sample(Gen.String[Gen.Char[' ', '\ud7ff'], 0, 20].Array[1, 4], parts =>
            Cursor.TryParse($"{new Cursor(parts)}", null, out var back) && back.Parts.SequenceEqual(parts), iter: 200);

    [Fact]
    public async Task The_document_describes_every_endpoint_in_OpenAPI_3_1()
    {
        using var browser = site.World.Browser();
        var page = await browser.Get("/openapi/v1.json");
        var document = JsonDocument.Parse(page.Text).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var post = document.GetProperty("paths").GetProperty("/api/v1/probe").GetProperty("post");
        Assert.Equal("Makes.", post.GetProperty("summary").GetString());
        Assert.Contains(post.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key");
        Assert.True(post.GetProperty("responses").TryGetProperty("201", out _));
        Assert.Equal("application/problem+json", post.GetProperty("responses").GetProperty("422").GetProperty("content").EnumerateObject().Single().Name);
    }
}
