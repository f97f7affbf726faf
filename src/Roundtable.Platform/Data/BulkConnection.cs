using Microsoft.EntityFrameworkCore;

namespace Roundtable.Platform.Data;

/// <summary>
/// Keeps one connection for many transactions of bulk rows, so that what was prepared stays so, with a page cache that holds the indexes
/// they write to; SQLite's own 2 MB make it read them again and again. Pages that one transaction after the other writes to
/// go from the log into the file every 40 MB, not every 4.
/// </summary>
public sealed class BulkConnection : IAsyncDisposable
{
    private readonly RoundtableDb db;

    private BulkConnection(RoundtableDb db) => this.db = db;

    public static async Task<BulkConnection> Open(RoundtableDb db, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        if (db.IsSqlite) await db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint=10000", ct);
        return new(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (db.IsSqlite) await db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory");
        await db.Database.CloseConnectionAsync();
    }
}
