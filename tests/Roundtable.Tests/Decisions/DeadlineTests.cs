using Microsoft.EntityFrameworkCore;
using NodaTime;
using Roundtable.Decisions;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Decisions;

/// <summary>What the clock does to motions.</summary>
public class DeadlineTests
{
    [Fact]
    public async Task At_the_deadline_it_is_decided_and_not_before()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        world.Clock.Advance(Duration.FromDays(7) - Duration.FromSeconds(1));
        Assert.Equal(0, await world.Run<SettleMotions>());
        world.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal((1, 0), (await world.Run<SettleMotions>(), await world.Run<SettleMotions>()));
        var decided = await table.Look(motion);
        Assert.Equal((MotionState.Decided, MotionResult.Adopted, world.Now), (decided.State, decided.Result, decided.EndedAt));
    }

    [Fact]
    public async Task When_every_seat_has_answered_it_closes_early()
    {
        var table = await World.Found();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        Assert.Equal(MotionState.Open, (await table.Look(motion)).State);
        await table.Cast(motion, legal.Person, Stance.Block, "It costs too much");
        Assert.Equal(MotionResult.NotAdopted, (await table.Look(motion)).Result);
    }

    [Fact]
    public async Task A_board_has_its_own_clock()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        await table.Act(motion, legal.Person, (m, actor, seat) => m.AwaitBoard(actor, seat, "Our council", new LocalDate(2027, 1, 12), table.Partnership.Zone, world.Now));
        world.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(0, await world.Run<SettleMotions>());
        Assert.Equal(MotionState.Ratifying, (await table.Look(motion)).State);
        world.Clock.Reset(Instant.FromUtc(2027, 1, 13, 5, 59)); // a minute to midnight in Chicago
        Assert.Equal(0, await world.Run<SettleMotions>());
        world.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await world.Run<SettleMotions>());
        Assert.Equal(MotionResult.Adopted, (await table.Look(motion)).Result);
    }

    [Fact]
    public async Task When_the_last_silent_seat_leaves_the_table_it_is_decided()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, table.Convener);
        var convener = await world.ActorOf(table.Convener);
        await table.Change(legal.Number, s => s.Withdraw(convener, table.Partnership, "Moved away", table.Partnership.Today(world.Now), world.Now));
        Assert.Equal(1, await world.Run<SettleMotions>());
        var decided = await table.Look(motion);
        Assert.Equal((MotionResult.Adopted, 1), (decided.Result, Tally.Of(decided).Seats));
    }

    [Fact]
    public async Task Two_nodes_settle_once()
    {
        await using var world = await World.Open();
        await using var other = await World.Open(world.Database, null);
        var table = await world.FoundHere();
        await table.Seat();
        var motions = new List<Motion>();
        for (var i = 0; i < 5; i++) motions.Add(await table.Put(Duration.FromHours(1)));
        world.Clock.Advance(Duration.FromHours(1));
        other.Clock.Advance(Duration.FromHours(1));
        var settled = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? world : other).Run<SettleMotions>())));
        Assert.Equal(5, settled.Sum());
        Assert.Equal(5, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "motion.decided")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_vote_about_a_wording_is_followed_when_it_ends(bool byAnswers)
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        await table.Cast(motion, legal.Person);
        var (vote, amendment) = await world.Do(async db =>
        {
            var (actor, convener) = (await world.ActorOf(legal.Person), await world.ActorOf(table.Convener));
            var open = await db.Motions.AsSplitQuery().SingleAsync(m => m.Id == motion.Id);
            var suggested = Amendment.Suggest(actor, open, actor.SeatIn(table.Partnership.Id)!.Value, "All sites open on Sundays.", null, world.Now);
            var asks = suggested.PutToVote(convener, open, "Sundays", new(DecisionRule.Consent, 50, false, 7, 0), world.Now);
            asks.Open(convener, await db.VotingSeats(table.Partnership.Id), world.Now + Duration.FromDays(1), world.Now);
            db.Add(suggested);
            db.Add(asks);
            return (asks, suggested);
        });
        await table.Cast(vote, table.Convener);
        if (byAnswers) await table.Cast(vote, legal.Person);
        else
        {
            world.Clock.Advance(Duration.FromDays(1));
            Assert.Equal(1, await world.Run<SettleMotions>());
        }
        var after = await table.Look(motion);
        Assert.Equal(("All sites open on Sundays.", 2, false), (after.Text, after.Revision, after.Roll.Any(r => r.HasAnswered)));
        Assert.Equal(AmendmentState.Accepted, await world.See(db => db.Amendments.Where(a => a.Id == amendment.Id).Select(a => a.State).SingleAsync()));
        Assert.Equal(0, await world.Run<SettleMotions>());
    }

    [Fact]
    public async Task A_vote_about_a_wording_that_is_taken_back_declines_it()
    {
        await using var world = await World.Open();
        var table = await world.FoundHere();
        var legal = await table.Seat();
        var motion = await table.Put();
        var amendment = await world.Do(async db =>
        {
            var (actor, convener) = (await world.ActorOf(legal.Person), await world.ActorOf(table.Convener));
            var open = await db.Motions.AsSplitQuery().SingleAsync(m => m.Id == motion.Id);
            var suggested = Amendment.Suggest(actor, open, actor.SeatIn(table.Partnership.Id)!.Value, "All sites open on Sundays.", null, world.Now);
            var asks = suggested.PutToVote(convener, open, "Sundays", new(DecisionRule.Consent, 50, false, 7, 0), world.Now);
            asks.Withdraw(convener, "Asked in the meeting", world.Now);
            db.Add(suggested);
            db.Add(asks);
            return suggested;
        });
        Assert.Equal((1, 0), (await world.Run<SettleMotions>(), await world.Run<SettleMotions>()));
        Assert.Equal(AmendmentState.Declined, await world.See(db => db.Amendments.Where(a => a.Id == amendment.Id).Select(a => a.State).SingleAsync()));
        Assert.Equal(1, (await table.Look(motion)).Revision);
    }
}
