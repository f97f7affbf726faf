using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Roundtable.Platform.Data;

/// <summary>
/// Lays out the tables of the national directory as SQLite reads and fills them soonest: two million rows, each found by one walk through
/// one tree instead of two (https://sqlite.org/rowidtable.html, https://sqlite.org/withoutrowid.html). What the model says of them stays true.
/// </summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    /// <summary>Rows lie in the order of their number, which is what the search index knows them by.</summary>
    private const string ByNumber = "organization";

    /// <summary>Rows lie within their primary key.</summary>
    private static readonly string[] ByKey = ["listing", "identifier", "shared_identifier"];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // A later migration that rebuilds the table makes it under this name first.
        var table = operation.Name.Replace("ef_temp_", "", StringComparison.Ordinal);
        if (table == ByNumber && operation.PrimaryKey is { Columns: [not "number"] columns } key)
        {
            operation.UniqueConstraints.Add(new() { Name = $"UQ_{operation.Name}", Table = operation.Name, Columns = columns });
            operation.PrimaryKey = new() { Name = key.Name!, Table = operation.Name, Columns = ["number"] };
        }
        base.Generate(operation, model, builder, terminate: false);
        if (ByKey.Contains(table)) builder.Append(" WITHOUT ROWID");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }

    // The number is the row's own place already.
    protected override void Generate(CreateIndexOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (operation is not { Table: ByNumber, Columns: ["number"] }) base.Generate(operation, model, builder, terminate);
    }
}
