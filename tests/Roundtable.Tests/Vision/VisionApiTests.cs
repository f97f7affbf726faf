using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Roundtable.Platform;

namespace Roundtable.Tests.Vision;

public class VisionApiTests
{
    private sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag)
    {
        public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;
        public string Of(string member) => Body.GetProperty(member).ToString();
    }

    private static async Task<Answer> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task A_program_runs_a_process()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        var processes = $"/api/v1/partnerships/{table.Partnership.Slug}/vision/processes";
        Assert.Equal("vision.seat-unknown", (await Ask(ana, HttpMethod.Post, processes, new { asked = new[] { 77 } })).Code);
        var made = await Ask(ana, HttpMethod.Post, processes, new { title = "Our vision", facilitator = new { fullName = "Jo Park", email = $"{Ids.New():N}@example.org" } });
        Assert.Equal((HttpStatusCode.Created, "preparing", 2), (made.Status, made.Of("stage"), made.Body.GetProperty("asked").GetArrayLength()));
        var one = $"{processes}/{made.Of("number")}";
        var changed = await Ask(ana, HttpMethod.Put, one, new { title = "Our vision for 2028" }, made.Tag);
        Assert.Equal(("Our vision for 2028", "What can you bring?"), (changed.Of("title"), changed.Of("resourcesQuestion")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, one, new { title = "Late" }, made.Tag)).Status);
        var open = await Ask(ana, HttpMethod.Post, $"{one}/opening");
        Assert.Equal("collecting", open.Of("stage"));
        Assert.Equal("vision.no-cards", (await Ask(ana, HttpMethod.Post, $"{one}/closing")).Code);
        Assert.Equal(HttpStatusCode.OK, (await Ask(ana, HttpMethod.Post, $"{one}/reminders")).Status);
        Assert.Equal("vision.reminded-today", (await Ask(ana, HttpMethod.Post, $"{one}/reminders")).Code);
        var paper = await Ask(ana, HttpMethod.Post, $"{one}/paper", new { seat = legal.Number, cards = new object[] { new { board = "needs", text = "Long waits" }, new { board = "outcomes", text = "Short waits" } } });
        Assert.Equal(2, paper.Body.GetProperty("cards").GetArrayLength());
        var wrong = await Ask(ana, HttpMethod.Post, $"{one}/paper", new { seat = legal.Number, cards = new[] { new { board = "needs", text = "Good" }, new { board = "needs", text = new string('x', 1200) } } });
        Assert.Equal("vision.row.too-long", wrong.Code);
        Assert.Equal("clustering", (await Ask(ana, HttpMethod.Post, $"{one}/closing")).Of("stage"));
        var now = await Ask(ana, HttpMethod.Get, one);
        Assert.Equal("collecting", (await Ask(ana, HttpMethod.Put, $"{one}/closing-day", new { closesOn = "2026-12-30" }, now.Tag)).Of("stage"));
        now = await Ask(ana, HttpMethod.Get, one);
        now = await Ask(ana, HttpMethod.Delete, $"{one}/facilitator", ifMatch: now.Tag);
        Assert.Equal(JsonValueKind.Null, now.Body.GetProperty("facilitator").ValueKind);
        now = await Ask(ana, HttpMethod.Put, $"{one}/facilitator", new { fullName = "Kim Lo", email = $"{Ids.New():N}@example.org" }, now.Tag);
        Assert.Equal("vision.facilitator-votes", (await Ask(ana, HttpMethod.Put, $"{one}/facilitator", new { fullName = "Lee", email = legal.Person.Email }, now.Tag)).Code);
        Assert.Equal("ended", (await Ask(ana, HttpMethod.Post, $"{one}/ending", new { reason = "Too early." })).Of("stage"));
        Assert.Single((await Ask(ana, HttpMethod.Get, processes)).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_program_keeps_the_cards_of_its_organization()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        using var lee = await table.World.SignedIn(legal.Person);
        var cards = $"/api/v1/partnerships/{table.Partnership.Slug}/vision/processes/{process.Number}/cards";
        var key = $"{Ids.New():N}";
        var made = await Ask(lee, HttpMethod.Post, cards, new { board = "needs", text = "People wait <b>six</b> weeks.", affected = "Newcomers" }, key: key);
        Assert.Equal((HttpStatusCode.Created, $"{legal.Number}", "page"), (made.Status, made.Of("seat"), made.Of("way")));
        Assert.Equal(made.Of("number"), (await Ask(lee, HttpMethod.Post, cards, new { board = "needs", text = "People wait <b>six</b> weeks.", affected = "Newcomers" }, key: key)).Of("number"));
        var card = $"{cards}/{made.Of("number")}";
        Assert.Equal("vision.not-yours", (await Ask(lee, HttpMethod.Post, cards, new { board = "needs", text = "x", seat = table.Number })).Code);
        Assert.Equal("vision.not-asked", (await Ask(lee, HttpMethod.Post, cards, new { board = "needs", text = "x", seat = 99 })).Code);
        var said = await Ask(lee, HttpMethod.Put, card, new { board = "needs", text = "Eight weeks." }, made.Tag);
        Assert.Equal("Eight weeks.", said.Of("text"));
        var translated = await Ask(lee, HttpMethod.Put, $"{card}/translation", new { text = "Ocho semanas.", language = "es" }, said.Tag);
        Assert.Equal("Ocho semanas.", translated.Of("translation"));
        var gone = await Ask(lee, HttpMethod.Delete, card, ifMatch: translated.Tag);
        Assert.Equal("False", gone.Of("isOnBoard"));
        Assert.Empty((await Ask(lee, HttpMethod.Get, cards)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal("True", (await Ask(lee, HttpMethod.Post, $"{card}/restoration")).Of("isOnBoard"));
        Assert.Single((await Ask(lee, HttpMethod.Get, $"{cards}?board=needs")).Body.GetProperty("items").EnumerateArray());
        Assert.Empty((await Ask(lee, HttpMethod.Get, $"{cards}?board=outcomes")).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_cards_go_out_as_a_sheet()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        await table.Card(process, legal, "=SUM(A1)");
        await table.Card(process, legal, "Short waits", Roundtable.Vision.Board.Outcomes);
        using var ana = await table.Ana();
        var address = $"{table.Home}/vision/processes/{process.Number}/cards";
        var csv = (await ana.Get($"{address}.csv")).Text;
        Assert.Contains("Legal Aid of the Valley", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=SUM", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Short waits", (await ana.Get($"{address}.csv?board=needs")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.Get($"{address}.xlsx")).Status);
        Assert.Contains("Tablero", (await ana.Get($"/es{address}.csv")).Text, StringComparison.Ordinal);
        using var stranger = await (await World.Found("Fox County")).Ana();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{address}.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Get, $"/api/v1/partnerships/{table.Partnership.Slug}/vision/processes/{process.Number}/cards/1")).Status);
    }
}
