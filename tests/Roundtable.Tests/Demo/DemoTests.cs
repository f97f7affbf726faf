using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundtable.Demo;
using Roundtable.Directory;
using Roundtable.Partnerships;
using Roundtable.People;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Tests.Demo;

/// <summary>Loading and removing Riverbend County.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Loading_brings_three_partnerships_and_every_chain_verifies()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        Assert.Equal("Riverbend County E-Government Roundtable", riverbend.Lively.Name);
        Assert.Equal((riverbend.Statewide.Id, riverbend.Statewide.Id), (riverbend.Lively.ParentId, riverbend.Young.ParentId));
        Assert.Equal(11, await world.See(db => db.Seats.Of(riverbend.Lively).Seated().CountAsync()));
        Assert.Equal(1, await world.See(db => db.Seats.Of(riverbend.Young).CountAsync()));
        Assert.Empty(await world.See(db => HappeningLog.Verify(db)));
    }

    [Fact]
    public async Task Each_chain_tells_its_days_in_order()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var told = await world.See(db => db.Happenings.Where(h => h.ChainId == riverbend.Lively.Id).OrderBy(h => h.Sequence).Select(h => h.At).ToListAsync());
        Assert.Equal(told.Order(), told);
        Assert.True(told[^1] <= world.Now);
    }

    [Fact]
    public async Task Loading_twice_does_nothing()
    {
        await using var world = await World.Open();
        await world.Riverbend();
        var before = await Rows(world);
        Assert.False(await Act(world, d => d.Load(Actor.System("test"))));
        Assert.Equal(before, await Rows(world));
    }

    [Fact]
    public async Task The_lively_one_has_prospects_at_every_open_stage_and_two_that_said_no_for_now()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var stages = await world.See(db => db.Prospects.In(riverbend.Lively.Id).Select(p => p.Stage).Distinct().ToListAsync());
        Assert.Equal(EngagementStages.Open.Concat([EngagementStage.Paused, EngagementStage.Declined]).Order(), stages.Order());
        var invitations = await world.See(db => db.Invitations.In(riverbend.Lively.Id).OrderBy(i => i.State).Select(i => i.State).ToListAsync());
        Assert.Equal([InvitationState.Answered, InvitationState.Sent], invitations.OrderBy(i => $"{i}"));
    }

    [Fact]
    public async Task Partners_see_the_conflict_and_not_what_is_private()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var grants = await world.See(db => db.Grants.Where(g => g.PersonId == riverbend.Denise.Id).ToListAsync());
        var denise = Actor.Person(riverbend.Denise.Id, administrator: false, [.. grants.Select(g => g.Standing)]);
        var seen = await world.See(db => db.BriefItems.VisibleTo(denise).Select(i => i.Text!).ToListAsync());
        Assert.Contains(seen, t => t.StartsWith("Our counsel says self-service", StringComparison.Ordinal));
        Assert.Contains(seen, t => t.StartsWith("Assisted level at every branch", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, t => t.StartsWith("The board wants to see this cost no new position", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_journey_of_the_lively_one_is_proven_by_records_and_names_the_missing_role()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var grants = await world.See(db => db.Grants.Where(g => g.PersonId == riverbend.Ana.Id).ToListAsync());
        var ana = Actor.Person(riverbend.Ana.Id, administrator: false, [.. grants.Select(g => g.Standing)]);
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundtableDb>();
        var view = new JourneyView(db, ana, riverbend.Lively, world.Now, await db.Table(ana, riverbend.Lively.Id));
        var journey = await Journey.Of(view, scope.ServiceProvider.GetServices<JourneyRule>());
        Assert.Equal((4, 5), (journey[JourneyPart.CommonConcern].Have, journey[JourneyPart.CommonConcern].Of));
        Assert.Equal("partnerships.find.assessment", journey[JourneyPart.CommonConcern].Findings[0].Gap?.Key);
        Assert.Equal((JourneyState.Done, JourneyState.Done), (journey[JourneyPart.Ownership].State, journey[JourneyPart.Agendas].State));
    }

    [Fact]
    public async Task Clearing_leaves_nothing_behind_but_what_happened()
    {
        await using var world = await World.Open();
        var before = await Rows(world);
        await world.Riverbend();
        Assert.True(await Act(world, d => d.Clear(Actor.System("test"))));
        Assert.Equal(before, await Rows(world));
        Assert.Empty(await world.See(db => HappeningLog.Verify(db)));
        Assert.Equal(3, await world.See(db => db.Happenings.CountAsync(h => h.Kind == "partnership.removed")));
        Assert.False(await Act(world, d => d.Clear(Actor.System("test"))));
        Assert.True(await Act(world, d => d.Load(Actor.System("test"))));
    }

    [Fact]
    public async Task Clearing_keeps_what_another_partnership_uses()
    {
        await using var world = await World.Open();
        var riverbend = await world.Riverbend();
        var founder = await world.Person("Rosalind Grey");
        var organization = await world.See(db => db.Organizations.FirstAsync(o => o.ShownName == Cast.AdultSchool));
        var own = await world.Do(async db =>
        {
            var parent = await db.Partnerships.FirstAsync(p => p.Id == riverbend.Statewide.Id);
            var founded = Partnership.Found(Actor.Person(founder.Id, administrator: false, []), new("Our own", "our-own", "People can renew by themselves", new("VT", [], "Vermont"), Level.Local, organization.Id, "America/New_York"), parent, world.Now);
            return db.Keep(founded);
        });
        await Act(world, d => d.Clear(Actor.System("test")));
        var kept = await world.See(db => db.Partnerships.SingleAsync());
        Assert.Equal((own.Id, null), (kept.Id, kept.ParentId));
        Assert.Equal([organization.Id], await world.See(db => db.Organizations.Select(o => o.Id).ToListAsync()));
        Assert.Equal([founder.Id], await world.See(db => db.People.Select(p => p.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_printed_address_signs_in_the_convener()
    {
        await using var world = await World.Open();
        Assert.Null(await Act(world, d => d.LetIn()));
        await world.Riverbend();
        var path = await Act(world, d => d.LetIn());
        Assert.Contains("Ana Ruiz", (await world.Browser().Get(path!)).Words, StringComparison.Ordinal);
    }

    internal static async Task<T> Act<T>(World world, Func<DemoData, Task<T>> act)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DemoData>());
    }

    /// <summary>How many rows each table has; what happened and the numbers of the whole site only ever grow.</summary>
    private static Task<IReadOnlyDictionary<string, int>> Rows(World world) => world.See(async db =>
    {
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var count = typeof(DemoTests).GetMethod(nameof(Count), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).Except([typeof(Happening), typeof(ChainHead), typeof(RunningNumber)]))
            rows[type.Name] = await (Task<int>)count.MakeGenericMethod(type).Invoke(null, [db])!;
        return (IReadOnlyDictionary<string, int>)rows;
    });

    private static Task<int> Count<T>(RoundtableDb db) where T : class => db.Set<T>().CountAsync();
}
