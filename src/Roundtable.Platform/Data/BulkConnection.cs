using Microsoft.EntityFrameworkCore;

namespace Roundtable.Platform.Data;

/// <summary>
/// Keeps one connection for many transactions of bulk rows, so that what was prepared stays so. What one transaction after the other
/// writes to is put in its place less often: on SQLite pages go from the log into the file every 40 MB, not every 4; on PostgreSQL
/// words go from a list into the index every 32 MB.
/// </summary>
public sealed class BulkConnection : IAsyncDisposable
{
    private readonly RoundtableDb db;

    private BulkConnection(RoundtableDb db) => this.db = db;

    public static async Task<BulkConnection> Open(RoundtableDb db, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        await (db.IsSqlite ? db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint=10000", ct) : db.Database.ExecuteSqlAsync($"SET gin_pending_list_limit='32MB'; SET work_mem='64MB'", ct));
        return new(db);
    }

    public async ValueTask DisposeAsync()
    {
        await (db.IsSqlite ? db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory") : db.Database.ExecuteSqlAsync($"RESET gin_pending_list_limit; RESET work_mem"));
        await db.Database.CloseConnectionAsync();
    }
}
