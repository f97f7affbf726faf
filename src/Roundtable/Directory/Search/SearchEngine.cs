using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Roundtable.Platform.Data;

namespace Roundtable.Directory.Search;

/// <summary>A row that the index brought up, with what ranking needs.</summary>
public sealed record Candidate(int Number, string NameKey, Point? At, Precision Precision, int? LastFiledYear, int LocationCount, string? ListedIn, string? KindCode, string? Languages = null, bool HasServices = false, bool IsGone = false);

/// <summary>What both engines are asked: words of which each must be there in some form, and groups of facets of which any must be there.</summary>
public sealed record IndexQuestion(IReadOnlyList<MeantWord> Words, IReadOnlyList<IReadOnlyList<string>> Facets)
{
    /// <summary>A sector so common that its rows are looked at sooner than its part of the index is read.</summary>
    public Sector? OfRow { get; init; }

    /// <summary>The same for the commonest level.</summary>
    public Level? OfLevel { get; init; }

    /// <summary>Only rows with a street address.</summary>
    public bool HasStreet { get; init; }

    /// <summary>Those no longer listed instead of those listed; the search index does not have them, so their rows are looked at.</summary>
    public bool IsGone { get; init; }

    public bool IsOpen => Words.Count == 0 && Facets.Count == 0;
    public bool LooksAtRows => OfRow is not null || OfLevel is not null || HasStreet;
}

/// <summary>
/// The full-text index of whichever database is below. SQLite: contentless FTS5 with a facet column; PostgreSQL: GIN over facets and words.
/// The only place that knows which.
/// </summary>
public abstract class SearchEngine(RoundtableDb db)
{
    private const string Columns = "o.number, o.name_key, o.latitude, o.longitude, o.precision, o.last_filed, o.location_count, o.listed_in, o.kind_code, o.languages, o.service_words IS NOT NULL";

    public static SearchEngine On(RoundtableDb db) => db.IsSqlite ? new SqliteSearch(db) : new PostgresSearch(db);

    /// <summary>FROM and WHERE for the question, with its parameters.</summary>
    /// <param name="withRow">The organization's row is needed, as <c>o</c>; else its number alone.</param>
    protected abstract string Matching(IndexQuestion question, DbCommand command, bool nameOnly, bool withRow);

    /// <summary>The column of <see cref="Matching"/> that has an organization's number.</summary>
    protected virtual string Number => "o.number";

    /// <summary>Those that match, at most so many. Without any words or facets: those that came first.</summary>
    public async Task<List<Candidate>> Candidates(IndexQuestion question, int most, bool nameOnly, CancellationToken ct)
    {
        await using var command = await Command(ct);
        return await Read(command, $"{From(question, command, nameOnly, withRow: true)}{(question.IsOpen ? " ORDER BY o.number" : "")} LIMIT {Said(most)}", question.IsGone, ct);
    }

    /// <summary>The same by their numbers.</summary>
    public async Task<List<Candidate>> Candidates(IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        if (numbers.Count == 0) return [];
        await using var command = await Command(ct);
        return await Read(command, $" FROM organization o WHERE o.number IN ({string.Join(',', numbers.Select(Said))})", isGone: false, ct);
    }

    /// <summary>The numbers of those that match, at most so many: without looking at their rows where the index alone can tell.</summary>
    public async Task<List<int>> Numbers(IndexQuestion question, int most, CancellationToken ct)
    {
        await using var command = await Command(ct);
        Say(command, $"SELECT {(question.IsOpen ? "o.number" : Number)}{From(question, command, nameOnly: false, question.LooksAtRows)}{(question.IsOpen ? " ORDER BY o.number" : "")} LIMIT {Said(most)}");
        var found = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetInt32(0));
        return found;
    }

    private static async Task<List<Candidate>> Read(DbCommand command, string from, bool isGone, CancellationToken ct)
    {
        Say(command, $"SELECT {Columns}{from}");
        var found = new List<Candidate>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add(new Candidate(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : Point.Of(reader.GetDouble(2), reader.GetDouble(3)),
                Enum.Parse<Precision>(reader.GetString(4)), reader.IsDBNull(5) ? null : YearOf(reader.GetValue(5)), reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.IsDBNull(9) ? null : reader.GetString(9), reader.GetBoolean(10), isGone));
        return found;
    }

    /// <summary>How many match; stops counting at so many.</summary>
    public async Task<int> Count(IndexQuestion question, int most, CancellationToken ct)
    {
        await using var command = await Command(ct);
        Say(command, $"SELECT count(*) FROM (SELECT 1{From(question, command, nameOnly: false, question.LooksAtRows)} LIMIT {Said(most)}) matching");
        return Convert.ToInt32(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string From(IndexQuestion question, DbCommand command, bool nameOnly, bool withRow) =>
        (question.IsOpen ? $" FROM organization o WHERE {Listed(question)}" : Matching(question, command, nameOnly, withRow))
        + (question.OfRow is { } sector ? $" AND o.sector = {Parameter(command, sector.ToString())}" : "")
        + (question.OfLevel is { } level ? $" AND o.level = {Parameter(command, level.ToString())}" : "")
        + (question.HasStreet ? " AND o.street IS NOT NULL AND NOT o.is_po_box_only" : "");

    // What was merged into another entry is found as that one.
    protected static string Listed(IndexQuestion question) => question.IsGone ? "o.no_longer_listed IS NOT NULL AND o.merged_into IS NULL" : "o.no_longer_listed IS NULL";

    /// <summary>The words of names and of what organizations do that at least so many have.</summary>
    public async Task<List<SearchWord>> Words(int least, CancellationToken ct)
    {
        await using var command = await Command(ct);
        Say(command, WordsOf(Parameter(command, least)));
        var found = new List<SearchWord>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(new SearchWord { Word = reader.GetString(0), Count = reader.GetInt32(1) });
        return found;
    }

    protected abstract string WordsOf(string least);

    /// <summary>Puts a part of what lies scattered in the index together; others write between two parts.</summary>
    /// <param name="begins">The first part of this tidying.</param>
    /// <returns>Whether there is more to do.</returns>
    public virtual Task<bool> Tidy(bool begins, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Makes organizations findable that were written in bulk, past the triggers.</summary>
    /// <param name="first">Their numbers, from the first to the last.</param>
    public virtual Task Add(int first, int last, CancellationToken ct) => Task.CompletedTask;

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
    private const int FewPieces = 6, PagesAtOnce = 400;

    private readonly RoundtableDb db = db;

    public override Task Add(int first, int last, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO organization_search (rowid, name, doing, facet)
        SELECT number, name_key, doing_key, facet FROM organization WHERE number BETWEEN {first} AND {last} AND no_longer_listed IS NULL
        """, ct);

    protected override string Matching(IndexQuestion question, DbCommand command, bool nameOnly, bool withRow) =>
        question.IsGone ? $" FROM organization o WHERE {Listed(question)}{string.Concat(Gone(question, command, nameOnly))}"
            : $" FROM organization_search s{(withRow ? " JOIN organization o ON o.number = s.rowid" : "")} WHERE organization_search MATCH {Parameter(command, Expression(question, nameOnly))}";

    protected override string Number => "s.rowid";

    private static IEnumerable<string> Gone(IndexQuestion question, DbCommand command, bool nameOnly) =>
        question.Facets.Select(any => $" AND ({string.Join(" OR ", any.Select(f => $"instr(' ' || o.facet || ' ', {Parameter(command, $" {f} ")})"))})")
            .Concat(question.Words.Select(w => $" AND ({string.Join(" OR ", w.Forms.Select(f => $"instr(' ' || o.name_key || ' '{(nameOnly ? "" : " || coalesce(o.doing_key, '') || ' '")}, {Parameter(command, w.IsBeginning ? $" {f}" : $" {f} ")})"))})"));

    // A large import leaves some fifteen pieces, and each word is looked up in all of them. A negative number takes all pieces together, later calls go on.
    public override async Task<bool> Tidy(bool begins, CancellationToken ct)
    {
        var pieces = await db.Database.SqlQuery<int>($"SELECT count(DISTINCT segid) AS Value FROM organization_search_idx").SingleAsync(ct);
        if (pieces <= (begins ? FewPieces : 1)) return false;
        var pages = begins ? -PagesAtOnce : PagesAtOnce;
        await db.Database.ExecuteSqlAsync($"INSERT INTO organization_search (organization_search, rank) VALUES ('merge', {pages})", ct);
        return true;
    }

    // A row for each column that has the word.
    protected override string WordsOf(string least) => $"SELECT term, sum(doc) FROM organization_vocabulary WHERE col <> 'facet' GROUP BY term HAVING sum(doc) >= {least}";

    // Words and facets are letters and digits only; quoted all the same.
    internal static string Expression(IndexQuestion question, bool nameOnly) => string.Join(" AND ",
        question.Facets.Select(any => $"facet : ({string.Join(" OR ", any.Select(f => $"\"{f}\""))})")
            .Concat(question.Words.Select(w => $"{(nameOnly ? "name" : "{name doing}")} : ({string.Join(" OR ", w.Forms.Select(f => $"\"{f}\"{(w.IsBeginning ? " *" : "")}"))})")));
}

/// <summary>GIN: <c>search_facets @@ '(g1 | g2) &amp; stvt' AND search_words @@ 'libr:*'</c>.</summary>
internal sealed class PostgresSearch(RoundtableDb db) : SearchEngine(db)
{
    private readonly RoundtableDb db = db;

    protected override string Matching(IndexQuestion question, DbCommand command, bool nameOnly, bool withRow) => $" FROM organization o WHERE {Where(question, command, nameOnly)}";

    protected override string WordsOf(string least) => $"SELECT word, ndoc FROM ts_stat('SELECT search_words FROM organization WHERE no_longer_listed IS NULL') WHERE ndoc >= {least}";

    // An import leaves a list of words behind that every search reads to its end.
    public override async Task<bool> Tidy(bool begins, CancellationToken ct) =>
        await db.Database.SqlQuery<long>($"SELECT gin_clean_pending_list('organization_search') AS \"Value\"").SingleAsync(ct) > 0;

    private static string Where(IndexQuestion question, DbCommand command, bool nameOnly)
    {
        var parts = new List<string> { Listed(question) };
        if (question.Facets.Count > 0)
            parts.Add($"o.search_facets @@ CAST({Parameter(command, string.Join(" & ", question.Facets.Select(any => $"({string.Join(" | ", any.Select(f => $"'{f}'"))})")))} AS tsquery)");
        if (question.Words.Count > 0)
            parts.Add($"o.search_words @@ CAST({Parameter(command, string.Join(" & ", question.Words.Select(w => $"({string.Join(" | ", w.Forms.Select(f => $"'{f}':{(w.IsBeginning ? "*" : "")}{(nameOnly ? "A" : w.IsBeginning ? "" : "AB")}"))})")))} AS tsquery)");
        return string.Join(" AND ", parts);
    }
}
