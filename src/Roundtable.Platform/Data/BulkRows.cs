using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Roundtable.Platform.Data;

/// <summary>
/// Inserts many new rows of one kind quickly, past the change tracker, in the caller's transaction: a prepared command on SQLite,
/// COPY on PostgreSQL. The tables' triggers on SQLite do not see them. For rows that arrive by thousands from a file; whatever a person does goes through <c>SaveChangesAsync</c>.
/// </summary>
public sealed class BulkRows<T> : IDisposable where T : class
{
    private readonly RoundtableDb db;
    private readonly Column[] columns;
    private readonly string table;
    private SqliteInsert? insert;

    public BulkRows(RoundtableDb db)
    {
        this.db = db;
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        table = entity.GetTableName()!;
        columns = [.. entity.GetProperties().Select(p => new Column(p))];
    }

    /// <summary>Writes the rows in the current transaction.</summary>
    public async Task Insert(IReadOnlyCollection<T> rows, CancellationToken ct = default)
    {
        if (rows.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Rows in bulk are written inside RoundtableDb.Together.");
        var version = Ids.New();
        foreach (var row in rows)
            if (row is Record record) record.Version = version;
        if (db.IsSqlite) InsertEach(rows);
        else await Copy(rows, ct);
    }

    private void InsertEach(IReadOnlyCollection<T> rows)
    {
        var into = insert ??= new((SqliteConnection)db.Database.GetDbConnection(), table, columns.Select(c => c.Name));
        into.WithoutTriggers(() =>
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Length; i++) into.Bind(i, columns[i].Of(row));
                into.Run();
            }
        });
    }

    private async Task Copy(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
                if (column.Of(row) is { } value) await writer.WriteAsync(value, column.StoreType, ct);
                else await writer.WriteNullAsync(ct);
        }
        await writer.CompleteAsync(ct);
    }

    public void Dispose() => insert?.Dispose();

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        // "character varying(20)" → the type's name alone, as COPY wants it.
        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public object? Of(T row)
        {
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
