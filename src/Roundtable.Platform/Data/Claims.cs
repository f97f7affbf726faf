using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Roundtable.Platform.Data;

/// <summary>
/// What it means when two saves at once claim the same place: a unique index lets one of them through. The one place where the
/// database's no becomes words; asked by <see cref="RoundtableDb.SaveChangesAsync(bool, CancellationToken)"/>, so pages, API and jobs hear the same.
/// </summary>
public static class Claims
{
    private const string Note = "Roundtable:Claim";

    /// <summary>Only one row may have this, and who comes second is refused with this sentence. Without one, they are told that somebody saved first.</summary>
    /// <param name="input">The input the sentence belongs to.</param>
    public static IndexBuilder<T> IsUnique<T>(this IndexBuilder<T> index, string sentence, string? input = null)
    {
        index.IsUnique().Metadata.SetAnnotation(Note, $"{sentence} {input}".TrimEnd());
        return index;
    }

    /// <summary>What to throw: the same when it was no index that said no.</summary>
    internal static Exception Meaning(DbUpdateException no, IModel model)
    {
        var index = no.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => Among(model, i => i.GetDatabaseName() == postgres.ConstraintName),
            SqliteException { SqliteExtendedErrorCode: 2067 } sqlite => Among(model, i => sqlite.Message.Contains($"failed: {Columns(i)}'", StringComparison.Ordinal)),
            _ => null,
        };
        if (index is null) return no;
        return (index.FindAnnotation(Note)?.Value as string)?.Split(' ') is [var sentence, .. var input]
            ? new Refusal(sentence, input.FirstOrDefault())
            : new DbUpdateConcurrencyException("Somebody saved the same first.", no);
    }

    private static IIndex? Among(IModel model, Func<IIndex, bool> which) =>
        model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique).FirstOrDefault(which);

    private static string Columns(IIndex index) => string.Join(", ", index.Properties.Select(p => $"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}"));
}
