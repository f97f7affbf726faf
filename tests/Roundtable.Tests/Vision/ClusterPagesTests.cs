using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Tests.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class ClusterPagesTests
{
    private static async Task<(Table Table, SeatedOrganization Legal, VisionProcess Process)> Four()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        foreach (var text in (string[])["Immigration forms are hard", "The forms are only in English", "No computers at home", "<b>Slow</b> internet"]) await table.Card(process, legal, text);
        return (table, legal, process);
    }

    private static Task<List<Cluster>> Clusters(Table table) => table.World.See(db => db.Clusters.AsNoTracking().Where(c => c.PartnershipId == table.Partnership.Id).OrderBy(c => c.Number).ToListAsync());
    private static IEnumerable<string> Bins(Page page) => page.Html.QuerySelectorAll("[data-bin]").Select(b => $"{b.GetAttribute("data-name")}: {string.Join(' ', b.QuerySelectorAll("[data-card]").Select(c => c.GetAttribute("data-card")))}");
    private static (string, string)[] Put(string into, string? name, params int[] cards) => [("Input.Into", into), ("Input.Name", name ?? ""), .. cards.Select(c => ("Cards", $"{c}"))];

    [Fact]
    public async Task Ticked_cards_go_into_a_new_cluster_then_into_another_and_that_is_undone()
    {
        var (table, _, process) = await Four();
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        var needs = ClusterUrls.Of(table.Partnership, process.Number, Board.Needs);
        var page = await jo.Get(needs);
        Assert.Contains("<b>Slow</b> internet", page.Words);
        page = await jo.Submit(page, "sort", Put("new", "Forms", 1, 2));
        Assert.Contains("2 cards are in the new cluster “Forms”.", page.Words);
        Assert.Equal(["Forms: 1 2", "Not in a cluster: 3 4"], Bins(page));
        page = await jo.Submit(page, "sort", Put("1", null, 4));
        Assert.Equal(["Forms: 1 2 4", "Not in a cluster: 3"], Bins(page));
        page = await jo.Submit(page, "undo");
        Assert.Contains("The last step was undone.", page.Words);
        Assert.Contains("Undo the step before too: 2 cards are in the new cluster “Forms”.", page.Words);
        page = await jo.Submit(page, "undo");
        Assert.Equal(["Not in a cluster: 1 2 3 4"], Bins(page));
    }

    [Fact]
    public async Task What_was_ticked_and_typed_stays_after_a_refusal()
    {
        var (table, _, process) = await Four();
        using var ana = await table.Ana();
        var page = await ana.Submit(await ana.Get(ClusterUrls.All(table.Partnership, process.Number)), "sort", Put("new", "", 2, 3));
        Assert.Equal("Give the cluster a name.", Assert.Single(page.Errors));
        Assert.Equal(["2", "3"], page.Html.QuerySelectorAll("input[name=Cards][checked]").Select(i => i.GetAttribute("value")));
        page = await ana.Submit(page, "sort", ("Input.Name", "Forms"));
        Assert.Equal("Tick at least one card.", Assert.Single((await ana.Submit(page, "sort", Put("1", null))).Errors));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Submit(page, "sort", Put("99", null, 1))).Status);
    }

    [Fact]
    public async Task Two_facilitators_see_what_the_other_did_beside_what_they_wanted()
    {
        var (table, _, process) = await Four();
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        using var ana = await table.Ana();
        var needs = ClusterUrls.Of(table.Partnership, process.Number, Board.Needs);
        await jo.Submit(await jo.Get(needs), "sort", Put("new", "Forms", 1));
        var (his, hers) = (await jo.Get(needs), await ana.Get(needs));
        await ana.Submit(hers, "sort", Put("new", "Technology", 3, 4));
        var page = await jo.Submit(his, "sort", Put("1", null, 2, 3));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Ana Ruiz: 2 cards are in the new cluster “Technology”.", page.Words);
        Assert.Equal(["2", "3"], page.Html.QuerySelectorAll("input[name=Cards][checked]").Select(i => i.GetAttribute("value")).Order());
        Assert.Equal("1", page.Html.QuerySelector("select[name='Input.Into'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["Forms: 1", "Technology: 3 4", "Not in a cluster: 2"], Bins(page));
        page = await jo.Submit(page, "sort", Put("1", null, 2, 3));
        Assert.Equal(["Forms: 1 2 3", "Technology: 4"], Bins(page).Take(2));
    }

    [Fact]
    public async Task A_cluster_is_named_split_merged_tied_and_taken_apart_on_its_page()
    {
        var (table, legal, process) = await Four();
        await table.Card(process, legal, "Volunteers", Board.Resources);
        using var ana = await table.Ana();
        var clusters = ClusterUrls.All(table.Partnership, process.Number);
        var (needs, resources) = (ClusterUrls.Of(table.Partnership, process.Number, Board.Needs), ClusterUrls.Of(table.Partnership, process.Number, Board.Resources));
        await ana.Submit(await ana.Get(needs), "sort", Put("new", "Forms", 1, 2, 3, 4));
        await ana.Submit(await ana.Get(resources), "sort", Put("new", "Hands", 5));
        var one = await ana.Get($"{clusters}/1");
        await ana.Submit(one, "name", ("Input.Name", "Paper"));
        await ana.Submit(await ana.Get($"{clusters}/1"), "split", ("Cards", "3"), ("Cards", "4"), ("Part.Name", "Technology"));
        var page = await ana.Get(needs);
        Assert.Equal(["Paper: 1 2", "Technology: 3 4"], Bins(page).Take(2));
        page = await ana.Submit(page, "sort", ("Up", "3"));
        Assert.Equal(["Technology: 3 4", "Paper: 1 2"], Bins(page).Take(2));
        await ana.Submit(await ana.Get($"{clusters}/1"), "serving", ("Serving.Cluster", "2"));
        Assert.Contains("Serves: Paper", (await ana.Get(resources)).Words);
        Assert.Contains("Hands", (await ana.Get($"{clusters}/1")).Words);
        page = await ana.Submit(await ana.Get($"{clusters}/1"), "merge", ("Other.Into", "3"));
        Assert.Equal(["Technology: 3 4 1 2", "Not in a cluster: "], Bins(page));
        Assert.Contains("Serves: Technology", (await ana.Get(resources)).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{clusters}/1")).Status);
        Assert.Equal("Choose a cluster.", Assert.Single((await ana.Submit(await ana.Get($"{clusters}/3"), "serving")).Errors));
        page = await ana.Submit(await ana.Get($"{clusters}/3"), "dissolve");
        Assert.Equal(["Not in a cluster: 1 2 3 4"], Bins(page));
        Assert.Equal(3, (await Clusters(table)).Count);
    }

    [Fact]
    public async Task Each_card_has_a_page_that_moves_it()
    {
        var (table, _, process) = await Four();
        using var ana = await table.Ana();
        var (clusters, needs) = (ClusterUrls.All(table.Partnership, process.Number), ClusterUrls.Of(table.Partnership, process.Number, Board.Needs));
        var page = await ana.Submit(await ana.Get($"{clusters}/cards/3"), "move", ("Input.Into", "new"), ("Input.Name", "Technology"));
        Assert.Equal(["Technology: 3", "Not in a cluster: 1 2 4"], Bins(page));
        await ana.Submit(await ana.Get($"{clusters}/cards/4"), "move", ("Input.Into", "1"));
        page = await ana.Submit(await ana.Get($"{clusters}/cards/4"), "shift", ("Way", "up"));
        Assert.Contains("It is card 1 of 2 in “Technology”.", page.Words);
        Assert.Equal("It is the first already.", Assert.Single((await ana.Submit(page, "shift", ("Way", "up"))).Errors));
        page = await ana.Submit(await ana.Get($"{clusters}/cards/4"), "move", ("Input.Into", "alone"));
        Assert.Equal(["Technology: 3", "Not in a cluster: 1 2 4"], Bins(page));
        Assert.Equal("Choose a cluster.", Assert.Single((await ana.Submit(await ana.Get($"{clusters}/cards/4"), "move")).Errors));
    }

    [Fact]
    public async Task Similar_cards_come_together_with_one_press()
    {
        var (table, legal, process) = await Four();
        using var ana = await table.Ana();
        var needs = ClusterUrls.Of(table.Partnership, process.Number, Board.Needs);
        var page = await ana.Get(needs);
        Assert.Contains("These 2 mention “forms”", page.Words);
        page = await ana.Submit(page, "like", ("Like", page.Html.QuerySelector("button[name=Like]")!.GetAttribute("value")!));
        Assert.Equal(["Forms: 1 2", "Not in a cluster: 3 4"], Bins(page));
        await table.Card(process, legal, "A form for each office");
        page = await ana.Get(needs);
        Assert.Contains("This card mentions “form”, as “Forms” does", page.Words);
        page = await ana.Submit(page, "like", ("Like", page.Html.QuerySelector("button[name=Like]")!.GetAttribute("value")!));
        Assert.Equal("Forms: 1 2 5", Bins(page).First());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Submit(page, "like", ("Like", "nonsense"))).Status);
    }

    [Fact]
    public async Task Partners_read_the_clusters_and_change_nothing()
    {
        var (table, legal, process) = await Four();
        using var lee = await table.World.SignedIn(legal.Person);
        using var ana = await table.Ana();
        var (clusters, needs) = (ClusterUrls.All(table.Partnership, process.Number), ClusterUrls.Of(table.Partnership, process.Number, Board.Needs));
        await ana.Submit(await ana.Get(needs), "sort", Put("new", "Forms", 1, 2));
        var page = await lee.Get(needs);
        Assert.Equal(["Forms: 1 2", "Not in a cluster: 3 4"], Bins(page));
        Assert.Empty(page.Html.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get($"{clusters}/cards/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(ClusterUrls.NewRound(table.Partnership, process.Number))).Status);
        var other = await World.Found("Fox County");
        using var stranger = await other.Ana();
        foreach (var address in (string[])[needs, $"{clusters}/1", ClusterUrls.Gaps(table.Partnership, process.Number), ClusterUrls.Rounds(table.Partnership, process.Number), $"{ClusterUrls.All(table.Partnership, process.Number)}.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{ClusterUrls.All(table.Partnership, process.Number)}/nonsense")).Status);
        Assert.Contains("Forms", (await lee.Get($"{ClusterUrls.All(table.Partnership, process.Number)}.csv")).Text);
    }

    [Fact]
    public async Task A_translation_stands_beside_a_card_and_Spanish_speaks_of_groups()
    {
        var (table, _, process) = await Four();
        var actor = await table.World.ActorOf(table.Convener);
        await table.World.Do(async db =>
        {
            var card = await db.Cards.Of(process).FirstAsync(c => c.Number == 1);
            card.Translate(actor, process, "Los formularios son difíciles", "es", table.World.Now);
            return card;
        });
        using var ana = await table.Ana();
        ana.Headers.Add("Accept-Language", "es");
        var page = await ana.Get(ClusterUrls.Of(table.Partnership, process.Number, Board.Needs));
        Assert.Equal("es", page.Html.QuerySelector("[data-card='1'] i")!.GetAttribute("lang"));
        Assert.Contains("Los formularios son difíciles", page.Words);
    }

    [Fact]
    public async Task A_board_of_a_thousand_cards_stays_small_and_asks_little()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var process = await table.Boards();
        await table.Card(process, legal, "People wait for help with forms and nobody tells them how long it takes", count: 1000);
        using var ana = await table.Ana();
        var needs = ClusterUrls.Of(table.Partnership, process.Number, Board.Needs);
        for (var i = 0; i < 20; i++) await ana.Submit(await ana.Get(needs), "sort", Put("new", $"Cluster {i}", [.. Enumerable.Range(1 + i * 40, 40)]));
        await ana.Get(needs);
        using var statements = new Statements(world);
        var page = await ana.Get(needs);
        Assert.Equal(21, Bins(page).Count());
        Assert.True(page.Text.Length < 120_000, $"{page.Text.Length} bytes");
        var asked = statements.Asked.Where(s => s.Contains("FROM \"card\"", StringComparison.OrdinalIgnoreCase) || s.Contains("cluster", StringComparison.OrdinalIgnoreCase) || s.Contains("vision_process", StringComparison.OrdinalIgnoreCase) || s.Contains("motion", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(asked.Count <= 6, string.Join("\n\n", statements.Asked));
        page = await ana.Get($"{needs}?open=3&page=2");
        Assert.Equal(100, page.Html.QuerySelectorAll("[data-card]").Length);
    }
}
