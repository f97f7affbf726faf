using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;

namespace Roundtable.Tests.Platform.Data;

/// <summary>Several writers at once, and what the database must be.</summary>
public class WritingTests(DataBench bench) : IClassFixture<DataBench>
{
    private static Link New(string? label = null) => Link.Make(LinkPurpose.Api, World.Morning, Duration.FromDays(1), out _, label: label);

    [Fact]
    public async Task An_edit_of_an_older_version_is_not_written()
    {
        var id = (await bench.World.Do(db => Task.FromResult(db.Add(New()).Entity))).Id;
        await using var first = bench.World.Services.CreateAsyncScope();
        await using var second = bench.Other.Services.CreateAsyncScope();
        var (a, b) = (first.ServiceProvider.GetRequiredService<RoundtableDb>(), second.ServiceProvider.GetRequiredService<RoundtableDb>());
        var (mine, theirs) = (await a.Links.SingleAsync(l => l.Id == id), await b.Links.SingleAsync(l => l.Id == id));
        theirs.Revoke(World.Morning);
        await b.SaveChangesAsync();
        mine.Use(World.Morning);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => a.SaveChangesAsync());
        Assert.Null(await bench.World.See(db => db.Links.Where(l => l.Id == id).Select(l => l.UsedAt).SingleAsync()));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_for_once_one_succeeds()
    {
        var link = Link.Make(LinkPurpose.SignIn, World.Morning, Duration.FromDays(1), out _, onceOnly: true);
        await bench.World.Do(db => Task.FromResult(db.Add(link)));
        var used = await bench.AtOnce(8, async (db, _) =>
        {
            try
            {
                (await db.Links.SingleAsync(l => l.Id == link.Id)).Use(World.Morning);
                await db.SaveChangesAsync();
                return true;
            }
            catch (Exception no) when (no is Refusal or DbUpdateConcurrencyException)
            {
                return false;
            }
        });
        Assert.Single(used, u => u);
    }

    [Fact]
    public async Task Several_saves_together_stand_or_fall_together()
    {
        var label = $"{Ids.New():N}";
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.World.See(db => db.Together<bool>(async () =>
        {
            db.Add(New(label));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The second half failed.");
        })));
        Assert.False(await bench.World.See(db => db.Links.AnyAsync(l => l.Label == label)));
    }

    [Fact]
    public async Task Saving_without_waiting_for_the_turn_is_a_bug() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.World.See(db =>
        {
            db.Add(New());
            return Task.FromResult(db.SaveChanges());
        }));

    [Fact]
    public async Task SQLite_under_weaker_rules_is_refused()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("About the embedded database.");
        await bench.World.See(async db =>
        {
            await SqliteRules.Assert(db);
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys=OFF");
            var weak = await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteRules.Assert(db));
            Assert.Contains("foreign_keys=0", weak.Message, StringComparison.Ordinal);
            return true;
        });
    }
}

/// <summary>One writer at a time, in the order they came.</summary>
public class WriterTurnsTests
{
    [Fact]
    public async Task Writers_come_in_the_order_they_asked()
    {
        var turns = new WriterTurns(oneAtATime: true);
        var first = await turns.Take(default);
        var order = new List<int>();
        var waiting = Enumerable.Range(1, 20).Select(i => Wait(turns.Take(default), i, order)).ToList();
        Assert.Empty(order);
        first!.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(1, 20), order);
    }

    [Fact]
    public async Task Who_gives_up_does_not_keep_the_next_one_waiting()
    {
        var turns = new WriterTurns(oneAtATime: true);
        using var gone = new CancellationTokenSource();
        var first = await turns.Take(default);
        var second = turns.Take(gone.Token);
        var third = turns.Take(default);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first!.Dispose();
        (await third)!.Dispose();
        (await turns.Take(default))!.Dispose();
    }

    [Fact]
    public async Task A_turn_given_back_twice_lets_one_writer_in()
    {
        var turns = new WriterTurns(oneAtATime: true);
        var first = await turns.Take(default);
        var (second, third) = (turns.Take(default), turns.Take(default));
        first!.Dispose();
        first.Dispose();
        var turn = await second;
        Assert.False(third.IsCompleted);
        turn!.Dispose();
        (await third)!.Dispose();
    }

    [Fact]
    public async Task Nobody_waits_where_the_database_lets_many_write() => Assert.Null(await new WriterTurns(oneAtATime: false).Take(default));

    private static async Task Wait(Task<IDisposable?> turn, int who, List<int> order)
    {
        using var mine = await turn;
        order.Add(who);
    }
}
