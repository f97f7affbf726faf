using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Roundtable.Platform.Data.Migrations.Postgres;

/// <summary>
/// Full-text index of organizations: words of name (A) and of what it does (B), and state, sector, kind and place as words of their own,
/// both in one GIN index. The database computes them, whoever writes; what is no longer listed is not in it.
/// </summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261124000001_OrganizationSearch")]
public sealed class OrganizationSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        ALTER TABLE organization
            ADD COLUMN search_words tsvector GENERATED ALWAYS AS
                (setweight(to_tsvector('simple'::regconfig, name_key), 'A') || setweight(to_tsvector('simple'::regconfig, doing_key), 'B')) STORED,
            ADD COLUMN search_facets tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, facet)) STORED;
        CREATE INDEX organization_search ON organization USING gin (search_facets, search_words) WHERE no_longer_listed IS NULL;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP INDEX organization_search;
        ALTER TABLE organization DROP COLUMN search_words, DROP COLUMN search_facets;
        """);
}
