using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Platform;

namespace Roundtable.Tests.Decisions;

/// <summary>Decisions as a program makes them.</summary>
public class DecisionsApiTests
{
    private sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag, bool IsReplay)
    {
        public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;
        public IEnumerable<string> Inputs => Body.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(e => e.Name) : [];
        public string Of(params string[] members) => members.Aggregate(Body, (b, m) => b.GetProperty(m)).ToString();
        public int Number => Body.GetProperty("number").GetInt32();
    }

    private static async Task<Answer> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.ToString(), response.Headers.Contains("Idempotency-Replayed"));
    }

    private static Task<Answer> Post(Browser browser, string address, object? body = null) => Ask(browser, HttpMethod.Post, address, body ?? new { });
    private static Task<Answer> Get(Browser browser, string address) => Ask(browser, HttpMethod.Get, address);
    private static string Api(Table table, string path) => $"/api/v1/partnerships/{table.Partnership.Slug}/{path}";
    private static void Refused(string code, string? input, Answer answer) => Assert.Equal((HttpStatusCode.UnprocessableEntity, code, input), (answer.Status, answer.Code, answer.Inputs.SingleOrDefault()));

    private static readonly object Saturdays = new { title = "Open on Saturdays", text = "All sites open on Saturdays.", form = "gradient" };

    private static async Task<string> Opened(Browser browser, Table table, object? wanted = null)
    {
        var made = await Post(browser, Api(table, "motions"), wanted ?? Saturdays);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var motion = Api(table, $"motions/{made.Number}");
        Assert.Equal("open", (await Post(browser, $"{motion}/opening")).Of("state"));
        return motion;
    }

    [Fact]
    public async Task A_motion_is_prepared_changed_opened_answered_and_concluded()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        using var lee = await table.World.SignedIn(legal.Person);
        Refused("decisions.title-missing", "title", await Post(ana, Api(table, "motions"), new { text = "All sites open." }));
        var key = $"{Ids.New():N}";
        var made = await Ask(ana, HttpMethod.Post, Api(table, "motions"), Saturdays, key: key);
        Assert.Equal((HttpStatusCode.Created, "prepared", true), (made.Status, made.Of("state"), (await Ask(ana, HttpMethod.Post, Api(table, "motions"), Saturdays, key: key)).IsReplay));
        var motion = Api(table, $"motions/{made.Number}");
        var changed = new { title = "Open on Sundays", text = "All sites open on Sundays.", form = "consent" };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Ask(ana, HttpMethod.Put, motion, changed)).Status);
        Assert.Equal("Open on Sundays", (await Ask(ana, HttpMethod.Put, motion, changed, made.Tag)).Of("title"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, motion, changed, made.Tag)).Status);
        Refused("access.not-allowed", null, await Post(lee, $"{motion}/opening"));
        Refused("decisions.closes-in-the-past", "closes", await Post(ana, $"{motion}/opening", new { closesAt = "2020-01-01T00:00:00Z" }));
        var open = await Post(ana, $"{motion}/opening");
        Assert.Equal(("open", "2026-12-09T05:59:00Z"), (open.Of("state"), open.Of("closesAt")));
        Assert.Equal(2, open.Body.GetProperty("roll").GetArrayLength());

        Refused("decisions.stance-missing", "stance", await Post(lee, $"{motion}/ballots"));
        Refused("decisions.reservation-missing", "words", await Post(lee, $"{motion}/ballots", new { stance = "reservation" }));
        var first = await Post(lee, $"{motion}/ballots", new { stance = "block", words = "Nobody works then" });
        Assert.Equal(("open", "1", "not-adopted"), (first.Of("state"), first.Of("tally", "voted"), first.Of("verdict", "result")));
        await Post(lee, $"{motion}/ballots", new { stance = "reservation", words = "Only in winter" });
        Refused("access.not-allowed", null, await Post(lee, $"{motion}/ballots", new { seat = table.Number, stance = "endorse" }));
        Refused("decisions.api.seat-unknown", "seat", await Post(lee, $"{motion}/ballots", new { seat = 77, stance = "endorse" }));
        var decided = await Post(ana, $"{motion}/ballots", new { stance = "endorse" });
        Assert.Equal(("decided", "adopted", "2 of 2 organizations answered; 1 was needed; no objection; 1 reservation; adopted."), (decided.Of("state"), decided.Of("result"), decided.Of("verdict", "words")));
        Assert.Equal(["answered", "quorum", "no-objection", "reservations", "adopted"], decided.Body.GetProperty("verdict").GetProperty("because").EnumerateArray().Select(b => b.GetProperty("code").GetString()));
        Refused("decisions.closed", null, await Post(lee, $"{motion}/ballots", new { stance = "endorse" }));

        var ballots = (await Get(ana, $"{motion}/ballots")).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["cast-again", "", ""], ballots.Select(b => b.GetProperty("ended").ToString()));
        Assert.Equal("Only in winter", ballots[1].GetProperty("words").GetString());
        var outcome = new { outcome = "The library asks its trustees.", seat = table.Number, reviewOn = "2027-06-01" };
        Refused("access.not-allowed", null, await Ask(lee, HttpMethod.Put, $"{motion}/outcome", outcome, decided.Tag));
        var concluded = await Ask(ana, HttpMethod.Put, $"{motion}/outcome", outcome, decided.Tag);
        Assert.Equal(("The library asks its trustees.", "2027-06-01"), (concluded.Of("outcome"), concluded.Of("reviewOn")));
        Assert.Equal(concluded.Tag, (await Get(lee, motion)).Tag);
    }

    [Fact]
    public async Task Seats_step_out_entrust_and_wait_for_their_boards()
    {
        var table = await World.Found();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        using var ana = await table.Ana();
        using var lee = await table.World.SignedIn(legal.Person);
        using var kim = await table.World.SignedIn(school.Person);
        var motion = await Opened(ana, table);
        Refused("decisions.reason-missing", "reason", await Post(lee, $"{motion}/recusals"));
        var out1 = await Post(lee, $"{motion}/recusals", new { reason = "We rent the hall" });
        Assert.Equal(("2", "1"), (out1.Of("tally", "seats"), out1.Of("tally", "recused")));
        Assert.Equal("3", (await Ask(lee, HttpMethod.Delete, $"{motion}/recusals/{legal.Number}", ifMatch: "*")).Of("tally", "seats"));
        Refused("decisions.proxy-to-itself", "to", await Post(lee, $"{motion}/proxies", new { to = legal.Number }));
        await Post(lee, $"{motion}/proxies", new { to = school.Number });
        Assert.Equal("1", (await Post(kim, $"{motion}/ballots", new { seat = legal.Number, stance = "abstain" })).Of("tally", "voted"));
        Assert.Equal($"{school.Number}", (await Get(ana, $"{motion}/ballots")).Body.GetProperty("items")[0].GetProperty("castBy").ToString());
        var board = await Post(kim, $"{motion}/boards", new { board = "School board", on = "2027-01-04" });
        Assert.Equal("2027-01-04", board.Body.GetProperty("roll").EnumerateArray().Single(r => r.GetProperty("seat").GetInt32() == school.Number).GetProperty("boardOn").GetString());
        Refused("decisions.board-too-late", "on", await Post(kim, $"{motion}/boards", new { board = "School board", on = "2028-01-04" }));
        Assert.Equal("1", (await Post(ana, $"{motion}/reminder")).Of("letters"));
        Refused("decisions.reminder.lately", null, await Post(ana, $"{motion}/reminder"));
        Refused("access.not-allowed", null, await Post(kim, $"{motion}/reminder"));
        Assert.Equal("withdrawn", (await Post(ana, $"{motion}/withdrawal", new { reason = "Another time" })).Of("state"));
    }

    [Fact]
    public async Task Secret_ballots_are_nobodys_and_counted_only_at_the_end()
    {
        var table = await World.Found();
        var seats = new List<SeatedOrganization>();
        for (var i = 0; i < 5; i++) seats.Add(await table.Seat($"Agency {i}", Sector.Government, $"Person {i}"));
        using var ana = await table.Ana();
        var rule = await Get(ana, Api(table, "decision-rules/general"));
        await Ask(ana, HttpMethod.Put, Api(table, "decision-rules/general"), new { rule = "majority", quorumPercent = 50, openDays = 5, ratificationDays = 0, allowsSecret = true }, rule.Tag);
        var motion = await Opened(ana, table, new { title = "Chair", text = "Kim chairs.", form = "yes-no", isSecret = true });
        foreach (var seat in seats)
        {
            using var browser = await table.World.SignedIn(seat.Person);
            var answer = await Post(browser, $"{motion}/ballots", new { stance = "endorse" });
            Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null, JsonValueKind.Null), (answer.Status, answer.Body.GetProperty("tally").ValueKind, answer.Body.GetProperty("verdict").ValueKind));
        }
        Assert.Equal("5", $"{(await Get(ana, motion)).Body.GetProperty("roll").EnumerateArray().Count(r => r.GetProperty("hasAnswered").GetBoolean())}");
        var sheet = await (await ana.Send(new(HttpMethod.Get, $"{table.Home}/motions/{motion.Split('/')[^1]}/ballots.csv"))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("Yes", sheet, StringComparison.Ordinal);
        var decided = await Post(ana, $"{motion}/ballots", new { stance = "disagree" });
        Assert.Equal(("adopted", "5", "1"), (decided.Of("result"), decided.Of("tally", "stances", "endorse"), decided.Of("tally", "against")));
        Assert.Equal(0, (await Get(ana, $"{motion}/ballots")).Body.GetProperty("items").GetArrayLength());
        sheet = await (await ana.Send(new(HttpMethod.Get, $"{table.Home}/motions/{motion.Split('/')[^1]}/ballots.csv"))).Content.ReadAsStringAsync();
        Assert.Contains(",5\r\n", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Agency", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_put_in_order_by_dots_and_by_rank()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var dots = await Opened(ana, table, new { title = "First", text = "What first?", form = "dots", dots = 3, options = new[] { "Forms", "Hours", "Rides" } });
        Refused("decisions.dots-too-many", "dots", await Post(ana, $"{dots}/ballots", new { dots = new Dictionary<string, int> { ["1"] = 4 } }));
        var decided = await Post(ana, $"{dots}/ballots", new { dots = new Dictionary<string, int> { ["2"] = 2, ["3"] = 1 } });
        Assert.Equal(("ordered", "2"), (decided.Of("result"), decided.Body.GetProperty("order")[0].GetProperty("option").ToString()));
        var ranking = await Opened(ana, table, new { title = "First", text = "What first?", form = "ranking", options = new[] { "Forms", "Hours" } });
        Refused("decisions.order-twice", "order", await Post(ana, $"{ranking}/ballots", new { order = new[] { 2, 2 } }));
        await Post(ana, $"{ranking}/ballots", new { order = new[] { 2, 1 } });
        Assert.Equal("[2,1]", (await Get(ana, $"{ranking}/ballots")).Body.GetProperty("items")[0].GetProperty("order").GetRawText());
    }

    [Fact]
    public async Task Wordings_are_suggested_taken_over_voted_on_and_taken_back()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        using var lee = await table.World.SignedIn(legal.Person);
        var motion = await Opened(ana, table);
        Refused("decisions.same-words", "text", await Post(lee, $"{motion}/amendments", new { text = "All sites open on Saturdays." }));
        var made = await Post(lee, $"{motion}/amendments", new { text = "Three sites open on Saturdays.", why = "Staff" });
        Assert.Equal((HttpStatusCode.Created, "suggested", "All sites open on Saturdays."), (made.Status, made.Of("state"), made.Of("before")));
        var amendment = $"{motion}/amendments/{made.Number}";
        Refused("access.not-allowed", null, await Post(lee, $"{amendment}/acceptance"));
        Assert.Equal("accepted", (await Post(ana, $"{amendment}/acceptance")).Of("state"));
        Assert.Equal(("Three sites open on Saturdays.", "2"), ((await Get(lee, motion)).Of("text"), (await Get(lee, motion)).Of("revision")));
        Refused("decisions.amendment-settled", null, await Post(ana, $"{amendment}/acceptance"));

        var second = $"{motion}/amendments/{(await Post(lee, $"{motion}/amendments", new { text = "Two sites." })).Number}";
        var vote = Api(table, $"motions/{(await Post(ana, $"{second}/vote", new { title = "Only two sites?" })).Of("vote")}");
        await Post(ana, $"{vote}/opening");
        await Post(ana, $"{vote}/ballots", new { stance = "endorse" });
        await Post(lee, $"{vote}/ballots", new { stance = "endorse" });
        Assert.Equal(("accepted", "Two sites."), ((await Get(lee, second)).Of("state"), (await Get(lee, motion)).Of("text")));
        var third = $"{motion}/amendments/{(await Post(lee, $"{motion}/amendments", new { text = "One site." })).Number}";
        Assert.Equal("withdrawn", (await Post(lee, $"{third}/withdrawal")).Of("state"));
        Assert.Equal(3, (await Get(ana, $"{motion}/amendments")).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Rules_are_agreed_for_each_kind()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        using var lee = await table.World.SignedIn(legal.Person);
        var rules = Api(table, "decision-rules");
        Assert.Equal(6, (await Get(lee, rules)).Body.GetArrayLength());
        var usual = await Get(lee, $"{rules}/money");
        Assert.Equal(("two-thirds", "Two thirds", ""), (usual.Of("rule"), usual.Of("ruleWords"), usual.Of("agreedAt")));
        var wanted = new { rule = "unanimity", quorumPercent = 100, openDays = 10, ratificationDays = 0 };
        Refused("access.not-allowed", null, await Ask(lee, HttpMethod.Put, $"{rules}/money", wanted, usual.Tag));
        Refused("decisions.quorum-wrong", "quorumPercent", await Ask(ana, HttpMethod.Put, $"{rules}/money", wanted with { quorumPercent = 101 }, usual.Tag));
        Assert.Equal("unanimity", (await Ask(ana, HttpMethod.Put, $"{rules}/money", wanted, usual.Tag)).Of("rule"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, $"{rules}/money", wanted, usual.Tag)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(lee, $"{rules}/weather")).Status);
        var motion = await Opened(ana, table, new { title = "Rent", text = "We pay half.", kind = "money", form = "yes-no" });
        Assert.Equal(("unanimity", "100", "2026-12-12T05:59:00Z"), ((await Get(lee, motion)).Of("rule"), (await Get(lee, motion)).Of("quorumPercent"), (await Get(lee, motion)).Of("closesAt")));
        Assert.Single((await Get(ana, Api(table, "motions?state=open"))).Body.GetProperty("items").EnumerateArray());
        Assert.Empty((await Get(ana, Api(table, "motions?state=decided"))).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_of_another_partnership_is_there()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        using var ana = await table.Ana();
        var motion = await Opened(ana, table);
        using var stranger = await other.Ana();
        foreach (var path in new[] { "", "/ballots", "/amendments" }) Assert.Equal(HttpStatusCode.NotFound, (await Get(stranger, $"{motion}{path}")).Status);
        foreach (var (path, body) in new (string, object)[] { ("ballots", new { stance = "endorse" }), ("withdrawal", new { reason = "No" }), ("reminder", new { }), ("amendments", new { text = "Other" }) })
            Assert.Equal(HttpStatusCode.NotFound, (await Post(stranger, $"{motion}/{path}", body)).Status);
        foreach (var path in new[] { "/decisions.csv", "/motions/1/ballots.csv", "/motions/1/reminder", "/decisions/feed" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{table.Home}{path}")).Status);
    }
}
