using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Qingce.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FindingMentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "finding_mentions",
                columns: table => new
                {
                    verification_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<string>(type: "TEXT", nullable: false),
                    finding_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_mentions", x => new { x.registration_id, x.verification_id, x.finding_id });
                });

            migrationBuilder.Sql("""
                INSERT INTO finding_mentions (verification_id, registration_id, finding_id)
                WITH RECURSIVE parts (verification_id, finding_id, first, named, rest) AS (
                  SELECT verification_id, finding_id, registration_id, registration_id, registration_ids || ';' FROM findings WHERE instr(registration_ids, ';') > 0
                  UNION ALL
                  SELECT verification_id, finding_id, first, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1) FROM parts WHERE rest <> '')
                SELECT DISTINCT verification_id, named, finding_id FROM parts WHERE named <> first;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "finding_mentions");
        }
    }
}
