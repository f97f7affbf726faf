using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Roundtable.Decisions;
using Roundtable.Partnerships;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Decisions;

/// <summary>Many at once, on one node and on two: one ballot for each seat, and a recount that equals the tally.</summary>
public class BallotRaceTests
{
    private const int Many = 50;

    private static Task<Motion> Opened(Table table, bool secret = false) => table.World.Do(async db =>
    {
        var actor = await table.World.ActorOf(table.Convener);
        var motion = Motion.Prepare(actor, table.Partnership.Id, actor.SeatIn(table.Partnership.Id), MotionKind.General,
            new("Saturdays", "All sites open on Saturdays.", null, secret ? BallotForm.YesNo : BallotForm.Gradient, secret, false, 0), new(DecisionRule.Majority, 50, true, 7, 0), table.World.Now);
        motion.Open(actor, await db.VotingSeats(table.Partnership.Id), table.World.Now + Duration.FromDays(7), table.World.Now);
        db.Add(motion);
        return motion;
    });

    private static Task<string> Cast(World world, Table table, Actor actor, int number, Guid seat, Vote vote, IClock? clock = null) => Task.Run(() => world.See(async db =>
    {
        try
        {
            return await db.Together(async () =>
            {
                await db.Answer(actor, table.Partnership, number, clock ?? world.Clock, (m, now) => m.Cast(actor, seat, vote, now));
                await db.SaveChangesAsync();
                return "cast";
            });
        }
        catch (Refusal no)
        {
            return no.Key;
        }
    }));

    private static Task<Motion> Look(Table table, Motion motion) => table.World.See(db => db.Motions.AsNoTracking().AsSplitQuery().SingleAsync(m => m.Id == motion.Id));

    [Fact]
    public async Task Fifty_casts_at_once_for_one_seat_leave_one_ballot()
    {
        var table = await World.Found();
        var motion = await Opened(table);
        await table.Seat();
        var (actor, seat) = (await table.World.ActorOf(table.Convener), motion.Roll[0].SeatId);
        // The second seat came after the opening, so the first ballot would close the motion: the roll has one seat.
        var open = await Opened(table);
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Cast(table.World, table, actor, open.Number, seat, Panel.Say((Stance)(i % 8)))));
        Assert.All(answers, a => Assert.Equal("cast", a));
        var after = await Look(table, open);
        Assert.Equal((Many, 1), (after.Ballots.Count, after.Ballots.Count(b => b.IsCurrent)));
        Assert.Equal(1, Tally.Of(after).Voted);
        Assert.Equal(after.Ballots.Single(b => b.IsCurrent).Stance, Tally.Of(after).Stances.Single().Key);
        var single = await Look(table, motion);
        Assert.Equal(MotionState.Open, single.State);
    }

    [Fact]
    public async Task Secret_casts_on_two_nodes_leave_one_ballot_for_each_seat()
    {
        await using var world = await World.Open();
        await using var other = await World.Open(world.Database, null);
        var table = await world.FoundHere();
        for (var i = 0; i < 5; i++) await table.Seat($"Partner {i}", representative: $"Person {i}");
        var motion = await Opened(table, secret: true);
        var grants = await world.See(db => db.Grants.Where(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Representative).ToListAsync());
        var tries = from i in Enumerable.Range(0, 8) from g in grants.Take(5) select Cast(i % 2 == 0 ? world : other, table, Actor.Person(g.PersonId, false, [g.Standing]), motion.Number, g.SeatId!.Value, new(Stance.Endorse));
        var answers = await Task.WhenAll(tries);
        Assert.Equal(5, answers.Count(a => a == "cast"));
        Assert.All(answers.Where(a => a != "cast"), a => Assert.Equal("decisions.secret-is-final", a));
        var after = await Look(table, motion);
        Assert.Equal((5, 5), (after.Roll.Count(r => r.HasAnswered), after.SecretCounts.Single(c => c.Stance is Stance.Endorse).Count));
        Assert.All(after.SecretCounts, c => Assert.Equal(5, c.Of));
    }

    [Fact]
    public async Task A_cast_at_the_closing_instant_is_in_or_out_and_the_verdict_fits()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        for (var i = 0; i < 4; i++) await table.Seat($"Partner {i}", representative: $"Person {i}");
        for (var round = 0; round < 5; round++)
        {
            var motion = await Opened(table);
            var grants = await world.See(db => db.Grants.Where(g => g.PartnershipId == table.Partnership.Id && g.Role == Role.Representative).OrderBy(g => g.Id).ToListAsync());
            var clocks = new[] { motion.ClosesAt!.Value - Duration.Epsilon, motion.ClosesAt.Value }.Select(at => new FakeClock(at)).ToArray();
            var casts = grants.Select((g, i) => Cast(world, table, Actor.Person(g.PersonId, false, [g.Standing]), motion.Number, g.SeatId!.Value, new(i % 2 == 0 ? Stance.Endorse : Stance.Disagree), clocks[i % 2]));
            var closing = Task.Run(() => world.See(db => db.Together(async () =>
            {
                await db.Answer(Actor.System("test"), table.Partnership, motion.Number, clocks[1], (_, _) => { });
                return await db.SaveChangesAsync();
            })));
            var answers = await Task.WhenAll(casts);
            await closing;
            var after = await Look(table, motion);
            Assert.Equal(MotionState.Decided, after.State);
            Assert.Equal(answers.Count(a => a == "cast"), after.Ballots.Count(b => b.IsCurrent));
            Assert.All(answers.Where((_, i) => i % 2 == 1), a => Assert.Equal("decisions.closed", a));
            Assert.Equal(Verdict.Of(after).Result, after.Result);
        }
    }

    [Fact]
    public async Task The_database_itself_lets_one_ballot_of_a_seat_through()
    {
        var table = await World.Found();
        await table.Seat();
        var motion = await Opened(table);
        var actor = await table.World.ActorOf(table.Convener);
        var seat = actor.SeatIn(table.Partnership.Id)!.Value;
        // Two that read before either wrote, without waiting for their turn.
        await table.World.See(async one => await table.World.See(async two =>
        {
            var (first, second) = (await one.Motions.AsSplitQuery().SingleAsync(m => m.Id == motion.Id), await two.Motions.AsSplitQuery().SingleAsync(m => m.Id == motion.Id));
            first.Cast(actor, seat, new(Stance.Endorse), table.World.Now);
            second.Cast(actor, seat, new(Stance.Disagree), table.World.Now);
            await one.SaveChangesAsync();
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync());
            return 0;
        }));
        Assert.Equal(Stance.Endorse, Assert.Single((await Look(table, motion)).Ballots).Stance);
    }
}
