using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundtable.Decisions;
using Roundtable.Platform.Access;
using Roundtable.Vision;

namespace Roundtable.Tests.Vision;

public class DotPagesTests
{
    private static async Task<(Table Table, SeatedOrganization Legal, VisionProcess Process)> Clustered()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        await table.Seat("Transit Riders Council", representative: "Bo Lind");
        var process = await table.Boards();
        foreach (var text in (string[])["Immigration forms", "Bus", "Phones"]) await table.Card(process, legal, text);
        using var ana = await table.Ana();
        foreach (var (name, card) in (IEnumerable<(string, string)>)[("Forms", "1"), ("Transit", "2"), ("Phones", "3")])
            await ana.Submit(await ana.Get(ClusterUrls.Of(table.Partnership, process.Number, Board.Needs)), "sort", ("Input.Into", "new"), ("Input.Name", name), ("Cards", card));
        return (table, legal, process);
    }

    private static Task<Motion> Vote(Table table, Actor actor, Guid seat, params (int Option, int Dots)[] dots) => table.World.Do(async db =>
    {
        var motion = await db.Motions.Where(m => m.PartnershipId == table.Partnership.Id).SingleAsync();
        motion.Cast(actor, seat, new Vote(Dots: dots.ToDictionary(d => d.Option, d => d.Dots)), table.World.Now);
        motion.Settle(actor, (await db.VotingSeats(table.Partnership.Id)).ToHashSet(), table.World.Now);
        return motion;
    });

    [Fact]
    public async Task The_facilitator_starts_a_dot_vote_and_the_board_shows_what_came_of_it()
    {
        var (table, legal, process) = await Clustered();
        var person = await table.Facilitator(process);
        using var jo = await table.World.SignedIn(person);
        var (needs, rounds) = (ClusterUrls.Of(table.Partnership, process.Number, Board.Needs), ClusterUrls.Rounds(table.Partnership, process.Number));
        var form = await jo.Get((await jo.Get(needs)).Link("Start a dot vote"));
        Assert.Equal(["1", "2", "3"], form.Html.QuerySelectorAll("input[name='Input.Clusters'][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("2026-12-04", form.Html.QuerySelector("[name='Input.Until']")!.GetAttribute("value"));
        Assert.Equal("Choose at least two clusters.", Assert.Single((await jo.Post(form.Address, Fields(form, "Input.Clusters", "1"))).Errors));
        await jo.Submit(form, "round");
        var motion = await table.World.See(db => db.Motions.AsNoTracking().SingleAsync(m => m.PartnershipId == table.Partnership.Id));
        Assert.Equal((MotionState.Open, 3, 3, NodaTime.Instant.FromUtc(2026, 12, 5, 6, 0)), (motion.State, motion.Dots, motion.Roll.Count, motion.ClosesAt));
        var page = await jo.Get(needs);
        Assert.Contains("What matters most?: 0 of 3 organizations have given their dots.", page.Words);
        Assert.DoesNotContain("dots from", page.Words);

        var seats = await table.World.See(db => db.VotingSeats(table.Partnership.Id));
        await Vote(table, await table.World.ActorOf(table.Convener), seats[0], (1, 1), (3, 2));
        await Vote(table, await table.World.ActorOf(legal.Person), seats[1], (3, 1));
        Assert.Contains("2 of 3 organizations have given their dots. Open to the end of Dec 4, 2026", (await jo.Get(rounds)).Words);
        var bo = await table.World.See(async db => (await db.Grants.FirstAsync(g => g.SeatId == seats[2])).PersonId);
        await Vote(table, Actor.Person(bo, false, [new(table.Partnership.Id, Role.Representative, seats[2])]), seats[2], (2, 3));
        page = await jo.Get(needs);
        Assert.Contains("3 dots from 2 organizations", page.Words);
        Assert.Contains("1 dot from 1 organization", page.Words);
        page = await jo.Get(rounds);
        Assert.Equal(["1 Phones 3 2", "2 Transit 3 1", "3 Forms 1 1"], page.Html.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))));
        page = await jo.Submit(page, "arrange", ("Order", $"{motion.Number} needs"));
        Assert.Equal(["Phones", "Transit", "Forms"], page.Html.QuerySelectorAll("[data-bin]").Take(3).Select(b => b.GetAttribute("data-name")));
        page = await jo.Submit(page, "undo");
        Assert.Equal("Forms", page.Html.QuerySelector("[data-bin]")!.GetAttribute("data-name"));
    }

    [Fact]
    public async Task A_wrong_day_or_number_of_dots_is_said_beside_its_field()
    {
        var (table, _, process) = await Clustered();
        using var ana = await table.Ana();
        var form = await ana.Get(ClusterUrls.NewRound(table.Partnership, process.Number));
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("Input.Until", "2026-11-01"), ("Input.Until", "soon"), ("Input.Dots", "many"), ("Input.Dots", "51"), ("Input.Title", " ")])
        {
            var page = await ana.Submit(form, "round", (name, value));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.NotNull(page.Html.QuerySelector($"[name='{name}'][aria-invalid]"));
        }
        Assert.Equal(0, await table.World.See(db => db.Motions.CountAsync(m => m.PartnershipId == table.Partnership.Id)));
    }

    [Fact]
    public async Task Gaps_name_what_is_missing_and_lead_to_the_screen_that_closes_it()
    {
        var (table, _, process) = await Clustered();
        using var ana = await table.Ana();
        var page = await ana.Get(ClusterUrls.Gaps(table.Partnership, process.Number));
        Assert.Contains($"No answer from 2 of 3: {table.Library.Name}, Transit Riders Council", page.Words);
        Assert.Contains("No resource named for “Forms”", page.Words);
        Assert.Contains("No outcomes named", page.Words);
        Assert.Contains("Nothing shows the need “Forms”", page.Words);
        foreach (var link in page.Html.QuerySelectorAll("main .rt-results a").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await ana.Get(link)).Status);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(Page page, string name, string value) =>
        page.Form("round").QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Key != name).Append(KeyValuePair.Create(name, value));
}
