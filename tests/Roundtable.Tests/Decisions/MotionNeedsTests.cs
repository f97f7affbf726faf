using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;

namespace Roundtable.Tests.Decisions;

/// <summary>What motions ask of whom, on the home page, on the personal page, and on the way to a reminder.</summary>
public class MotionNeedsTests
{
    private static async Task<IReadOnlyList<Need>> Of(Table table, Person person)
    {
        var actor = await table.World.ActorOf(person);
        return await table.World.See(async db => await new MotionNeeds().For(new(db, actor, [table.Partnership], await db.Table(actor, table.Partnership.Id), table.World.Now)));
    }

    private static async Task<IReadOnlyList<string>> Keys(Table table, Person person) => [.. (await Of(table, person)).Select(n => n.Title.Key)];

    [Fact]
    public async Task Whoever_may_answer_for_a_silent_seat_is_asked_until_it_answers()
    {
        var table = await World.Found();
        var (legal, hears) = (await table.Seat(), await table.Seat("Clinic", Sector.Health, "Only listens", observer: true));
        var motion = await table.Put();
        var need = Assert.Single(await Of(table, legal.Person));
        Assert.Equal(("decisions.need.vote", $"/motions/{motion.Number}", new LocalDate(2026, 12, 8), 2), (need.Title.Key, need.Step, need.Due, need.Urgency));
        Assert.Equal("decisions.need.vote.for", need.Detail!.Key);
        Assert.Empty(await Of(table, hears.Person));
        using var lee = await table.World.SignedIn(legal.Person);
        Assert.Contains("Decide by Dec 8, 2026: Open on Saturdays", (await lee.Get(table.Home)).Words, StringComparison.Ordinal);
        Assert.Contains("Decidir a más tardar el 8 de diciembre de 2026: Open on Saturdays", (await lee.Get($"/es{table.Home}")).Words, StringComparison.Ordinal);
        await table.Cast(motion, legal.Person);
        Assert.Empty(await Of(table, legal.Person));
    }

    [Fact]
    public async Task An_entrusted_answer_is_asked_of_who_is_to_give_it()
    {
        var table = await World.Found();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        var motion = await table.Put();
        await table.Cast(motion, school.Person);
        var to = (await table.Look(school.Number)).Id;
        await table.Act(motion, legal.Person, (m, actor, seat) => m.Entrust(actor, seat, to, table.World.Now));
        var need = Assert.Single(await Of(table, school.Person));
        Assert.Equal(("decisions.need.vote.entrusted", $"/motions/{motion.Number}?for={legal.Number}"), (need.Detail!.Key, need.Step));
        await table.World.Do(db => Task.FromResult(db.Add(new Grant(table.Partnership.Id, school.Person.Id, Role.Facilitator))));
        Assert.Empty(await Of(table, school.Person));
    }

    [Fact]
    public async Task A_board_is_asked_about_on_its_day()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Act(motion, legal.Person, (m, actor, seat) => m.AwaitBoard(actor, seat, "Our council", new LocalDate(2027, 1, 12), table.Partnership.Zone, world.Now));
        Assert.Empty(await Of(table, legal.Person));
        world.Clock.Reset(Instant.FromUtc(2027, 1, 12, 12, 0));
        Assert.Equal(["decisions.need.board"], await Keys(table, legal.Person));
        Assert.Empty(await Keys(table, table.Convener));
        world.Clock.Advance(Duration.FromDays(1));
        Assert.Empty(await Of(table, legal.Person));
    }

    [Fact]
    public async Task The_owner_is_asked_to_open_and_to_write_down_what_follows()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var prepared = await world.Do(async db =>
        {
            var actor = await world.ActorOf(legal.Person);
            var motion = Motion.Prepare(actor, table.Partnership.Id, actor.SeatIn(table.Partnership.Id), MotionKind.General, new("Rides", "We pay for rides.", null, BallotForm.Consent, false, false, 0), RuleTerms.UsualFor(MotionKind.General), world.Now);
            db.Add(motion);
            return motion;
        });
        Assert.Equal(["decisions.need.open"], await Keys(table, legal.Person));
        Assert.Empty(await Keys(table, table.Convener));
        await world.Do(async db =>
        {
            var motion = await db.Motions.SingleAsync(m => m.Id == prepared.Id);
            motion.Open(await world.ActorOf(legal.Person), await db.VotingSeats(table.Partnership.Id), world.Now + Duration.FromDays(7), world.Now);
            return 0;
        });
        await table.Cast(prepared, legal.Person);
        await table.Cast(prepared, table.Convener);
        Assert.Equal(["decisions.need.outcome"], await Keys(table, legal.Person));
        world.Clock.Advance(Duration.FromDays(31));
        Assert.Empty(await Keys(table, legal.Person));
    }

    [Fact]
    public async Task What_only_an_organization_can_open_is_asked_of_the_convener_and_not_of_the_facilitator()
    {
        var table = await World.Found();
        var facilitator = await table.World.Person("Fay Moss");
        await table.World.Do(db => Task.FromResult(db.Add(new Grant(table.Partnership.Id, facilitator.Id, Role.Facilitator))));
        var actor = await table.World.ActorOf(facilitator);
        foreach (var form in new[] { BallotForm.Consent, BallotForm.Dots })
            await table.World.Do(db => Task.FromResult(db.Add(Motion.Prepare(actor, table.Partnership.Id, null, MotionKind.General,
                new($"{form}", "Words.", null, form, false, false, 3, form is BallotForm.Dots ? [new("A"), new("B")] : []), RuleTerms.UsualFor(MotionKind.General), table.World.Now))));
        Assert.Equal(["Consent", "Dots"], (await Of(table, table.Convener)).Select(n => n.Title.With[0]));
        Assert.Equal(["Dots"], (await Of(table, facilitator)).Select(n => n.Title.With[0]));
    }

    [Fact]
    public async Task The_reminder_page_shows_whom_it_goes_to_and_writes_to_nobody_else()
    {
        var table = await World.Found();
        var (legal, school) = (await table.Seat(), await table.Seat("Adult School", Sector.Education, "Kim Lee"));
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        await table.Cast(motion, school.Person);
        using var ana = await table.Ana();
        var page = await ana.Get($"{table.Home}/motions/{motion.Number}/reminder");
        Assert.Contains("To Lee Vang", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Adult School", page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ana.Submit(page, "remind");
        Assert.Equal([legal.Person.Email], await table.World.Addresses(motion, MotionLetters.Reminder));
        var again = await ana.Submit(await ana.Get($"{table.Home}/motions/{motion.Number}/reminder"), "remind");
        Assert.Contains("They were reminded less than a day ago.", again.Words, StringComparison.Ordinal);
        using var kim = await table.World.SignedIn(school.Person);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await kim.Get($"{table.Home}/motions/{motion.Number}/reminder")).Status);
        Assert.DoesNotContain("decisions.", (await ana.Get($"/es{table.Home}/motions/{motion.Number}/reminder")).Words, StringComparison.Ordinal);
    }
}
