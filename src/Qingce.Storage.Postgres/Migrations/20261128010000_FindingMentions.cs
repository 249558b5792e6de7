using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Qingce.Storage.Postgres.Migrations
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
                    verification_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    finding_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_mentions", x => new { x.registration_id, x.verification_id, x.finding_id });
                });

            migrationBuilder.Sql("""
                INSERT INTO finding_mentions (verification_id, registration_id, finding_id)
                SELECT DISTINCT verification_id, named, finding_id FROM findings, unnest(string_to_array(registration_ids, ';')) AS named
                WHERE named <> registration_id;
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
