using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Search;

/// <summary>A row that the index brought up, with what ranking needs.</summary>
public sealed record Candidate(int Number, string NameKey, Point? At, Precision Precision, int? LastFiledYear, int LocationCount, string? ListedIn, string? KindCode);

/// <summary>What both engines are asked: words that begin, and groups of facets of which any must be there.</summary>
public sealed record IndexQuestion(IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<string>> Facets)
{
    public bool IsOpen => Words.Count == 0 && Facets.Count == 0;
}

/// <summary>
/// The full-text index of whichever database is below. SQLite: contentless FTS5 with a facet column; PostgreSQL: GIN over facets and words.
/// The only place that knows which.
/// </summary>
public abstract class SearchEngine(RoundtableDb db)
{
    private const string Columns = "o.number, o.name_key, o.latitude, o.longitude, o.precision, o.last_filed, o.location_count, o.listed_in, o.kind_code";

    public static SearchEngine On(RoundtableDb db) => db.IsSqlite ? new SqliteSearch(db) : new PostgresSearch(db);

    /// <summary>FROM and WHERE for the question, with its parameters.</summary>
    protected abstract string Matching(IndexQuestion question, DbCommand command, bool nameOnly);

    /// <summary>Those that match, at most so many. Without any words or facets: all by name.</summary>
    public async Task<List<Candidate>> Candidates(IndexQuestion question, int most, bool nameOnly, CancellationToken ct)
    {
        await using var command = await Command(ct);
        var matching = question.IsOpen ? " FROM organization o WHERE o.no_longer_listed IS NULL ORDER BY o.name_key" : Matching(question, command, nameOnly);
        Say(command, $"SELECT {Columns}{matching} LIMIT {most.ToString(CultureInfo.InvariantCulture)}");
        var found = new List<Candidate>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add(new Candidate(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : Point.Of(reader.GetDouble(2), reader.GetDouble(3)),
                Enum.Parse<Precision>(reader.GetString(4)), reader.IsDBNull(5) ? null : YearOf(reader.GetValue(5)), reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8)));
        return found;
    }

    public async Task<int> Count(IndexQuestion question, CancellationToken ct)
    {
        await using var command = await Command(ct);
        Say(command, CountOf(question, command));
        return Convert.ToInt32(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Makes organizations findable that were written in bulk, past the triggers.</summary>
    /// <param name="first">Their numbers, from the first to the last.</param>
    public virtual Task Add(int first, int last, CancellationToken ct) => Task.CompletedTask;

    protected abstract string CountOf(IndexQuestion question, DbCommand command);

    protected static string All => "SELECT count(*) FROM organization o WHERE o.no_longer_listed IS NULL";

    protected static string Parameter(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{command.Parameters.Count}";
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private async Task<DbCommand> Command(CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is { State: not System.Data.ConnectionState.Open }) await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

#pragma warning disable CA2100 // only parameters carry what people typed
    private static void Say(DbCommand command, string sql) => command.CommandText = sql;
#pragma warning restore CA2100

    private static int YearOf(object value) => value switch
    {
        string iso => int.Parse(iso.AsSpan(0, 4), CultureInfo.InvariantCulture),
        NodaTime.LocalDate date => date.Year,
        DateOnly date => date.Year,
        DateTime date => date.Year,
        _ => 0,
    };
}

/// <summary>FTS5: <c>facet : (g1 OR g2) AND {name doing} : "libr" *</c>.</summary>
internal sealed class SqliteSearch(RoundtableDb db) : SearchEngine(db)
{
    private readonly RoundtableDb db = db;

    public override Task Add(int first, int last, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO organization_search (rowid, name, doing, facet)
        SELECT number, name_key, doing_key, facet FROM organization WHERE number BETWEEN {first} AND {last} AND no_longer_listed IS NULL
        """, ct);

    protected override string Matching(IndexQuestion question, DbCommand command, bool nameOnly) =>
        $" FROM organization_search s JOIN organization o ON o.number = s.rowid WHERE organization_search MATCH {Parameter(command, Expression(question, nameOnly))}";

    protected override string CountOf(IndexQuestion question, DbCommand command) =>
        question.IsOpen ? All : $"SELECT count(*) FROM organization_search WHERE organization_search MATCH {Parameter(command, Expression(question, nameOnly: false))}";

    // Words and facets are letters and digits only; quoted all the same.
    internal static string Expression(IndexQuestion question, bool nameOnly) => string.Join(" AND ",
        question.Facets.Select(any => $"facet : ({string.Join(" OR ", any.Select(f => $"\"{f}\""))})")
            .Concat(question.Words.Select(word => $"{(nameOnly ? "name" : "{name doing}")} : \"{word}\" *")));
}

/// <summary>GIN: <c>search_facets @@ '(g1 | g2) &amp; stvt' AND search_words @@ 'libr:*'</c>.</summary>
internal sealed class PostgresSearch(RoundtableDb db) : SearchEngine(db)
{
    protected override string Matching(IndexQuestion question, DbCommand command, bool nameOnly) => $" FROM organization o WHERE {Where(question, command, nameOnly)}";

    protected override string CountOf(IndexQuestion question, DbCommand command) =>
        question.IsOpen ? All : $"SELECT count(*) FROM organization o WHERE {Where(question, command, nameOnly: false)}";

    private static string Where(IndexQuestion question, DbCommand command, bool nameOnly)
    {
        var parts = new List<string> { "o.no_longer_listed IS NULL" };
        if (question.Facets.Count > 0)
            parts.Add($"o.search_facets @@ CAST({Parameter(command, string.Join(" & ", question.Facets.Select(any => $"({string.Join(" | ", any.Select(f => $"'{f}'"))})")))} AS tsquery)");
        if (question.Words.Count > 0)
            parts.Add($"o.search_words @@ CAST({Parameter(command, string.Join(" & ", question.Words.Select(w => $"'{w}':*{(nameOnly ? "A" : "")}")))} AS tsquery)");
        return string.Join(" AND ", parts);
    }
}
