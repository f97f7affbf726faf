using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Roundtable.Tests.Platform.Data;

/// <summary>How the embedded database lays out the tables of the national directory.</summary>
public class SqliteTablesTests
{
    [Fact]
    public async Task An_organization_lies_at_its_number_and_a_listing_within_its_key()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("About the embedded database.");
        await using var world = await World.Open();
        var (byNumber, byKey) = await world.See(async db => (
            await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('organization') WHERE pk = 1").SingleAsync(),
            await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_list WHERE wr = 1 ORDER BY name").ToListAsync()));
        Assert.Equal("number", byNumber);
        Assert.Equal(["identifier", "listing", "shared_identifier"], byKey.Where(t => !t.StartsWith("organization_search", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_later_migration_that_makes_a_table_anew_keeps_its_layout()
    {
        if (TestDatabase.IsPostgres) Assert.Skip("About the embedded database.");
        await using var world = await World.Open();
        var said = await world.See(db =>
        {
            var table = new CreateTableOperation { Name = "ef_temp_listing", PrimaryKey = new() { Columns = ["key"] }, Columns = { new AddColumnOperation { Name = "key", ClrType = typeof(string), ColumnType = "TEXT" } } };
            return Task.FromResult(db.GetService<IMigrationsSqlGenerator>().Generate([table]).Single().CommandText);
        });
        Assert.EndsWith("WITHOUT ROWID;", said.Trim(), StringComparison.Ordinal);
    }
}
