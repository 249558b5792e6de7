using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Storage.Schema;

namespace Qingce.Storage.Sqlite;

/// <summary>The triggers that keep append-only tables, for migrations.</summary>
internal static class SqliteTriggers
{
    public static void Create(MigrationBuilder migration)
    {
        foreach ((string table, string[] columns) in AppendOnlyTables.All)
        {
            Keep(migration, table, columns);
        }

        migration.Sql($"CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries WHEN OLD.state <> 1 BEGIN SELECT RAISE(ABORT, '{AppendOnlyTables.Message}'); END;");
        migration.Sql($"CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN SELECT RAISE(ABORT, '{AppendOnlyTables.Message}'); END;");
    }

    /// <summary>Those of the index of papers, for its migration.</summary>
    public static void CreateOfPapers(MigrationBuilder migration)
    {
        (string table, string column) = AppendOnlyTables.SetOnce;
        migration.Sql(
            $"CREATE TRIGGER {table}_{column}_once BEFORE UPDATE OF {column} ON {table} WHEN OLD.{column} IS NOT NULL BEGIN SELECT RAISE(ABORT, '{AppendOnlyTables.Message}'); END;");
        Keep(migration, AppendOnlyTables.Papers, AppendOnlyTables.PaperColumns);
    }

    private static void Keep(MigrationBuilder migration, string table, string[] columns)
    {
        string list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {list} ON {table} BEGIN SELECT RAISE(ABORT, '{AppendOnlyTables.Message}'); END;");
        migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{AppendOnlyTables.Message}'); END;");
    }
}
