using Microsoft.EntityFrameworkCore;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Data;

/// <summary>The shared database, for several nodes.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, ModelParts parts, WriterTurns turns) : RoundtableDb(options, parts, turns)
{
    public override bool IsSqlite => false;

    // Insert-or-nothing, then lock: two nodes that begin the same chain meet at the row.
    internal override async Task<ChainHead> LockHead(Guid chain, CancellationToken ct)
    {
        Forget<ChainHead>(h => h.Id == chain);
        await Database.ExecuteSqlAsync($"INSERT INTO chain_head (id, sequence, hash) VALUES ({chain}, 0, '') ON CONFLICT DO NOTHING", ct);
        return await Set<ChainHead>().FromSql($"SELECT * FROM chain_head WHERE id = {chain} FOR UPDATE").SingleAsync(ct);
    }

    public override async Task Turn(Guid partnership, string kind, CancellationToken ct = default)
    {
        await base.Turn(partnership, kind, ct);
        await LockNumber(partnership, kind, ct);
    }

    protected override async Task<RunningNumber> LockNumber(Guid partnership, string kind, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"INSERT INTO running_number (partnership_id, kind, last) VALUES ({partnership}, {kind}, 0) ON CONFLICT DO NOTHING", ct);
        return await Set<RunningNumber>().FromSql($"SELECT * FROM running_number WHERE partnership_id = {partnership} AND kind = {kind} FOR UPDATE").SingleAsync(ct);
    }
}
