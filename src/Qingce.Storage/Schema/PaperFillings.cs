using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Exchange.Catalogue;

namespace Qingce.Storage.Schema;

/// <summary>Notes which tables of a store have rows that are to be brought into the index of papers. For its migration; a new store has none.</summary>
internal static class PaperFillings
{
    public static void Begin(MigrationBuilder migration)
    {
        string categories = string.Join(", ", SettlementPapers.Kinds.Select(SettlementPapers.CategoryOf));
        migration.Sql($"""
            INSERT INTO index_fillings ("table") SELECT 'source_records' WHERE EXISTS (SELECT 1 FROM source_records WHERE category IN ({categories}));
            INSERT INTO index_fillings ("table") SELECT 'past_changes' WHERE EXISTS (SELECT 1 FROM past_changes);
            INSERT INTO index_fillings ("table") SELECT 'change_papers' WHERE EXISTS (SELECT 1 FROM changes);
            """);
    }
}
