using CsCheck;
using Microsoft.EntityFrameworkCore;
using Roundtable.Platform;
using Roundtable.Platform.Access;
using Roundtable.Platform.Data;
using Roundtable.Platform.Happenings;

namespace Roundtable.Tests.Platform.Data;

/// <summary>What happened stays what happened.</summary>
public class ChainTests(DataBench bench) : IClassFixture<DataBench>
{
    private sealed record Tried(int Count) : Particulars { public override string Kind() => "test.tried"; }

    private static Happening One(Guid chain, int i) => new(chain, Actor.System("test"), World.Morning, new Tried(i), "Test", Ids.New());

    private static Task<bool> Append(RoundtableDb db, Guid chain, params int[] which) => db.Together(async () =>
    {
        await HappeningLog.Append(db, which.Select(i => One(chain, i)), default);
        await db.SaveChangesAsync();
        return true;
    });

    private Task<IReadOnlyList<string>> Problems(Guid chain) => bench.World.See(async db =>
        (IReadOnlyList<string>)[.. (await HappeningLog.Verify(db)).Where(p => p.Contains($"{chain}", StringComparison.Ordinal))]);

    private async Task<Guid> Chain(int length)
    {
        var chain = Ids.New();
        await bench.World.See(db => Append(db, chain, [.. Enumerable.Range(1, length)]));
        return chain;
    }

    [Fact]
    public async Task Many_writers_on_two_nodes_never_fork_a_chain()
    {
        var chain = Ids.New();
        await bench.AtOnce(16, (db, i) => Append(db, chain, i, i));
        Assert.Empty(await Problems(chain));
        var sequence = await bench.World.See(db => db.Happenings.Where(h => h.ChainId == chain).OrderBy(h => h.Sequence).Select(h => h.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 32).Select(i => (long)i), sequence);
    }

    [Fact]
    public async Task Writers_of_several_chains_do_not_wait_for_each_other_for_ever()
    {
        var (a, b) = (Ids.New(), Ids.New());
        await bench.AtOnce(12, (db, i) => db.Together(async () =>
        {
            await HappeningLog.Append(db, i % 2 == 0 ? [One(a, i), One(b, i)] : [One(b, i), One(a, i)], default);
            await db.SaveChangesAsync();
            return true;
        }));
        Assert.Empty(await Problems(a));
        Assert.Empty(await Problems(b));
    }

    [Fact]
    public async Task A_changed_happening_is_found()
    {
        var chain = await Chain(5);
        await bench.World.See(db => db.Happenings.Where(h => h.ChainId == chain && h.Sequence == 3).ExecuteUpdateAsync(s => s.SetProperty(h => h.Particulars, "{\"count\":99}")));
        Assert.Contains("happening 3 was changed", (await Problems(chain)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_happening_is_found()
    {
        var chain = await Chain(5);
        await bench.World.See(db => db.Happenings.Where(h => h.ChainId == chain && h.Sequence == 2).ExecuteDeleteAsync());
        Assert.Contains("happening 2 is missing", (await Problems(chain)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_end_is_found()
    {
        var chain = await Chain(5);
        await bench.World.See(db => db.Happenings.Where(h => h.ChainId == chain && h.Sequence == 5).ExecuteDeleteAsync());
        Assert.Contains("the chain's end says otherwise", (await Problems(chain)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inserted_happening_is_found()
    {
        var chain = await Chain(5);
        await bench.World.See(async db =>
        {
            var forged = One(chain, 7);
            forged.Join(6, (await db.Happenings.SingleAsync(h => h.ChainId == chain && h.Sequence == 5)).Hash);
            db.Add(forged);
            return await db.SaveChangesAsync();
        });
        Assert.Contains("the chain's end says otherwise", (await Problems(chain)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_happening_put_into_the_middle_is_found()
    {
        var chain = await Chain(3);
        await bench.World.See(async db =>
        {
            await db.Happenings.Where(h => h.ChainId == chain && h.Sequence == 3).ExecuteDeleteAsync();
            var forged = One(chain, 7);
            forged.Join(3, (await db.Happenings.SingleAsync(h => h.ChainId == chain && h.Sequence == 2)).Hash);
            db.Add(forged);
            return await db.SaveChangesAsync();
        });
        Assert.NotEmpty(await Problems(chain));
    }

    [Fact]
    public async Task A_chain_without_its_happenings_is_found()
    {
        var chain = await Chain(2);
        await bench.World.See(db => db.Happenings.Where(h => h.ChainId == chain).ExecuteDeleteAsync());
        Assert.NotEmpty(await Problems(chain));
    }

    [Fact]
    public async Task A_rolled_back_save_leaves_no_gap()
    {
        var chain = await Chain(2);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.World.See(db => db.Together<bool>(async () =>
        {
            await Append(db, chain, 3);
            throw new InvalidOperationException("The act failed after it was logged.");
        })));
        await bench.World.See(db => Append(db, chain, 4));
        Assert.Empty(await Problems(chain));
        Assert.Equal(3, await bench.World.See(db => db.Happenings.CountAsync(h => h.ChainId == chain)));
    }

    [Fact]
    public void Two_happenings_that_differ_anywhere_have_other_hashes() =>
        Gen.Select(Gen.Long, Gen.String, Gen.Long, Gen.String).Where((s1, p1, s2, p2) => (s1, p1) != (s2, p2)).Sample((s1, p1, s2, p2) =>
        {
            var (chain, h) = (Guid.Empty, One(Guid.Empty, 1));
            h.Join(s1, p1);
            var first = h.Hash;
            h.Join(s2, p2);
            return first != h.Hash && chain == h.ChainId;
        }, iter: 500);
}
