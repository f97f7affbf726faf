using Npgsql;
using Roundtable.Platform;
using Roundtable.Platform.Data;

namespace Roundtable.Tests;

/// <summary>
/// An empty database: a SQLite file, or a database of its own in the PostgreSQL cluster that
/// <c>ROUNDTABLE_TEST_POSTGRES</c> points to. The same tests run on both.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Cluster = Environment.GetEnvironmentVariable("ROUNDTABLE_TEST_POSTGRES");

    private TestDatabase(string name)
    {
        Name = name;
        Directory = Path.Combine(Path.GetTempPath(), name);
        System.IO.Directory.CreateDirectory(Directory);
        Connection = Cluster is null ? $"Data Source={Path.Combine(Directory, "roundtable.db")}" : $"{Cluster};Database={name};Maximum Pool Size=20";
    }

    public static bool IsPostgres => Cluster is not null;
    public string Name { get; }
    public string Directory { get; }
    public string Connection { get; }

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase($"roundtable_test_{Ids.New():N}");
        if (Cluster is not null) await database.Tell("CREATE DATABASE");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is null) SqliteRules.LetGo();
        else
        {
            NpgsqlConnection.ClearAllPools();
            await Tell("DROP DATABASE IF EXISTS", " WITH (FORCE)");
        }
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private async Task Tell(string what, string how = "")
    {
        await using var connection = new NpgsqlConnection($"{Cluster};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"{what} \"{Name}\"{how}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
