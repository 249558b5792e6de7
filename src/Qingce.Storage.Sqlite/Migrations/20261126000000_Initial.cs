using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Qingce.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    acted_by = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    rule = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    refers_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "coverage",
                columns: table => new
                {
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    division = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage", x => new { x.category, x.division, x.from, x.to });
                });

            migrationBuilder.CreateTable(
                name: "data_keys",
                columns: table => new
                {
                    key_id = table.Column<int>(type: "INTEGER", nullable: false),
                    use = table.Column<int>(type: "INTEGER", nullable: false),
                    cipher = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped_by = table.Column<string>(type: "TEXT", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_keys", x => x.key_id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: true),
                    delivered_by = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_expected = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_read = table.Column<long>(type: "INTEGER", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    updated = table.Column<long>(type: "INTEGER", nullable: false),
                    rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    fault_chinese = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.delivery_id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_rejects",
                columns: table => new
                {
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false),
                    chinese = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_rejects", x => new { x.delivery_id, x.row, x.column });
                });

            migrationBuilder.CreateTable(
                name: "divisions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    successors = table.Column<string>(type: "TEXT", nullable: true),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_divisions", x => new { x.code, x.from });
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    person_key = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    finding_id = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    is_reportable = table.Column<bool>(type: "INTEGER", nullable: false),
                    registration_ids = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    task = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => new { x.verification_id, x.finding_id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.actor, x.key });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "past_changes",
                columns: table => new
                {
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row = table.Column<long>(type: "INTEGER", nullable: false),
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    changed_on = table.Column<string>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    document_kind = table.Column<string>(type: "TEXT", nullable: true),
                    handler = table.Column<string>(type: "TEXT", nullable: true),
                    agent = table.Column<string>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    digest = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_changes", x => new { x.delivery_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "person_decisions",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    left_id = table.Column<string>(type: "TEXT", nullable: false),
                    right_id = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_decisions", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    other_id = table.Column<string>(type: "TEXT", nullable: true),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    is_taken = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.proposal_id);
                });

            migrationBuilder.CreateTable(
                name: "registration_photos",
                columns: table => new
                {
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_photos", x => new { x.registration_id, x.recorded_at });
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    area = table.Column<int>(type: "INTEGER", nullable: false),
                    household_id = table.Column<string>(type: "TEXT", nullable: true),
                    household_type = table.Column<string>(type: "TEXT", nullable: true),
                    relation = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    former_name = table.Column<string>(type: "TEXT", nullable: true),
                    sex = table.Column<string>(type: "TEXT", nullable: true),
                    ethnicity = table.Column<string>(type: "TEXT", nullable: true),
                    birth_date = table.Column<string>(type: "TEXT", nullable: true),
                    division = table.Column<string>(type: "TEXT", nullable: true),
                    birthplace = table.Column<string>(type: "TEXT", nullable: true),
                    native_place = table.Column<string>(type: "TEXT", nullable: true),
                    marital_status = table.Column<string>(type: "TEXT", nullable: true),
                    education = table.Column<string>(type: "TEXT", nullable: true),
                    occupation = table.Column<string>(type: "TEXT", nullable: true),
                    employer = table.Column<string>(type: "TEXT", nullable: true),
                    registered_on = table.Column<string>(type: "TEXT", nullable: true),
                    registered_for = table.Column<string>(type: "TEXT", nullable: true),
                    moved_in_on = table.Column<string>(type: "TEXT", nullable: true),
                    moved_in_from = table.Column<string>(type: "TEXT", nullable: true),
                    moved_in_for = table.Column<string>(type: "TEXT", nullable: true),
                    card_issued_on = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_on = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_for = table.Column<string>(type: "TEXT", nullable: true),
                    moved_out_to = table.Column<string>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    number_key = table.Column<long>(type: "INTEGER", nullable: true),
                    phone_key = table.Column<long>(type: "INTEGER", nullable: true),
                    address_key = table.Column<long>(type: "INTEGER", nullable: true),
                    name_key = table.Column<string>(type: "TEXT", nullable: true),
                    pinyin = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: true),
                    known_from = table.Column<long>(type: "INTEGER", nullable: false),
                    is_provisional = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => x.registration_id);
                });

            migrationBuilder.CreateTable(
                name: "resealing",
                columns: table => new
                {
                    table = table.Column<string>(type: "TEXT", nullable: false),
                    to_key = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: true),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resealing", x => new { x.table, x.to_key });
                });

            migrationBuilder.CreateTable(
                name: "source_record_versions",
                columns: table => new
                {
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    source_record_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    plain = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    known_from = table.Column<long>(type: "INTEGER", nullable: false),
                    known_until = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_record_versions", x => new { x.category, x.source_record_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "source_records",
                columns: table => new
                {
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    source_record_id = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    event_kind = table.Column<string>(type: "TEXT", nullable: true),
                    event_date = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    sex = table.Column<string>(type: "TEXT", nullable: true),
                    birth_date = table.Column<string>(type: "TEXT", nullable: true),
                    ethnicity = table.Column<string>(type: "TEXT", nullable: true),
                    relation = table.Column<string>(type: "TEXT", nullable: true),
                    counterpart_name = table.Column<string>(type: "TEXT", nullable: true),
                    division = table.Column<string>(type: "TEXT", nullable: true),
                    document_kind = table.Column<string>(type: "TEXT", nullable: true),
                    issuing_authority = table.Column<string>(type: "TEXT", nullable: true),
                    issued_on = table.Column<string>(type: "TEXT", nullable: true),
                    valid_until = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    event_place = table.Column<string>(type: "TEXT", nullable: true),
                    handler = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true),
                    number_key = table.Column<long>(type: "INTEGER", nullable: true),
                    counterpart_key = table.Column<long>(type: "INTEGER", nullable: true),
                    digest = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    known_from = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_records", x => new { x.category, x.source_record_id });
                });

            migrationBuilder.CreateTable(
                name: "verifications",
                columns: table => new
                {
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", nullable: false),
                    findings = table.Column<long>(type: "INTEGER", nullable: false),
                    metrics = table.Column<string>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    fault_chinese = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verifications", x => x.verification_id);
                });

            migrationBuilder.CreateTable(
                name: "views",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    viewed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_views", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "change_effects",
                columns: table => new
                {
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    plain = table.Column<string>(type: "TEXT", nullable: true),
                    household_from = table.Column<string>(type: "TEXT", nullable: true),
                    household_to = table.Column<string>(type: "TEXT", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_effects", x => new { x.registration_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_change_effects_changes",
                        column: x => x.sequence,
                        principalTable: "changes",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            SqliteTriggers.Create(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "ix_change_effects_household_from",
                table: "change_effects",
                column: "household_from",
                filter: "household_from IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_change_effects_household_to",
                table: "change_effects",
                column: "household_to",
                filter: "household_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_change_effects_sequence",
                table: "change_effects",
                column: "sequence");

            migrationBuilder.CreateIndex(
                name: "ix_changes_change_id",
                table: "changes",
                column: "change_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_refers_to",
                table: "changes",
                column: "refers_to",
                filter: "refers_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_sha256",
                table: "deliveries",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_events_person_key_sequence",
                table: "events",
                columns: new[] { "person_key", "sequence" },
                filter: "handled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_event_id_source",
                table: "events",
                columns: new[] { "event_id", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_registration_id",
                table: "findings",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_made_at",
                table: "idempotency_keys",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sequence",
                table: "outbox",
                column: "sequence",
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_past_changes_registration_id_digest",
                table: "past_changes",
                columns: new[] { "registration_id", "digest" });

            migrationBuilder.CreateIndex(
                name: "ix_person_decisions_left_id_right_id",
                table: "person_decisions",
                columns: new[] { "left_id", "right_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_decisions_right_id",
                table: "person_decisions",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_made_at",
                table: "proposals",
                column: "made_at",
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_other_id",
                table: "proposals",
                column: "other_id",
                filter: "other_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_registration_id",
                table: "proposals",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_address_key",
                table: "registrations",
                column: "address_key",
                filter: "address_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_household_id",
                table: "registrations",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_is_provisional",
                table: "registrations",
                column: "is_provisional",
                filter: "is_provisional");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_number_key",
                table: "registrations",
                column: "number_key");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_person_id",
                table: "registrations",
                column: "person_id",
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_phone_key",
                table: "registrations",
                column: "phone_key",
                filter: "phone_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_pinyin_name_key_registration_id_birth_date",
                table: "registrations",
                columns: new[] { "pinyin", "name_key", "registration_id", "birth_date" });

            migrationBuilder.CreateIndex(
                name: "ix_source_records_counterpart_key",
                table: "source_records",
                column: "counterpart_key",
                filter: "counterpart_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_source_records_number_key",
                table: "source_records",
                column: "number_key",
                filter: "number_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_verifications_started_at",
                table: "verifications",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_views_actor",
                table: "views",
                column: "actor");

            migrationBuilder.CreateIndex(
                name: "ix_views_registration_id",
                table: "views",
                column: "registration_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_effects");

            migrationBuilder.DropTable(
                name: "coverage");

            migrationBuilder.DropTable(
                name: "data_keys");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "delivery_rejects");

            migrationBuilder.DropTable(
                name: "divisions");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "past_changes");

            migrationBuilder.DropTable(
                name: "person_decisions");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "registration_photos");

            migrationBuilder.DropTable(
                name: "registrations");

            migrationBuilder.DropTable(
                name: "resealing");

            migrationBuilder.DropTable(
                name: "source_record_versions");

            migrationBuilder.DropTable(
                name: "source_records");

            migrationBuilder.DropTable(
                name: "verifications");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropTable(
                name: "changes");
        }
    }
}
