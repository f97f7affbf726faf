using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Mail;
using Roundtable.Tests.Partnerships;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class VisionPagesTests
{
    [Fact]
    public async Task The_convener_prepares_opens_and_closes_the_boards()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/vision");
        Assert.Contains("Prepare the boards", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get(page.Link("Prepare the boards")), "new", ("Input.Facilitator.FullName", "Jo Park"), ("Input.Facilitator.Email", $"jo-{legal.Organization.Id:N}@example.org"));
        Assert.Equal("Our vision for 2028", page.Heading);
        Assert.Contains("In preparation", page.Words, StringComparison.Ordinal);
        Assert.Contains("Jo Park", page.Words, StringComparison.Ordinal);
        Assert.True(await table.World.See(db => db.Grants.AnyAsync(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Facilitator && g.SeatId == null)));

        page = await ana.Submit(page, "open");
        Assert.Contains("The boards are open to the end of", page.Words, StringComparison.Ordinal);
        Assert.Contains("Central Time", page.Words, StringComparison.Ordinal);
        var letter = await table.World.See(db => db.Letters.SingleAsync(l => l.PartnershipId == table.Partnership.Id && l.Kind == "vision-opened"));
        Assert.Equal((legal.Person.Email, true), (letter.Address, letter.Subject.StartsWith("Our vision for 2028", StringComparison.Ordinal)));
        Assert.Contains("/vision", letter.Text, StringComparison.Ordinal);

        page = await ana.Submit(page, "close");
        Assert.Contains("Nobody has put in a card yet", Assert.Single(page.Errors), StringComparison.Ordinal);
        await table.Card(await Open(table), legal);
        page = await ana.Submit(await ana.Get(page.Address), "close");
        Assert.Contains("brought together", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get(page.Link("Open the boards again")), "extend", ("Input.ClosesOn", "2026-12-20"));
        Assert.Contains("Dec 20, 2026", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(await ana.Get(page.Link("End this without a vision")), "end", ("Input.Reason", "Too early."));
        Assert.Contains("Ended without a vision", page.Words, StringComparison.Ordinal);
        Assert.False(await table.World.See(db => db.Grants.AnyAsync(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Facilitator)));
    }

    private static Task<VisionProcess> Open(Table table) => table.World.See(db => db.VisionProcesses.AsNoTracking().Of(table.Partnership).Open().SingleAsync());

    [Fact]
    public async Task There_is_one_process_at_a_time()
    {
        var table = await World.Found();
        using var ana = await table.Ana();
        var form = await ana.Get($"{table.Home}/vision/processes/new");
        await table.Boards();
        var page = await ana.Submit(form, "new", ("Input.Title", "Another vision"));
        Assert.Equal("This partnership is already working on its vision. Finish or end that first.", Assert.Single(page.Errors));
        Assert.Contains("Another vision", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_run_it_see_each_others_texts()
    {
        var table = await World.Found();
        var process = await table.Boards(open: false);
        using var ana = await table.Ana();
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        var (hers, theirs) = (await ana.Get($"{table.Home}/vision/processes/{process.Number}/plan"), await jo.Get($"{table.Home}/vision/processes/{process.Number}/plan"));
        await jo.Submit(theirs, "plan", ("Input.Title", "Jo's title"));
        var page = await ana.Submit(hers, "plan", ("Input.Title", "Ana's title"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Jo's title", page.Words, StringComparison.Ordinal);
        Assert.Contains("Ana&#x27;s title", page.Text, StringComparison.Ordinal);
        await ana.Submit(page, "plan");
        Assert.Equal("Ana's title", (await table.Look(process)).Title);
    }

    [Fact]
    public async Task Cards_are_put_on_a_board_reworded_translated_and_taken_back()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        using var lee = await table.World.SignedIn(legal.Person);
        var address = $"{table.Home}/vision/processes/{process.Number}";
        var page = await lee.Submit(await lee.Get($"{address}/boards/needs"), "card", ("Input.Text", "“Forms” <b>scare</b>\u200B people"), ("Input.Evidence", "census.gov/report"), ("Input.Affected", "Newcomers"));
        Assert.Contains("Your card is on the board", page.Words, StringComparison.Ordinal);
        Assert.Contains("“Forms” <b>scare</b> people", page.Words, StringComparison.Ordinal);

        page = await lee.Submit(page, "card", ("Input.Text", new string('x', 10_000)));
        Assert.Contains("10,000 characters", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains(new string('x', 10_000), page.Text, StringComparison.Ordinal);

        page = await lee.Get($"{address}/cards/1");
        page = await lee.Submit(await lee.Get(page.Link("Change the words")), "words", ("Input.Text", "Forms scare people."), ("Input.Board", "outcomes"));
        page = await lee.Submit(await lee.Get(page.Link("Add a translation")), "translation", ("Input.Translation", "Los formularios asustan."));
        Assert.Contains("Los formularios asustan.", page.Words, StringComparison.Ordinal);
        page = await lee.Submit(await lee.Get(page.Link("Take it off the board")), "remove");
        Assert.DoesNotContain("Forms scare people", (await lee.Get($"{address}/boards/outcomes")).Words, StringComparison.Ordinal);
        page = await lee.Submit(page, "back");
        Assert.Contains("Forms scare people", (await lee.Get($"{address}/boards/outcomes")).Words, StringComparison.Ordinal);

        using var ana = await table.Ana();
        page = await ana.Get($"{address}/cards/1");
        Assert.DoesNotContain("Change the words", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"{address}/cards/1/words")).Status);
        page = await ana.Submit(await ana.Get($"{address}/cards/1/removal"), "remove", ("Input.Reason", ""));
        Assert.NotEmpty(page.Errors);
        page = await ana.Submit(page, "remove", ("Input.Reason", "Names a client."));
        Assert.Contains("Names a client.", page.Words, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => page.Link("Put it back"));
    }

    [Fact]
    public async Task A_board_that_closed_meanwhile_loses_nothing()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        await table.Card(process, legal);
        using var lee = await table.World.SignedIn(legal.Person);
        var form = await lee.Get($"{table.Home}/vision/processes/{process.Number}/boards/resources");
        var actor = await table.World.ActorOf(table.Convener);
        await table.World.Do(async db => { (await db.VisionProcesses.Of(table.Partnership).Numbered(process.Number))!.CloseBoards(actor, 1, table.World.Now); return 0; });
        var page = await lee.Submit(form, "card", ("Input.Text", "A room with four computers"));
        Assert.Contains("The boards closed on", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("A room with four computers", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_of_a_thousand_cards_asks_six_statements()
    {
        var world = await World.Alone();
        await using var site = world;
        var table = await world.FoundHere();
        var (legal, process) = (await table.Seat(), default(VisionProcess)!);
        process = await table.Boards();
        using var ana = await table.Ana();
        var address = $"{table.Home}/vision/processes/{process.Number}/boards/needs";
        await ana.Get(address);
        var few = await Count();
        await table.Card(process, legal, count: 1000);
        Assert.Equal(few, await Count());
        Assert.True(few <= 6, $"{few}");
        var page = await ana.Get($"{address}?page=14");
        Assert.Contains("976 to 1,000 of 1,000", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.Get($"{address}?page=99999999")).Status);

        async Task<int> Count()
        {
            using var statements = new Statements(world);
            Assert.Equal(HttpStatusCode.OK, (await ana.Get(address)).Status);
            return statements.Asked.Count;
        }
    }

    [Fact]
    public async Task Who_has_not_been_heard_is_seen_and_reminded()
    {
        var table = await World.Found();
        var (legal, clinic) = (await table.Seat(), await table.Seat("Willow Bend Clinic", Roundtable.Directory.Sector.Health, "Sam Doe"));
        var process = await table.Boards();
        await table.Card(process, legal);
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/vision");
        Assert.Contains("1 of 3 organizations have put in ideas", page.Words, StringComparison.Ordinal);
        Assert.Contains("2 organizations have not been heard", page.Words, StringComparison.Ordinal);
        page = await ana.Submit(page, "remind");
        Assert.Contains("on their way", page.Words, StringComparison.Ordinal);
        var letters = await table.World.See(db => db.Letters.Where(l => l.PartnershipId == table.Partnership.Id && l.Kind == "vision-reminder").ToListAsync());
        Assert.Equal([clinic.Person.Email], letters.Select(l => l.Address));
        page = await ana.Submit(page, "remind");
        Assert.Contains("reminded today", Assert.Single(page.Errors), StringComparison.Ordinal);
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.DoesNotContain("Send a reminder", (await lee.Get($"{table.Home}/vision")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_cards_from_paper_in_one_send()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var process = await table.Boards();
        using var jo = await table.World.SignedIn(await table.Facilitator(process));
        var address = $"{table.Home}/vision/processes/{process.Number}/paper";
        var seat = $"{(await table.Look(legal.Number)).Id}";
        var rows = Enumerable.Range(1, 40).Select(i => ($"Row.{i}", i is 7 ? new string('y', 1200) : $"Idea {i}")).Append(("Row.11.Board", "resources")).Append(("Input.Seat", seat)).ToArray();
        var page = await jo.Submit(await jo.Get(address), "paper", rows);
        Assert.Equal("Row 7 has 1,200 characters; a card holds 1,000. Shorten it, or make two cards of it.", Assert.Single(page.Errors));
        Assert.Contains("Idea 40", page.Text, StringComparison.Ordinal);
        page = await jo.Submit(page, "paper", ("Row.7", "Shorter"));
        Assert.Contains("40 cards are on the boards", page.Words, StringComparison.Ordinal);
        var cards = await table.World.See(db => db.Cards.Where(c => c.ProcessId == process.Id).ToListAsync());
        Assert.Equal((10, 30, 40), (cards.Count(c => c.Board is Board.Needs), cards.Count(c => c.Board is Board.Resources), cards.Count(c => c.Way is CardWay.Paper && $"{c.SeatId}" == seat)));
        page = await jo.Submit(await jo.Get($"{address}?board=outcomes"), "paper", ("Row.3", "Only this"));
        Assert.Contains("Choose the organization", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Only this", page.Text, StringComparison.Ordinal);
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.Get(address)).Status);
    }

    [Fact]
    public async Task A_session_is_planned_by_the_clock_and_printed()
    {
        var table = await World.Found();
        var process = await table.Boards();
        using var ana = await table.Ana();
        var address = $"{table.Home}/vision/processes/{process.Number}";
        var page = await ana.Get($"{address}/session?start=18:30");
        Assert.Contains("6:30 PM Welcome and ground rules 10 minutes", page.Words, StringComparison.Ordinal);
        Assert.Contains("7:24 PM Choose with stickers 6 minutes", page.Words, StringComparison.Ordinal);
        Assert.Equal(7, (await ana.Get($"{address}/session/timer")).Html.QuerySelectorAll("[data-minutes]").Length);
        Assert.Equal(32, (await ana.Get($"{address}/print?what=cards")).Html.QuerySelectorAll(".rt-paper__card").Length);
        Assert.Contains("18:30 Bienvenida", (await ana.Get($"/es{address}/session?start=18:30")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_partnerships_see_nothing()
    {
        var (table, other) = (await World.Found(), await World.Found("Fox County"));
        var legal = await table.Seat();
        var process = await table.Boards();
        await table.Card(process, legal);
        using var stranger = await other.Ana();
        foreach (var rest in (string[])["", "/plan", "/boards/needs", "/cards/1", "/paper", "/session", "/print"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{table.Home}/vision/processes/{process.Number}{rest}")).Status);
    }
}
