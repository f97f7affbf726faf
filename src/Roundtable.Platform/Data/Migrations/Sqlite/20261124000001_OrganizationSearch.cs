using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundtable.Platform.Data.Migrations.Sqlite;

/// <summary>
/// Full-text index of organizations: contentless, with state, sector, kind and place as words of its own column.
/// Triggers keep it in step, whoever writes; what is no longer listed is not in it.
/// </summary>
[DbContext(typeof(SqliteDb))]
[Migration("20261124000001_OrganizationSearch")]
public sealed class OrganizationSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE VIRTUAL TABLE organization_search USING fts5(name, doing, facet, content='', contentless_delete=1, detail=column, prefix='3', tokenize='unicode61 remove_diacritics 2');
        INSERT INTO organization_search (organization_search, rank) VALUES ('hashsize', 16777216);
        CREATE VIRTUAL TABLE organization_vocabulary USING fts5vocab(organization_search, col);
        CREATE TRIGGER organization_search_added AFTER INSERT ON organization WHEN new.no_longer_listed IS NULL BEGIN
            INSERT INTO organization_search (rowid, name, doing, facet) VALUES (new.number, new.name_key, new.doing_key, new.facet);
        END;
        CREATE TRIGGER organization_search_changed AFTER UPDATE OF name_key, doing_key, facet, no_longer_listed ON organization BEGIN
            DELETE FROM organization_search WHERE rowid = old.number;
            INSERT INTO organization_search (rowid, name, doing, facet) SELECT new.number, new.name_key, new.doing_key, new.facet WHERE new.no_longer_listed IS NULL;
        END;
        CREATE TRIGGER organization_search_removed AFTER DELETE ON organization BEGIN
            DELETE FROM organization_search WHERE rowid = old.number;
        END;
        INSERT INTO organization_search (rowid, name, doing, facet) SELECT number, name_key, doing_key, facet FROM organization WHERE no_longer_listed IS NULL;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER organization_search_added; DROP TRIGGER organization_search_changed; DROP TRIGGER organization_search_removed;
        DROP TABLE organization_vocabulary;
        DROP TABLE organization_search;
        """);
}
