using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Storage.Schema;

#nullable disable

namespace Qingce.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PaperIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "paper_key",
                table: "source_records",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paper_key",
                table: "past_changes",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "change_papers",
                columns: table => new
                {
                    paper_key = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_papers", x => new { x.paper_key, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "index_fillings",
                columns: table => new
                {
                    table = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_fillings", x => x.table);
                });

            migrationBuilder.CreateIndex(
                name: "ix_source_records_paper_key",
                table: "source_records",
                column: "paper_key",
                filter: "paper_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_past_changes_paper_key",
                table: "past_changes",
                column: "paper_key",
                filter: "paper_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_change_papers_sequence",
                table: "change_papers",
                column: "sequence");

            PostgresTriggers.CreateOfPapers(migrationBuilder);
            PaperFillings.Begin(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER past_changes_paper_key_once ON past_changes;");

            migrationBuilder.DropTable(
                name: "change_papers");

            migrationBuilder.DropTable(
                name: "index_fillings");

            migrationBuilder.DropIndex(
                name: "ix_source_records_paper_key",
                table: "source_records");

            migrationBuilder.DropIndex(
                name: "ix_past_changes_paper_key",
                table: "past_changes");

            migrationBuilder.DropColumn(
                name: "paper_key",
                table: "source_records");

            migrationBuilder.DropColumn(
                name: "paper_key",
                table: "past_changes");
        }
    }
}
