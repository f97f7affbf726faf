using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Roundtable.Platform.Happenings;

namespace Roundtable.Platform.Data;

/// <summary>The embedded database: one file, one writer, every acknowledged save on disk.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, ModelParts parts, WriterTurns turns) : RoundtableDb(options, parts, turns)
{
    public override bool IsSqlite => true;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Instant>().HaveConversion<InstantAsMicroseconds>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateAsText>();
        conventions.Properties<Guid>().HaveConversion<IdAsBytes>();
    }

    // BEGIN IMMEDIATE has already taken the only writer's place.
    internal override async Task<ChainHead> LockHead(Guid chain, CancellationToken ct)
    {
        Forget<ChainHead>(h => h.Id == chain);
        return await Set<ChainHead>().FindAsync([chain], ct) ?? Add(new ChainHead { Id = chain }).Entity;
    }

    protected override async Task<RunningNumber> LockNumber(Guid partnership, string kind, CancellationToken ct) =>
        await Set<RunningNumber>().FindAsync([partnership, kind], ct) ?? Add(new RunningNumber { PartnershipId = partnership, Kind = kind }).Entity;

    protected override object AsStored(Guid id) => id.ToByteArray(bigEndian: true);

    private sealed class InstantAsMicroseconds() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Instant, long>(
        i => i.ToUnixTimeTicks() / 10, l => Instant.FromUnixTimeTicks(l * 10));

    private sealed class LocalDateAsText() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<LocalDate, string>(
        d => LocalDatePattern.Iso.Format(d), s => LocalDatePattern.Iso.Parse(s).Value);

    // Sixteen bytes instead of 36 letters in every key and index, in the order in which ids are made.
    private sealed class IdAsBytes() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(bigEndian: true), bytes => new Guid(bytes, bigEndian: true));
}

/// <summary>Sets and asserts, on every connection, what durability depends on.</summary>
public sealed class SqliteRules : DbConnectionInterceptor
{
    private const string Rules = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    internal static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Rules;
        command.ExecuteNonQuery();
    }

    /// <exception cref="InvalidOperationException">The database runs under weaker rules than it should.</exception>
    public static async Task Assert(RoundtableDb db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            foreach (var (rule, expected) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1") })
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {rule}";
                var found = $"{await command.ExecuteScalarAsync()}";
                if (found != expected) throw new InvalidOperationException($"SQLite runs with {rule}={found}; it must be {expected}. Put the database on a local disk.");
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Ends pooled connections, so that the file can be moved, replaced or deleted.</summary>
    public static void LetGo() => SqliteConnection.ClearAllPools();
}
