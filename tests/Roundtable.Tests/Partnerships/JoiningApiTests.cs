using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform;

namespace Roundtable.Tests.Partnerships;

/// <summary>Seats, briefs, prospects, invitations and needs as a program uses them.</summary>
public class JoiningApiTests
{
    private sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag, bool IsReplay, string? Link)
    {
        public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;
        public IEnumerable<string> Inputs => Body.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(e => e.Name) : [];
        public string Of(string member) => Body.GetProperty(member).ToString();
    }

    private static async Task<Answer> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.ToString(), response.Headers.Contains("Idempotency-Replayed"),
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null);
    }

    private static string Api(Table table, string path) => $"/api/v1/partnerships/{table.Partnership.Slug}/{path}";
    private static void Refused(string code, string? input, Answer answer) =>
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, input), (answer.Status, answer.Code, answer.Inputs.SingleOrDefault()));

    private static async Task Walked(Browser browser, string address, int expected)
    {
        var (seen, next) = (new List<string>(), $"{address}?limit=1");
        for (var pages = 0; pages < 20; pages++)
        {
            var page = await Ask(browser, HttpMethod.Get, next);
            seen.AddRange(page.Body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").ToString()));
            if (page.Body.GetProperty("next").GetString() is not { } cursor) break;
            Assert.Contains($"cursor={cursor}", page.Link, StringComparison.Ordinal);
            next = $"{address}?limit=1&cursor={cursor}";
        }
        Assert.Equal(expected, seen.Count);
        Assert.Equal(expected, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_seat_is_filled_agreed_vacated_and_given_up()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var legal = await table.World.Organization($"Legal Aid {Ids.New():N}", Sector.Nonprofit);
        var (seats, key) = (Api(table, "seats"), $"{Ids.New():N}");
        var made = await Ask(ana, HttpMethod.Post, seats, new { organization = legal.Id }, key: key);
        Assert.Equal((HttpStatusCode.Created, "2"), (made.Status, made.Of("number")));
        var again = await Ask(ana, HttpMethod.Post, seats, new { organization = legal.Id }, key: key);
        Assert.Equal((HttpStatusCode.Created, made.Tag, true), (again.Status, again.Tag, again.IsReplay));
        Refused("partnerships.organization-missing", "organization", await Ask(ana, HttpMethod.Post, seats, new { organization = Guid.Empty }));

        var filled = await Ask(ana, HttpMethod.Post, $"{seats}/2/holders", new { role = "representative", fullName = "Lee Vang", email = $"{key}@example.org" });
        Refused("people.email.wrong", "email", await Ask(ana, HttpMethod.Post, $"{seats}/2/holders", new { role = "liaison", fullName = "Lee Vang", email = "lee" }));
        Refused("partnerships.term-ends-before", "until", await Ask(ana, HttpMethod.Put, $"{seats}/2/term", new { from = "2027-01-01", until = "2026-01-01" }, filled.Tag));
        var agreed = await Ask(ana, HttpMethod.Put, $"{seats}/2/term", new { from = "2027-01-01", until = "2027-12-31" }, filled.Tag);
        Assert.Equal("2027-12-31", agreed.Of("termUntil"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Delete, $"{seats}/2/holders/representative", ifMatch: filled.Tag)).Status);
        var vacant = await Ask(ana, HttpMethod.Delete, $"{seats}/2/holders/representative", ifMatch: agreed.Tag);
        Assert.Equal((HttpStatusCode.OK, vacant.Tag), (vacant.Status, (await Ask(ana, HttpMethod.Get, $"{seats}/2")).Tag));
        Assert.Contains((await Ask(ana, HttpMethod.Get, "/api/v1/needs")).Body.EnumerateArray(), n => n.GetProperty("title").GetString()!.Contains(legal.ShownName, StringComparison.Ordinal));
        await Walked(ana, seats, 2);
        Refused("partnerships.reason-missing", "reason", await Ask(ana, HttpMethod.Post, $"{seats}/2/withdrawal", new { reason = " " }));
        Assert.Equal("withdrawn", (await Ask(ana, HttpMethod.Post, $"{seats}/2/withdrawal", new { reason = "Moved away" })).Of("state"));
    }

    [Fact]
    public async Task A_brief_is_written_on_the_version_that_was_read()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var brief = Api(table, "seats/1/brief");
        var empty = await Ask(ana, HttpMethod.Get, brief);
        Assert.Equal((HttpStatusCode.OK, 0), (empty.Status, empty.Body.GetArrayLength()));
        object Text(string words) => new[] { new { kind = "wants", text = words, visibility = "partners" } };
        var first = await Ask(ana, HttpMethod.Put, brief, Text("A quiet room."), empty.Tag);
        Assert.Equal((HttpStatusCode.OK, "A quiet room."), (first.Status, first.Body[0].GetProperty("text").GetString()));
        var late = await Ask(ana, HttpMethod.Put, brief, Text("A loud room."), empty.Tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "api.stale"), (late.Status, late.Code));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Ask(ana, HttpMethod.Put, brief, Text("A loud room."))).Status);
        Assert.Equal(first.Tag, (await Ask(ana, HttpMethod.Get, brief)).Tag);
        Refused("partnerships.too-long", "wants.text", await Ask(ana, HttpMethod.Put, brief, Text(new string('x', 4000)), first.Tag));
    }

    [Fact]
    public async Task A_prospect_goes_its_way_and_ends_with_an_outcome()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var (prospects, key) = (Api(table, "prospects"), $"{Ids.New():N}");
        var wanted = new { name = "Adult School", town = "Riverbend", sector = "education", contactEmail = "kim@example.org" };
        var made = await Ask(ana, HttpMethod.Post, prospects, wanted, key: key);
        Assert.Equal((HttpStatusCode.Created, true), (made.Status, (await Ask(ana, HttpMethod.Post, prospects, wanted, key: key)).IsReplay));
        Refused("prospects.duplicate", "name", await Ask(ana, HttpMethod.Post, prospects, wanted));
        Refused("prospects.name-missing", "name", await Ask(ana, HttpMethod.Post, prospects, new { name = " " }));
        Refused("prospects.email-wrong", "contactEmail", await Ask(ana, HttpMethod.Post, prospects, new { name = "Chamber", contactEmail = "chamber" }));
        await Ask(ana, HttpMethod.Post, prospects, new { name = "Chamber" });
        await Walked(ana, prospects, 2);

        Refused("prospects.evidence-first", "stage", await Ask(ana, HttpMethod.Post, $"{prospects}/1/stage", new { stage = "committed" }));
        Assert.Equal("contacted", (await Ask(ana, HttpMethod.Post, $"{prospects}/1/contacts", new { how = "phone", note = "Liked it" })).Of("stage"));
        Assert.Equal("board-vote", (await Ask(ana, HttpMethod.Post, $"{prospects}/1/evidence", new { kind = "board-vote", words = "Their board voted" })).Of("evidenceKind"));
        Refused("prospects.reason-missing", "reason", await Ask(ana, HttpMethod.Post, $"{prospects}/1/outcome", new { stage = "declined" }));
        var closed = await Ask(ana, HttpMethod.Post, $"{prospects}/1/outcome", new { stage = "paused", reason = "no-time", askAgainOn = "2027-06-01" });
        Assert.Equal(("paused", "2027-06-01"), (closed.Of("stage"), closed.Of("askAgainOn")));
        Assert.Equal(closed.Tag, (await Ask(ana, HttpMethod.Get, $"{prospects}/1")).Tag);
    }

    [Fact]
    public async Task An_invitation_is_sent_answered_and_passed_on_by_programs()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var (kim, mai, pat) = ($"kim.{Ids.New():N}@example.org", $"mai.{Ids.New():N}@example.org", $"pat.{Ids.New():N}@example.org");
        await Ask(ana, HttpMethod.Post, Api(table, "prospects"), new { name = "Adult School", contactName = "Kim Lee", contactEmail = kim });
        var school = await table.World.See(db => db.Prospects.SingleAsync(p => p.PartnershipId == table.Partnership.Id));
        var (invitations, key) = (Api(table, "invitations"), $"{Ids.New():N}");
        Refused("invitations.words-missing", "words", await Ask(ana, HttpMethod.Post, invitations, new { prospect = 1, words = " " }));
        var sent = await Ask(ana, HttpMethod.Post, invitations, new { prospect = 1, send = true }, key: key);
        Assert.Equal((HttpStatusCode.Created, "sent", true), (sent.Status, sent.Of("state"), (await Ask(ana, HttpMethod.Post, invitations, new { prospect = 1, send = true }, key: key)).IsReplay));
        Refused("invitations.already-sent", null, await Ask(ana, HttpMethod.Post, $"{invitations}/1/sending", new { }));

        using var phone = table.World.Browser();
        async Task<string> Door() => $"/api/v1{(await table.World.AnswerAddress(school)).Replace("/answer/", "/answers/", StringComparison.Ordinal)}";
        var door = await Door();
        Refused("invitations.email-missing", "email", await Ask(phone, HttpMethod.Post, door, new { answer = "someone-else", name = "Pat Moua" }));
        Assert.Equal("someone-else", (await Ask(phone, HttpMethod.Post, door, new { answer = "someone-else", name = "Pat Moua", email = pat })).Of("answer"));
        Assert.Contains("Pat Moua", (await table.Told(kim)).Text, StringComparison.Ordinal);
        Refused("link.revoked", null, await Ask(phone, HttpMethod.Post, door, new { answer = "yes" }));

        door = await Door();
        Refused("answers.your-email-missing", "email", await Ask(phone, HttpMethod.Post, door, new { answer = "yes", name = "Mai Xiong" }));
        var yes = await Ask(phone, HttpMethod.Post, door, new { answer = "yes", name = "Mai Xiong", email = mai, roles = new[] { "training" }, reach = "Newsletter" });
        Assert.Equal((HttpStatusCode.OK, "yes"), (yes.Status, yes.Of("answer")));
        Assert.Contains("Mai Xiong", (await table.Told(pat)).Text, StringComparison.Ordinal);
        Assert.Equal(mai, await table.World.See(db => db.Set<Roundtable.Platform.Mail.Letter>().Where(l => l.PartnershipId == table.Partnership.Id && l.Kind == "invitation-copy").Select(l => l.Address).SingleAsync()));
        var shown = await Ask(ana, HttpMethod.Get, $"{invitations}/2");
        Assert.Equal(("Mai Xiong", "Newsletter"), (shown.Of("answeredBy"), shown.Of("reach")));
        await Walked(ana, invitations, 2);
        Refused("invitations.not-open", null, await Ask(ana, HttpMethod.Post, $"{invitations}/2/revocation", new { }));
    }

    [Fact]
    public async Task Nothing_of_another_partnership_is_there()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        var school = await table.Prospect();
        await table.Invite(school);
        using var stranger = await other.Ana();
        foreach (var path in new[] { "seats/1", "seats/1/brief", "prospects", "prospects/1", "invitations", "invitations/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Get, Api(table, path))).Status);
        foreach (var (path, body) in new (string, object)[] { ("seats", new { organization = other.Library.Id }), ("prospects", new { name = "X" }), ("prospects/1/stage", new { stage = "interested" }), ("invitations", new { prospect = 1 }), ("invitations/1/revocation", new { }) })
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Post, Api(table, path), body)).Status);
        foreach (var (path, body) in new (string, object)[] { ("seats/1/term", new { from = "2027-01-01" }), ("seats/1/brief", Array.Empty<object>()), ("seats/1/offers", Array.Empty<object>()) })
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Put, Api(table, path), body, "*")).Status);
        Assert.DoesNotContain((await Ask(stranger, HttpMethod.Get, "/api/v1/needs")).Body.EnumerateArray(), n => n.GetProperty("partnership").GetString() == table.Partnership.Slug);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Get, Api(other, "prospects/1"))).Status);
    }
}
