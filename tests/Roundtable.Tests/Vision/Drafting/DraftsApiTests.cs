using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Roundtable.Decisions;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

/// <summary>Drafting and adoption as a program does it.</summary>
public class DraftsApiTests
{
    private static async Task<(HttpStatusCode Status, JsonElement Body, string? Tag)> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", $"{Roundtable.Platform.Ids.New():N}");
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement.Clone(), response.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task A_vision_is_worded_and_adopted_by_programs()
    {
        var table = await World.Found();
        var aid = await table.Seat();
        var process = await table.Gathered();
        using var ana = await table.Ana();
        using var lee = await table.World.SignedIn(aid.Person);
        string api = $"/api/v1/partnerships/{table.Partnership.Slug}", drafts = $"{api}/vision/processes/{process.Number}/drafts", rounds = $"{api}/vision/processes/{process.Number}/rounds";
        async Task<JsonElement> Do(Browser who, string address, object body, HttpStatusCode expected = HttpStatusCode.Created)
        {
            var (status, answer, _) = await Ask(who, HttpMethod.Post, address, body);
            Assert.True(status == expected, $"{address}: {status} {answer}");
            return answer;
        }

        await Do(ana, drafts, new { text = DraftingWorld.Text });
        Assert.Equal("drafts.same-words", (await Do(lee, drafts, new { text = DraftingWorld.Text }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        var comment = await Do(lee, $"{drafts}/1/comments", new { text = "Some will wait.", sentence = 2 });
        Assert.Equal("Nobody waits six weeks.", comment.GetProperty("quoted").GetString());
        Assert.Equal(2, (await Do(lee, drafts, new { text = "Everyone gets help.", note = "Short.", basedOn = 1 })).GetProperty("edition").GetInt32());
        await Do(ana, $"{api}/vision/processes/{process.Number}/comments/{comment.GetProperty("number")}/resolution", new { heardIn = 2 }, HttpStatusCode.OK);
        var shown = (await Ask(lee, HttpMethod.Get, $"{drafts}/1")).Body;
        Assert.Equal((2, false), (shown.GetProperty("sentences").GetArrayLength(), shown.GetProperty("comments")[0].GetProperty("isOpen").GetBoolean()));
        var round = (await Do(ana, rounds, new { draft = 2 })).GetProperty("number").GetInt32();
        await Do(lee, $"{rounds}/{round}/answers", new { said = "fine-with-change", suggestion = "Everyone gets help soon." }, HttpStatusCode.OK);
        await Do(ana, $"{rounds}/{round}/closing", new { }, HttpStatusCode.OK);
        var listed = (await Ask(lee, HttpMethod.Get, rounds)).Body[0];
        Assert.Equal((2, "fine-with-change"), (listed.GetProperty("draft").GetInt32(), listed.GetProperty("answers")[1].GetProperty("said").GetString()));
        var motion = (await Do(ana, $"{api}/vision/processes/{process.Number}/proposal", new { draft = 2, title = "Our vision", open = true })).GetProperty("motion").GetInt32();
        await table.Say(motion, table.Convener, Stance.Endorse);
        await table.Say(motion, aid.Person, Stance.Reservation, "Only with a budget.");
        await table.Follow();
        var vision = (await Ask(lee, HttpMethod.Get, $"{api}/vision/adopted")).Body;
        Assert.Equal(["adopted", "with-reservation"], vision.GetProperty("adoptions").EnumerateArray().Select(a => a.GetProperty("said").GetString()));
        Assert.Equal("adopted.already", (await Do(lee, $"{api}/vision/adopted/adoptions", new { }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        Assert.Equal(1, (await Ask(lee, HttpMethod.Get, $"{api}/vision/history")).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_public_version_is_kept_and_shown_by_programs()
    {
        var table = await World.Found();
        var (clinic, _) = await table.Adopted();
        using var ana = await table.Ana();
        var shown = $"/api/v1/partnerships/{table.Partnership.Slug}/vision/adopted/public";
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(ana, HttpMethod.Get, shown)).Status);
        var (status, _, tag) = await Ask(ana, HttpMethod.Put, shown, new { text = "Help for all." }, "*");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, shown, new { text = "Other." }, "\"x\"")).Status);
        Assert.Equal("adopted.partnership-not-public", (await Ask(ana, HttpMethod.Post, $"{shown}/publication", new { })).Body.GetProperty("code").GetString());
        using var lee = await table.World.SignedIn(clinic.Person);
        Assert.NotEqual(HttpStatusCode.OK, (await Ask(lee, HttpMethod.Put, shown, new { text = "Mine." }, tag)).Status);
    }
}
