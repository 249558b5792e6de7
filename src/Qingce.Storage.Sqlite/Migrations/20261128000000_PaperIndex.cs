using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Storage.Schema;

#nullable disable

namespace Qingce.Storage.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paper_key",
                table: "past_changes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "change_papers",
                columns: table => new
                {
                    paper_key = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_papers", x => new { x.paper_key, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "index_fillings",
                columns: table => new
                {
                    table = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: true)
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

            SqliteTriggers.CreateOfPapers(migrationBuilder);
            PaperFillings.Begin(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER past_changes_paper_key_once;");

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

            // Not by EF Core, which would make the tables anew and lose the triggers that keep them.
            migrationBuilder.Sql("ALTER TABLE source_records DROP COLUMN paper_key;");
            migrationBuilder.Sql("ALTER TABLE past_changes DROP COLUMN paper_key;");
        }
    }
}
