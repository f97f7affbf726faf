using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Roundtable.Platform.Data;

/// <summary>
/// One prepared INSERT, bound by position. Microsoft.Data.Sqlite looks each parameter up by its name for each row, which costs
/// more than storing it; a file of two million organizations has seventy million cells.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private const int EnableTrigger = 1003;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="names">Table and columns, as the model calls them.</param>
    public SqliteInsert(SqliteConnection connection, string table, IEnumerable<string> names)
    {
        database = connection.Handle!;
        var columns = names.Select(n => $"\"{n}\"").ToList();
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out statement));
    }

    /// <summary>
    /// Writes the rows without the table's triggers: within a trigger the full-text index puts what it holds on disk after each row,
    /// which takes three times as long as all else. Whoever writes in bulk fills what the triggers would have filled.
    /// </summary>
    public void WithoutTriggers(Action write)
    {
        Check(raw.sqlite3_db_config(database, EnableTrigger, 0, out _));
        try
        {
            write();
        }
        finally
        {
            Check(raw.sqlite3_db_config(database, EnableTrigger, 1, out _));
        }
    }

    /// <param name="value">As the database stores it: nothing, a whole number, a fraction, a text or bytes.</param>
    public void Bind(int column, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, column + 1),
        string text => raw.sqlite3_bind_text16(statement, column + 1, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, column + 1, bytes),
        double fraction => raw.sqlite3_bind_double(statement, column + 1, fraction),
        _ => raw.sqlite3_bind_int64(statement, column + 1, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    });

    /// <exception cref="SqliteException">The row breaks a rule of the table.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);

    public void Dispose() => statement.Dispose();
}
