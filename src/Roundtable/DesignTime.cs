using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Roundtable.Platform.Data;

namespace Roundtable;

/// <summary>Lets <c>dotnet ef</c> see the whole model without starting the product.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteDb>)DataSetup.Use(new DbContextOptionsBuilder<SqliteDb>(), "Data Source=design.db").Options, Parts, new WriterTurns(true));

    internal static ModelParts Parts => new(typeof(RoundtableDb).Assembly, typeof(Product).Assembly);
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new((DbContextOptions<PostgresDb>)DataSetup.Use(new DbContextOptionsBuilder<PostgresDb>(), "Host=design").Options, SqliteDesign.Parts, new WriterTurns(false));
}
