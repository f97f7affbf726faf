using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class ClustersApiTests
{
    private static async Task<(HttpStatusCode Status, JsonElement Body, string? Tag)> Ask(Browser browser, HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await browser.Send(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text == "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.ETag?.ToString());
    }

    private static async Task<(Table Table, SeatedOrganization Legal, VisionProcess Process)> Five()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        foreach (var text in (string[])["Immigration forms", "Forms in English", "Phones", "Buses"]) await table.Card(process, legal, text);
        await table.Card(process, legal, "Volunteers", Board.Resources);
        return (table, legal, process);
    }

    [Fact]
    public async Task Every_act_is_there_for_programs()
    {
        var (table, legal, process) = await Five();
        using var ana = await table.Ana();
        var api = $"/api/v1/partnerships/{table.Partnership.Slug}/vision/processes/{process.Number}";
        Assert.Equal("[1,2]", (await Ask(ana, HttpMethod.Get, $"{api}/similar-cards?board=needs")).Body[0].GetProperty("cards").GetRawText());
        var made = await Ask(ana, HttpMethod.Post, $"{api}/clusters", new { board = "needs", name = "Forms", cards = new[] { 1, 2, 3 } });
        Assert.Equal((HttpStatusCode.Created, "[1,2,3]"), (made.Status, made.Body.GetProperty("cards").GetRawText()));
        var split = await Ask(ana, HttpMethod.Post, $"{api}/clusters/1/split", new { name = "Phones", cards = new[] { 3 } });
        Assert.Equal((HttpStatusCode.Created, 2), (split.Status, split.Body.GetProperty("number").GetInt32()));
        Assert.Equal("[3,4]", (await Ask(ana, HttpMethod.Post, $"{api}/clusters/2/cards", new { cards = new[] { 4 } })).Body.GetProperty("cards").GetRawText());
        Assert.Equal("[4,3]", (await Ask(ana, HttpMethod.Post, $"{api}/clusters/2/cards/place", new { card = 4, up = true })).Body.GetProperty("cards").GetRawText());
        Assert.Equal(1, (await Ask(ana, HttpMethod.Post, $"{api}/clusters/2/place", new { up = true })).Body.GetProperty("position").GetInt32());
        var two = await Ask(ana, HttpMethod.Get, $"{api}/clusters/2");
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Ask(ana, HttpMethod.Put, $"{api}/clusters/2/name", new { name = "Calls" })).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask(ana, HttpMethod.Put, $"{api}/clusters/2/name", new { name = "Calls" }, made.Tag)).Status);
        Assert.Equal("Calls", (await Ask(ana, HttpMethod.Put, $"{api}/clusters/2/name", new { name = "Calls" }, two.Tag)).Body.GetProperty("name").GetString());
        var hands = await Ask(ana, HttpMethod.Post, $"{api}/clusters", new { board = "resources", name = "Hands", cards = new[] { 5 } });
        Assert.Equal(1, (await Ask(ana, HttpMethod.Put, $"{api}/clusters/3/need", new { need = 1 }, hands.Tag)).Body.GetProperty("need").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await Ask(ana, HttpMethod.Post, $"{api}/cluster-order", new { board = "needs", clusters = new[] { 1, 2 } })).Status);
        var alone = await Ask(ana, HttpMethod.Post, $"{api}/lone-cards", new { board = "needs", cards = new[] { 4 } });
        Assert.Equal("1 card is in no cluster now.", alone.Body.GetProperty("says").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Ask(ana, HttpMethod.Post, $"{api}/cluster-moves/{alone.Body.GetProperty("number").GetInt32()}/undo")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Post, $"{api}/cluster-moves/1/undo")).Status);
        Assert.Equal("[1,2,4,3]", (await Ask(ana, HttpMethod.Post, $"{api}/clusters/2/merge", new { into = 1 })).Body.GetProperty("cards").GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(ana, HttpMethod.Get, $"{api}/clusters/2")).Status);
        Assert.Equal(2, (await Ask(ana, HttpMethod.Get, $"{api}/clusters")).Body.GetProperty("items").GetArrayLength());
        Assert.Contains("“Forms”", (await Ask(ana, HttpMethod.Get, $"{api}/gaps")).Body.GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(ana, HttpMethod.Post, $"{api}/dot-votes", new { })).Status);
        var round = await Ask(ana, HttpMethod.Post, $"{api}/dot-votes", new { clusters = new[] { 1, 3 }, dots = 5 });
        Assert.Equal(HttpStatusCode.Created, round.Status);
        var rounds = (await Ask(ana, HttpMethod.Get, $"{api}/dot-votes")).Body;
        Assert.Equal([5, 2, 0], ((string[])["dots", "seats", "answered"]).Select(p => rounds[0].GetProperty(p).GetInt32()));
        var one = await Ask(ana, HttpMethod.Get, $"{api}/clusters/1");
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ana, HttpMethod.Delete, $"{api}/clusters/1", ifMatch: one.Tag)).Status);
        var moves = (await Ask(ana, HttpMethod.Get, $"{api}/cluster-moves?limit=100")).Body.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("act").GetString()).ToList();
        Assert.Equal(["made", "split", "put", "shifted", "raised", "named", "made", "tied", "arranged", "put", "undone", "merged", "dissolved"], moves);

        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Equal(HttpStatusCode.OK, (await Ask(lee, HttpMethod.Get, $"{api}/clusters")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(lee, HttpMethod.Post, $"{api}/clusters", new { board = "needs", name = "Mine", cards = new[] { 1 } })).Status);
        using var stranger = await (await World.Found("Fox County")).Ana();
        foreach (var path in (string[])["clusters", "clusters/1", "cluster-moves", "gaps", "dot-votes", "similar-cards?board=needs"]) Assert.Equal(HttpStatusCode.NotFound, (await Ask(stranger, HttpMethod.Get, $"{api}/{path}")).Status);
    }

    [Fact]
    public async Task Two_acts_at_once_on_the_same_card_or_cluster_meet_in_the_database()
    {
        var (table, _, process) = await Five();
        var actor = await table.World.ActorOf(table.Convener);
        async Task Act(Func<ClusterBoard, ClusterMove> act, Func<Task>? meanwhile = null) => await table.World.See(async db =>
        {
            var known = (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!;
            var board = (await db.ClusterBoard(actor, known, Board.Needs)).Board;
            if (meanwhile is not null) await meanwhile();
            db.Add(act(board));
            foreach (var made in board.Clusters.Where(c => db.Entry(c).State is EntityState.Detached)) db.Add(made);
            return await db.SaveChangesAsync();
        });
        await Act(b => b.Make(actor, "Forms", [1], table.World.Now));
        await Act(b => b.Make(actor, "Phones", [3], table.World.Now));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Act(b => b.Put(actor, [2], 1, table.World.Now), () => Act(b => b.Put(actor, [2], 2, table.World.Now))));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Act(b => b.Put(actor, [4], 1, table.World.Now), () => Act(b => b.Dissolve(actor, 1, table.World.Now))));
        Assert.Equal([null, true, true, null], await table.World.See(db => db.Cards.AsNoTracking().Where(c => c.PartnershipId == table.Partnership.Id && c.Board == Board.Needs).OrderBy(c => c.Number).Select(c => c.ClusterId == null ? (bool?)null : true).ToListAsync()));
        await Act(b => b.Put(actor, [4], 2, table.World.Now));
        Assert.Equal(5, await table.World.See(db => db.Happenings.CountAsync(h => h.ChainId == table.Partnership.Id && h.Kind == "cards.clustered")));
    }

    [Fact]
    public async Task Presses_at_the_same_time_lose_nothing()
    {
        var (table, _, process) = await Five();
        using var ana = await table.Ana();
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        var needs = ClusterUrls.Of(table.Partnership, process.Number, Board.Needs);
        var (hers, his) = (await ana.Get(needs), await jo.Get(needs));
        var pages = await Task.WhenAll(ana.Submit(hers, "sort", ("Input.Into", "new"), ("Input.Name", "Forms"), ("Cards", "1")), jo.Submit(his, "sort", ("Input.Into", "new"), ("Input.Name", "Paper"), ("Cards", "1")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], pages.Select(p => p.Status).Order());
        var late = pages.Single(p => p.Status is HttpStatusCode.Conflict);
        Assert.Contains("Somebody else worked on the same cards", late.Words);
        Assert.NotNull(late.Html.QuerySelector("input[name=Cards][value='1'][checked]"));
        Assert.Single(await table.World.See(db => db.Clusters.Where(c => c.PartnershipId == table.Partnership.Id).ToListAsync()));
    }
}
