using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Roundtable.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chain_head",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chain_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "demo_load",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    story = table.Column<string>(type: "text", nullable: false),
                    loaded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demo_load", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_search",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    import = table.Column<int>(type: "integer", nullable: false),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duplicate_search", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "founding_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_state = table.Column<string>(type: "text", nullable: true),
                    place_words = table.Column<string>(type: "text", nullable: true),
                    place_counties = table.Column<string>(type: "text", nullable: false),
                    place_shown = table.Column<string>(type: "text", nullable: true),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organization_name = table.Column<string>(type: "text", nullable: true),
                    sector = table.Column<string>(type: "text", nullable: false),
                    city = table.Column<string>(type: "text", nullable: true),
                    others = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_founding_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "happening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    chain_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    particulars = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    read_as = table.Column<string>(type: "text", nullable: true),
                    header_key = table.Column<string>(type: "text", nullable: true),
                    made_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    started_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    based_on = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    @new = table.Column<int>(name: "new", type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    same = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<int>(type: "integer", nullable: false),
                    gone = table.Column<int>(type: "integer", nullable: false),
                    covered = table.Column<string>(type: "text", nullable: false),
                    shrunk = table.Column<string>(type: "text", nullable: true),
                    digest = table.Column<string>(type: "text", nullable: false),
                    reached = table.Column<int>(type: "integer", nullable: false),
                    reached_digest = table.Column<string>(type: "text", nullable: true),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    did = table.Column<int>(type: "integer", nullable: false),
                    refusal = table.Column<string>(type: "text", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    kind_name = table.Column<string>(type: "text", nullable: false),
                    can_be_stopped = table.Column<bool>(type: "boolean", nullable: false),
                    is_fleeting = table.Column<bool>(type: "boolean", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    address_hash = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    sender_shown = table.Column<string>(type: "text", nullable: false),
                    reply_to = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    html = table.Column<string>(type: "text", nullable: true),
                    calendar = table.Column<string>(type: "text", nullable: true),
                    calendar_method = table.Column<string>(type: "text", nullable: true),
                    stop_address = table.Column<string>(type: "text", nullable: true),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    next_try = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    last_chance = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    doubts = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    first_tried_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code_hash = table.Column<string>(type: "text", nullable: true),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    scopes = table.Column<string>(type: "text", nullable: true),
                    label = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    once_only = table.Column<bool>(type: "boolean", nullable: false),
                    used_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address_hash = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_stop", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mail_test",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    worked = table.Column<bool>(type: "boolean", nullable: false),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_test", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    shown_name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    also_known_as = table.Column<string>(type: "text", nullable: true),
                    other_names = table.Column<string>(type: "text", nullable: true),
                    sector = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    library_type = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    zip = table.Column<string>(type: "text", nullable: true),
                    county_fips = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false),
                    is_po_box_only = table.Column<bool>(type: "boolean", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    languages = table.Column<string>(type: "text", nullable: true),
                    kind_code = table.Column<string>(type: "text", nullable: true),
                    doing = table.Column<string>(type: "text", nullable: true),
                    doing_key = table.Column<string>(type: "text", nullable: false),
                    facet = table.Column<string>(type: "text", nullable: false),
                    last_filed = table.Column<LocalDate>(type: "date", nullable: true),
                    listed_in = table.Column<string>(type: "text", nullable: true),
                    source_key = table.Column<string>(type: "text", nullable: true),
                    last_confirmed = table.Column<LocalDate>(type: "date", nullable: false),
                    no_longer_listed = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    corrected = table.Column<string>(type: "text", nullable: false),
                    corrected_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    filled = table.Column<string>(type: "text", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    location_count = table.Column<int>(type: "integer", nullable: false),
                    location_cells = table.Column<string>(type: "text", nullable: true),
                    location_words = table.Column<string>(type: "text", nullable: true),
                    service_words = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "overwritten",
                columns: table => new
                {
                    import = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    marks = table.Column<byte[]>(type: "bytea", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    gone_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    changed_by = table.Column<int>(type: "integer", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    service = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overwritten", x => new { x.import, x.source, x.key });
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    called_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_key = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    notifications = table.Column<string>(type: "text", nullable: false),
                    stop_everything = table.Column<bool>(type: "boolean", nullable: false),
                    is_administrator = table.Column<bool>(type: "boolean", nullable: false),
                    known_since = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    suspended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    county_fips = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    population = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "remembered_answer",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    sent = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remembered_answer", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "running_number",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_running_number", x => new { x.partnership_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "search_word",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_word", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vocabulary = table.Column<string>(type: "text", nullable: false),
                    vocabulary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    name_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_term", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "demo_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    load_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demo_mark", x => x.id);
                    table.ForeignKey(
                        name: "FK_demo_mark_demo_load_load_id",
                        column: x => x.load_id,
                        principalTable: "demo_load",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planned_row",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    columns = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    found = table.Column<string>(type: "text", nullable: true),
                    cells = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_row", x => new { x.plan_id, x.outcome, x.position });
                    table.ForeignKey(
                        name: "FK_planned_row_import_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "import_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "waiting_file",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    piece = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_file", x => new { x.plan_id, x.piece });
                    table.ForeignKey(
                        name: "FK_waiting_file_import_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "import_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_pair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    likeness = table.Column<double>(type: "double precision", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    later_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duplicate_pair", x => x.id);
                    table.ForeignKey(
                        name: "FK_duplicate_pair_organization_kept_id",
                        column: x => x.kept_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_duplicate_pair_organization_other_id",
                        column: x => x.other_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identifier",
                columns: table => new
                {
                    scheme = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identifier", x => new { x.scheme, x.value });
                    table.ForeignKey(
                        name: "FK_identifier_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listing",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: false),
                    marks = table.Column<byte[]>(type: "bytea", nullable: false),
                    moved = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_by = table.Column<int>(type: "integer", nullable: false),
                    changed_by = table.Column<int>(type: "integer", nullable: false),
                    gone_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listing", x => new { x.source, x.key });
                    table.ForeignKey(
                        name: "FK_listing_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "location",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind_code = table.Column<string>(type: "text", nullable: true),
                    street = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    zip = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    accessibility = table.Column<string>(type: "text", nullable: true),
                    languages = table.Column<string>(type: "text", nullable: true),
                    openings = table.Column<string>(type: "text", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    closed_on = table.Column<LocalDate>(type: "date", nullable: true),
                    corrected = table.Column<string>(type: "text", nullable: false),
                    corrected_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    assured_on = table.Column<LocalDate>(type: "date", nullable: true),
                    assured_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_location", x => x.id);
                    table.ForeignKey(
                        name: "FK_location_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_state = table.Column<string>(type: "text", nullable: true),
                    place_counties = table.Column<string>(type: "text", nullable: false),
                    place_shown = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    convener_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    founded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    founded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnership_organization_convener_id",
                        column: x => x.convener_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnership_partnership_parent_id",
                        column: x => x.parent_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_offered",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    how_to_apply = table.Column<string>(type: "text", nullable: true),
                    eligibility = table.Column<string>(type: "text", nullable: true),
                    costs = table.Column<string>(type: "text", nullable: false),
                    languages = table.Column<string>(type: "text", nullable: true),
                    documents = table.Column<string>(type: "text", nullable: false),
                    openings = table.Column<string>(type: "text", nullable: false),
                    search_key = table.Column<string>(type: "text", nullable: false),
                    corrected = table.Column<string>(type: "text", nullable: false),
                    corrected_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    assured_on = table.Column<LocalDate>(type: "date", nullable: true),
                    assured_by = table.Column<string>(type: "text", nullable: false),
                    modified_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_offered", x => x.id);
                    table.ForeignKey(
                        name: "FK_service_offered_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_identifier",
                columns: table => new
                {
                    scheme = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_identifier", x => new { x.scheme, x.value, x.organization_id });
                    table.ForeignKey(
                        name: "FK_shared_identifier_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_form", x => x.id);
                    table.ForeignKey(
                        name: "FK_kept_form_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    particulars = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkey", x => x.id);
                    table.ForeignKey(
                        name: "FK_passkey_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_session_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "merging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    away_id = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    apart_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    away_unlisted = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    kept_unlisted = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    moved = table.Column<string>(type: "text", nullable: false),
                    kept_facts = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merging", x => x.id);
                    table.ForeignKey(
                        name: "FK_merging_duplicate_pair_pair_id",
                        column: x => x.pair_id,
                        principalTable: "duplicate_pair",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreed_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    quorum_percent = table.Column<int>(type: "integer", nullable: false),
                    allows_secret = table.Column<bool>(type: "boolean", nullable: false),
                    open_days = table.Column<int>(type: "integer", nullable: false),
                    ratification_days = table.Column<int>(type: "integer", nullable: false),
                    agreed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreed_rule", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreed_rule_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coverage_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    least = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    sector = table.Column<string>(type: "text", nullable: true),
                    over_percent = table.Column<int>(type: "integer", nullable: true),
                    agreed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coverage_rule", x => x.id);
                    table.ForeignKey(
                        name: "FK_coverage_rule_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "language_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<string>(type: "text", nullable: false),
                    said_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    shares = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_language_needs", x => x.id);
                    table.ForeignKey(
                        name: "FK_language_needs_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "motion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    background = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    is_secret = table.Column<bool>(type: "boolean", nullable: false),
                    is_sense_check = table.Column<bool>(type: "boolean", nullable: false),
                    dots = table.Column<int>(type: "integer", nullable: false),
                    owner_seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rule = table.Column<string>(type: "text", nullable: false),
                    quorum_percent = table.Column<int>(type: "integer", nullable: false),
                    ratification_days = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    prepared_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    review_on = table.Column<LocalDate>(type: "date", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    concluded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    told_revision = table.Column<int>(type: "integer", nullable: false),
                    told_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    result_told_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_motion", x => x.id);
                    table.UniqueConstraint("AK_motion_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_motion_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planned_need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    seat_numbers = table.Column<string>(type: "text", nullable: false),
                    planned_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_need", x => x.id);
                    table.ForeignKey(
                        name: "FK_planned_need_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "prospect",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    town = table.Column<string>(type: "text", nullable: true),
                    sector = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    stage_since = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    concern = table.Column<string>(type: "text", nullable: true),
                    reasons = table.Column<string>(type: "text", nullable: true),
                    is_key_player = table.Column<bool>(type: "boolean", nullable: false),
                    wanted = table.Column<string>(type: "text", nullable: true),
                    known_by = table.Column<string>(type: "text", nullable: true),
                    known_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    contact_email = table.Column<string>(type: "text", nullable: true),
                    next_contact_on = table.Column<LocalDate>(type: "date", nullable: true),
                    next_contact_by = table.Column<Guid>(type: "uuid", nullable: true),
                    evidence_kind = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    evidence_on = table.Column<LocalDate>(type: "date", nullable: true),
                    outcome_reason = table.Column<string>(type: "text", nullable: true),
                    outcome_words = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ask_again_on = table.Column<LocalDate>(type: "date", nullable: true),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_contact_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prospect", x => x.id);
                    table.UniqueConstraint("AK_prospect_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_prospect_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_observer = table.Column<bool>(type: "boolean", nullable: false),
                    is_key_player = table.Column<bool>(type: "boolean", nullable: false),
                    seated_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    term_from = table.Column<LocalDate>(type: "date", nullable: false),
                    term_until = table.Column<LocalDate>(type: "date", nullable: true),
                    withdrawn_on = table.Column<LocalDate>(type: "date", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seat", x => x.id);
                    table.UniqueConstraint("AK_seat_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_seat_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_seat_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "vision_process",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    needs_question = table.Column<string>(type: "text", nullable: false),
                    resources_question = table.Column<string>(type: "text", nullable: false),
                    strategies_question = table.Column<string>(type: "text", nullable: false),
                    outcomes_question = table.Column<string>(type: "text", nullable: false),
                    ground_rules = table.Column<string>(type: "text", nullable: true),
                    opens_on = table.Column<LocalDate>(type: "date", nullable: false),
                    closes_on = table.Column<LocalDate>(type: "date", nullable: false),
                    allows_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    facilitator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    prepared_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vision_process", x => x.id);
                    table.UniqueConstraint("AK_vision_process_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_vision_process_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_at_location",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_at_location", x => x.id);
                    table.ForeignKey(
                        name: "FK_service_at_location_location_location_id",
                        column: x => x.location_id,
                        principalTable: "location",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_service_at_location_service_offered_service_id",
                        column: x => x.service_id,
                        principalTable: "service_offered",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_term",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_term", x => new { x.service_id, x.term_id });
                    table.ForeignKey(
                        name: "FK_service_term_service_offered_service_id",
                        column: x => x.service_id,
                        principalTable: "service_offered",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_service_term_term_term_id",
                        column: x => x.term_id,
                        principalTable: "term",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "motion_option",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_motion_option", x => x.id);
                    table.UniqueConstraint("AK_motion_option_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_motion_option_motion_partnership_id_motion_id",
                        columns: x => new { x.partnership_id, x.motion_id },
                        principalTable: "motion",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secret_count",
                columns: table => new
                {
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stance = table.Column<string>(type: "text", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    of = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret_count", x => new { x.motion_id, x.stance });
                    table.ForeignKey(
                        name: "FK_secret_count_motion_partnership_id_motion_id",
                        columns: x => new { x.partnership_id, x.motion_id },
                        principalTable: "motion",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    prospect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<LocalDate>(type: "date", nullable: false),
                    with = table.Column<string>(type: "text", nullable: true),
                    how = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.id);
                    table.ForeignKey(
                        name: "FK_contact_prospect_partnership_id_prospect_id",
                        columns: x => new { x.partnership_id, x.prospect_id },
                        principalTable: "prospect",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    prospect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_name = table.Column<string>(type: "text", nullable: false),
                    recipient_email = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    takes = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    asked_until = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    passed_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    answered_by_name = table.Column<string>(type: "text", nullable: true),
                    offered = table.Column<string>(type: "text", nullable: true),
                    offer_words = table.Column<string>(type: "text", nullable: true),
                    reach = table.Column<string>(type: "text", nullable: true),
                    best_time = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => x.id);
                    table.UniqueConstraint("AK_invitation_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_invitation_prospect_partnership_id_prospect_id",
                        columns: x => new { x.partnership_id, x.prospect_id },
                        principalTable: "prospect",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "amendment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    suggested_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    settled_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => x.id);
                    table.UniqueConstraint("AK_amendment_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_amendment_motion_partnership_id_motion_id",
                        columns: x => new { x.partnership_id, x.motion_id },
                        principalTable: "motion",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_amendment_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ballot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cast_by_seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stance = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    marks = table.Column<string>(type: "text", nullable: true),
                    cast_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ended = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballot", x => x.id);
                    table.UniqueConstraint("AK_ballot_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_ballot_motion_partnership_id_motion_id",
                        columns: x => new { x.partnership_id, x.motion_id },
                        principalTable: "motion",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ballot_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "brief",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brief", x => x.id);
                    table.UniqueConstraint("AK_brief_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_brief_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "holder",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<LocalDate>(type: "date", nullable: false),
                    until = table.Column<LocalDate>(type: "date", nullable: true),
                    ended = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_holder", x => x.id);
                    table.UniqueConstraint("AK_holder_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_holder_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true),
                    languages = table.Column<string>(type: "text", nullable: true),
                    offered_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_offer", x => x.id);
                    table.UniqueConstraint("AK_role_offer_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_role_offer_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roll_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_answered = table.Column<bool>(type: "boolean", nullable: false),
                    recused_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    recusal_reason = table.Column<string>(type: "text", nullable: true),
                    proxy_seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ratifies_on = table.Column<LocalDate>(type: "date", nullable: true),
                    ratifies_by = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ratified_by = table.Column<string>(type: "text", nullable: true),
                    reminds_on = table.Column<LocalDate>(type: "date", nullable: true),
                    has_left = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roll_entry", x => x.id);
                    table.UniqueConstraint("AK_roll_entry_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_roll_entry_motion_partnership_id_motion_id",
                        columns: x => new { x.partnership_id, x.motion_id },
                        principalTable: "motion",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_roll_entry_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    said_by = table.Column<Guid>(type: "uuid", nullable: true),
                    said_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tie", x => x.id);
                    table.ForeignKey(
                        name: "FK_tie_organization_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_tie_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "adopted_vision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    adopted_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    adopted_on = table.Column<LocalDate>(type: "date", nullable: false),
                    replaced_on = table.Column<LocalDate>(type: "date", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adopted_vision", x => x.id);
                    table.UniqueConstraint("AK_adopted_vision_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_adopted_vision_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asked_seat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_answered_unnamed = table.Column<bool>(type: "boolean", nullable: false),
                    reminded_on = table.Column<LocalDate>(type: "date", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asked_seat", x => x.id);
                    table.UniqueConstraint("AK_asked_seat_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_asked_seat_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_asked_seat_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cluster",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    need_cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dissolved_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cluster", x => x.id);
                    table.UniqueConstraint("AK_cluster_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_cluster_cluster_partnership_id_need_cluster_id",
                        columns: x => new { x.partnership_id, x.need_cluster_id },
                        principalTable: "cluster",
                        principalColumns: new[] { "partnership_id", "id" });
                    table.ForeignKey(
                        name: "FK_cluster_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cluster_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    cards = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<string>(type: "text", nullable: false),
                    undoes = table.Column<int>(type: "integer", nullable: true),
                    undone_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cluster_move", x => x.id);
                    table.UniqueConstraint("AK_cluster_move_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_cluster_move_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    discriminator = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant", x => x.id);
                    table.ForeignKey(
                        name: "FK_grant_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_grant_vision_process_process_id",
                        column: x => x.process_id,
                        principalTable: "vision_process",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    based_on_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement", x => x.id);
                    table.UniqueConstraint("AK_statement_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_statement_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "brief_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brief_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    visibility = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brief_item", x => x.id);
                    table.UniqueConstraint("AK_brief_item_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_brief_item_brief_partnership_id_brief_id",
                        columns: x => new { x.partnership_id, x.brief_id },
                        principalTable: "brief",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "adoption",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true),
                    said_on = table.Column<LocalDate>(type: "date", nullable: false),
                    is_later = table.Column<bool>(type: "boolean", nullable: false),
                    said_before = table.Column<string>(type: "text", nullable: true),
                    words_before = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoption", x => x.id);
                    table.UniqueConstraint("AK_adoption_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_adoption_adopted_vision_partnership_id_vision_id",
                        columns: x => new { x.partnership_id, x.vision_id },
                        principalTable: "adopted_vision",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_adoption_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "public_vision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    translation = table.Column<string>(type: "text", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    published_text = table.Column<string>(type: "text", nullable: true),
                    published_translation = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_vision", x => x.id);
                    table.UniqueConstraint("AK_public_vision_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_public_vision_adopted_vision_partnership_id_vision_id",
                        columns: x => new { x.partnership_id, x.vision_id },
                        principalTable: "adopted_vision",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reaffirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_on = table.Column<LocalDate>(type: "date", nullable: false),
                    ended_on = table.Column<LocalDate>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reaffirmation", x => x.id);
                    table.UniqueConstraint("AK_reaffirmation_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_reaffirmation_adopted_vision_partnership_id_vision_id",
                        columns: x => new { x.partnership_id, x.vision_id },
                        principalTable: "adopted_vision",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board = table.Column<string>(type: "text", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    translation = table.Column<string>(type: "text", nullable: true),
                    translation_language = table.Column<string>(type: "text", nullable: true),
                    translated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    way = table.Column<string>(type: "text", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    affected = table.Column<string>(type: "text", nullable: true),
                    cluster_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    taken_back_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    taken_back_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card", x => x.id);
                    table.UniqueConstraint("AK_card_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_card_cluster_partnership_id_cluster_id",
                        columns: x => new { x.partnership_id, x.cluster_id },
                        principalTable: "cluster",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_card_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_card_vision_process_partnership_id_process_id",
                        columns: x => new { x.partnership_id, x.process_id },
                        principalTable: "vision_process",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sentence = table.Column<int>(type: "integer", nullable: true),
                    quoted = table.Column<string>(type: "text", nullable: true),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    said_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    said_by = table.Column<Guid>(type: "uuid", nullable: true),
                    resolved_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    heard_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_comment", x => x.id);
                    table.UniqueConstraint("AK_statement_comment_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_statement_comment_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_statement_comment_statement_partnership_id_statement_id",
                        columns: x => new { x.partnership_id, x.statement_id },
                        principalTable: "statement",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wording_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closes_on = table.Column<LocalDate>(type: "date", nullable: false),
                    closes_at = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    edits = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wording_round", x => x.id);
                    table.UniqueConstraint("AK_wording_round_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_wording_round_statement_partnership_id_statement_id",
                        columns: x => new { x.partnership_id, x.statement_id },
                        principalTable: "statement",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wording_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said = table.Column<string>(type: "text", nullable: true),
                    suggestion = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    said_by = table.Column<Guid>(type: "uuid", nullable: true),
                    said_at = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wording_answer", x => x.id);
                    table.UniqueConstraint("AK_wording_answer_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "FK_wording_answer_seat_partnership_id_seat_id",
                        columns: x => new { x.partnership_id, x.seat_id },
                        principalTable: "seat",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_wording_answer_wording_round_partnership_id_round_id",
                        columns: x => new { x.partnership_id, x.round_id },
                        principalTable: "wording_round",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_adopted_vision_motion_id",
                table: "adopted_vision",
                column: "motion_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_adopted_vision_partnership_id_number",
                table: "adopted_vision",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_adopted_vision_partnership_id_process_id",
                table: "adopted_vision",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_partnership_id_seat_id",
                table: "adoption",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_partnership_id_vision_id",
                table: "adoption",
                columns: new[] { "partnership_id", "vision_id" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_vision_id_seat_id",
                table: "adoption",
                columns: new[] { "vision_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreed_rule_partnership_id_kind",
                table: "agreed_rule",
                columns: new[] { "partnership_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_amendment_partnership_id_motion_id",
                table: "amendment",
                columns: new[] { "partnership_id", "motion_id" });

            migrationBuilder.CreateIndex(
                name: "IX_amendment_partnership_id_number",
                table: "amendment",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_amendment_partnership_id_seat_id",
                table: "amendment",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_amendment_vote_id",
                table: "amendment",
                column: "vote_id");

            migrationBuilder.CreateIndex(
                name: "IX_asked_seat_partnership_id_process_id",
                table: "asked_seat",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_asked_seat_partnership_id_seat_id",
                table: "asked_seat",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_asked_seat_process_id_seat_id",
                table: "asked_seat",
                columns: new[] { "process_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ballot_motion_id_seat_id",
                table: "ballot",
                columns: new[] { "motion_id", "seat_id" },
                unique: true,
                filter: "replaced_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ballot_partnership_id_motion_id",
                table: "ballot",
                columns: new[] { "partnership_id", "motion_id" });

            migrationBuilder.CreateIndex(
                name: "IX_ballot_partnership_id_seat_id",
                table: "ballot",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_brief_partnership_id_seat_id",
                table: "brief",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_brief_seat_id",
                table: "brief",
                column: "seat_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_brief_item_partnership_id_brief_id",
                table: "brief_item",
                columns: new[] { "partnership_id", "brief_id" });

            migrationBuilder.CreateIndex(
                name: "IX_brief_item_seat_id_kind",
                table: "brief_item",
                columns: new[] { "seat_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_card_partnership_id_cluster_id",
                table: "card",
                columns: new[] { "partnership_id", "cluster_id" });

            migrationBuilder.CreateIndex(
                name: "IX_card_partnership_id_number",
                table: "card",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_card_partnership_id_process_id",
                table: "card",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_card_partnership_id_seat_id",
                table: "card",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_card_process_id_board_seat_id",
                table: "card",
                columns: new[] { "process_id", "board", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cluster_partnership_id_need_cluster_id",
                table: "cluster",
                columns: new[] { "partnership_id", "need_cluster_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cluster_partnership_id_number",
                table: "cluster",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cluster_partnership_id_process_id",
                table: "cluster",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cluster_process_id_board",
                table: "cluster",
                columns: new[] { "process_id", "board" });

            migrationBuilder.CreateIndex(
                name: "IX_cluster_move_partnership_id_number",
                table: "cluster_move",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cluster_move_partnership_id_process_id",
                table: "cluster_move",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cluster_move_process_id_board_number",
                table: "cluster_move",
                columns: new[] { "process_id", "board", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_contact_partnership_id_prospect_id",
                table: "contact",
                columns: new[] { "partnership_id", "prospect_id" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_rule_partnership_id_number",
                table: "coverage_rule",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demo_load_story",
                table: "demo_load",
                column: "story",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demo_mark_kind_subject_id",
                table: "demo_mark",
                columns: new[] { "kind", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demo_mark_load_id",
                table: "demo_mark",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_duplicate_pair_kept_id_other_id",
                table: "duplicate_pair",
                columns: new[] { "kept_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_duplicate_pair_other_id",
                table: "duplicate_pair",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_duplicate_pair_state_likeness",
                table: "duplicate_pair",
                columns: new[] { "state", "likeness" });

            migrationBuilder.CreateIndex(
                name: "IX_founding_draft_person_id",
                table: "founding_draft",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grant_partnership_id_seat_id",
                table: "grant",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_grant_person_id",
                table: "grant",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_grant_process_id",
                table: "grant",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "IX_happening_chain_id_kind_at",
                table: "happening",
                columns: new[] { "chain_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_happening_chain_id_sequence",
                table: "happening",
                columns: new[] { "chain_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_happening_subject_id_at",
                table: "happening",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_holder_partnership_id_seat_id",
                table: "holder",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_holder_person_id",
                table: "holder",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_holder_seat_id_role",
                table: "holder",
                columns: new[] { "seat_id", "role" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_identifier_organization_id",
                table: "identifier",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_plan_header_key",
                table: "import_plan",
                column: "header_key");

            migrationBuilder.CreateIndex(
                name: "IX_import_plan_number",
                table: "import_plan",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_partnership_id_number",
                table: "invitation",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_partnership_id_prospect_id",
                table: "invitation",
                columns: new[] { "partnership_id", "prospect_id" });

            migrationBuilder.CreateIndex(
                name: "IX_invitation_person_id",
                table: "invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_job_run_job_started_at",
                table: "job_run",
                columns: new[] { "job", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_form_hash",
                table: "kept_form",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kept_form_person_id",
                table: "kept_form",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_language_needs_partnership_id",
                table: "language_needs",
                column: "partnership_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_about_id",
                table: "letter",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "IX_letter_address_hash_kind",
                table: "letter",
                columns: new[] { "address_hash", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_batch_id",
                table: "letter",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_letter_state_next_try",
                table: "letter",
                columns: new[] { "state", "next_try" });

            migrationBuilder.CreateIndex(
                name: "IX_link_hash",
                table: "link",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_link_person_id_purpose",
                table: "link",
                columns: new[] { "person_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_link_subject_id_purpose",
                table: "link",
                columns: new[] { "subject_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_listing_organization_id",
                table: "listing",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_listing_source_body",
                table: "listing",
                columns: new[] { "source", "body" },
                filter: "body IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_location_organization_id",
                table: "location",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_location_source_key",
                table: "location",
                columns: new[] { "source", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_stop_address_hash_kind",
                table: "mail_stop",
                columns: new[] { "address_hash", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_stop_person_id",
                table: "mail_stop",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_mail_test_at",
                table: "mail_test",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_merging_away_id",
                table: "merging",
                column: "away_id");

            migrationBuilder.CreateIndex(
                name: "IX_merging_kept_id",
                table: "merging",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "IX_merging_pair_id",
                table: "merging",
                column: "pair_id");

            migrationBuilder.CreateIndex(
                name: "IX_motion_partnership_id_number",
                table: "motion",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_motion_state_closes_at",
                table: "motion",
                columns: new[] { "state", "closes_at" });

            migrationBuilder.CreateIndex(
                name: "IX_motion_subject_id",
                table: "motion",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_motion_option_motion_id_number",
                table: "motion_option",
                columns: new[] { "motion_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_motion_option_partnership_id_motion_id",
                table: "motion_option",
                columns: new[] { "partnership_id", "motion_id" });

            migrationBuilder.CreateIndex(
                name: "IX_organization_no_longer_listed",
                table: "organization",
                column: "no_longer_listed",
                filter: "no_longer_listed IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_organization_number",
                table: "organization",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partnership_convener_id",
                table: "partnership",
                column: "convener_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_parent_id",
                table: "partnership",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_slug",
                table: "partnership",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkey_credential_id",
                table: "passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkey_person_id",
                table: "passkey",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_person_email_key",
                table: "person",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_place_kind_name_key_state",
                table: "place",
                columns: new[] { "kind", "name_key", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_planned_need_partnership_id_code",
                table: "planned_need",
                columns: new[] { "partnership_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prospect_name_key",
                table: "prospect",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "IX_prospect_organization_id",
                table: "prospect",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_prospect_partnership_id_next_contact_on",
                table: "prospect",
                columns: new[] { "partnership_id", "next_contact_on" });

            migrationBuilder.CreateIndex(
                name: "IX_prospect_partnership_id_number",
                table: "prospect",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_public_vision_partnership_id_vision_id",
                table: "public_vision",
                columns: new[] { "partnership_id", "vision_id" });

            migrationBuilder.CreateIndex(
                name: "IX_public_vision_vision_id",
                table: "public_vision",
                column: "vision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reaffirmation_motion_id",
                table: "reaffirmation",
                column: "motion_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reaffirmation_partnership_id_vision_id",
                table: "reaffirmation",
                columns: new[] { "partnership_id", "vision_id" });

            migrationBuilder.CreateIndex(
                name: "IX_remembered_answer_at",
                table: "remembered_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_role_offer_partnership_id_seat_id",
                table: "role_offer",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_role_offer_seat_id_role",
                table: "role_offer",
                columns: new[] { "seat_id", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_entry_motion_id_seat_id",
                table: "roll_entry",
                columns: new[] { "motion_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roll_entry_partnership_id_motion_id",
                table: "roll_entry",
                columns: new[] { "partnership_id", "motion_id" });

            migrationBuilder.CreateIndex(
                name: "IX_roll_entry_partnership_id_seat_id",
                table: "roll_entry",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_seat_organization_id",
                table: "seat",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_seat_partnership_id_number",
                table: "seat",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_seat_partnership_id_organization_id",
                table: "seat",
                columns: new[] { "partnership_id", "organization_id" },
                unique: true,
                filter: "state = 'Seated'");

            migrationBuilder.CreateIndex(
                name: "IX_secret_count_partnership_id_motion_id",
                table: "secret_count",
                columns: new[] { "partnership_id", "motion_id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_at_location_location_id",
                table: "service_at_location",
                column: "location_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_at_location_service_id_location_id",
                table: "service_at_location",
                columns: new[] { "service_id", "location_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_offered_modified_at",
                table: "service_offered",
                column: "modified_at");

            migrationBuilder.CreateIndex(
                name: "IX_service_offered_number",
                table: "service_offered",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_offered_organization_id",
                table: "service_offered",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_offered_source_key",
                table: "service_offered",
                columns: new[] { "source", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_term_term_id",
                table: "service_term",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "IX_session_hash",
                table: "session",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_person_id",
                table: "session",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_shared_identifier_organization_id",
                table: "shared_identifier",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_statement_partnership_id_process_id",
                table: "statement",
                columns: new[] { "partnership_id", "process_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_process_id_edition",
                table: "statement",
                columns: new[] { "process_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_comment_partnership_id_number",
                table: "statement_comment",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_comment_partnership_id_seat_id",
                table: "statement_comment",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_comment_partnership_id_statement_id",
                table: "statement_comment",
                columns: new[] { "partnership_id", "statement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_comment_process_id",
                table: "statement_comment",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "IX_term_vocabulary_code",
                table: "term",
                columns: new[] { "vocabulary", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tie_organization_id",
                table: "tie",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_tie_partnership_id_number",
                table: "tie",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tie_partnership_id_seat_id",
                table: "tie",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tie_seat_id_organization_id_kind",
                table: "tie",
                columns: new[] { "seat_id", "organization_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vision_process_partnership_id",
                table: "vision_process",
                column: "partnership_id",
                unique: true,
                filter: "stage <> 'Adopted' AND stage <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_vision_process_partnership_id_number",
                table: "vision_process",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wording_answer_partnership_id_round_id",
                table: "wording_answer",
                columns: new[] { "partnership_id", "round_id" });

            migrationBuilder.CreateIndex(
                name: "IX_wording_answer_partnership_id_seat_id",
                table: "wording_answer",
                columns: new[] { "partnership_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_wording_answer_round_id_seat_id",
                table: "wording_answer",
                columns: new[] { "round_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wording_round_partnership_id_number",
                table: "wording_round",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wording_round_partnership_id_statement_id",
                table: "wording_round",
                columns: new[] { "partnership_id", "statement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_wording_round_process_id",
                table: "wording_round",
                column: "process_id",
                unique: true,
                filter: "closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption");

            migrationBuilder.DropTable(
                name: "agreed_rule");

            migrationBuilder.DropTable(
                name: "amendment");

            migrationBuilder.DropTable(
                name: "asked_seat");

            migrationBuilder.DropTable(
                name: "ballot");

            migrationBuilder.DropTable(
                name: "brief_item");

            migrationBuilder.DropTable(
                name: "card");

            migrationBuilder.DropTable(
                name: "chain_head");

            migrationBuilder.DropTable(
                name: "cluster_move");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "coverage_rule");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "demo_mark");

            migrationBuilder.DropTable(
                name: "duplicate_search");

            migrationBuilder.DropTable(
                name: "founding_draft");

            migrationBuilder.DropTable(
                name: "grant");

            migrationBuilder.DropTable(
                name: "happening");

            migrationBuilder.DropTable(
                name: "holder");

            migrationBuilder.DropTable(
                name: "identifier");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "job_run");

            migrationBuilder.DropTable(
                name: "kept_form");

            migrationBuilder.DropTable(
                name: "language_needs");

            migrationBuilder.DropTable(
                name: "letter");

            migrationBuilder.DropTable(
                name: "link");

            migrationBuilder.DropTable(
                name: "listing");

            migrationBuilder.DropTable(
                name: "mail_stop");

            migrationBuilder.DropTable(
                name: "mail_test");

            migrationBuilder.DropTable(
                name: "merging");

            migrationBuilder.DropTable(
                name: "motion_option");

            migrationBuilder.DropTable(
                name: "overwritten");

            migrationBuilder.DropTable(
                name: "passkey");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "planned_need");

            migrationBuilder.DropTable(
                name: "planned_row");

            migrationBuilder.DropTable(
                name: "public_vision");

            migrationBuilder.DropTable(
                name: "reaffirmation");

            migrationBuilder.DropTable(
                name: "remembered_answer");

            migrationBuilder.DropTable(
                name: "role_offer");

            migrationBuilder.DropTable(
                name: "roll_entry");

            migrationBuilder.DropTable(
                name: "running_number");

            migrationBuilder.DropTable(
                name: "search_word");

            migrationBuilder.DropTable(
                name: "secret_count");

            migrationBuilder.DropTable(
                name: "service_at_location");

            migrationBuilder.DropTable(
                name: "service_term");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "shared_identifier");

            migrationBuilder.DropTable(
                name: "statement_comment");

            migrationBuilder.DropTable(
                name: "tie");

            migrationBuilder.DropTable(
                name: "waiting_file");

            migrationBuilder.DropTable(
                name: "wording_answer");

            migrationBuilder.DropTable(
                name: "brief");

            migrationBuilder.DropTable(
                name: "cluster");

            migrationBuilder.DropTable(
                name: "demo_load");

            migrationBuilder.DropTable(
                name: "prospect");

            migrationBuilder.DropTable(
                name: "duplicate_pair");

            migrationBuilder.DropTable(
                name: "adopted_vision");

            migrationBuilder.DropTable(
                name: "motion");

            migrationBuilder.DropTable(
                name: "location");

            migrationBuilder.DropTable(
                name: "service_offered");

            migrationBuilder.DropTable(
                name: "term");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "import_plan");

            migrationBuilder.DropTable(
                name: "wording_round");

            migrationBuilder.DropTable(
                name: "seat");

            migrationBuilder.DropTable(
                name: "statement");

            migrationBuilder.DropTable(
                name: "vision_process");

            migrationBuilder.DropTable(
                name: "partnership");

            migrationBuilder.DropTable(
                name: "organization");
        }
    }
}
