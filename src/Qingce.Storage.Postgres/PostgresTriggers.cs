using Microsoft.EntityFrameworkCore.Migrations;
using Qingce.Storage.Schema;

namespace Qingce.Storage.Postgres;

/// <summary>The triggers that keep append-only tables, for migrations.</summary>
internal static class PostgresTriggers
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION '{AppendOnlyTables.Message}' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
            END $$;
            """);
        foreach ((string table, string[] columns) in AppendOnlyTables.All)
        {
            Keep(migration, table, columns);
        }

        migration.Sql("CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries FOR EACH ROW WHEN (OLD.state <> 1) EXECUTE FUNCTION refuse_change();");
        migration.Sql("CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change();");
        migration.Sql("CREATE TRIGGER deliveries_no_truncate BEFORE TRUNCATE ON deliveries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
    }

    /// <summary>Those of the index of papers, for its migration.</summary>
    public static void CreateOfPapers(MigrationBuilder migration)
    {
        (string table, string column) = AppendOnlyTables.SetOnce;
        migration.Sql(
            $"CREATE TRIGGER {table}_{column}_once BEFORE UPDATE OF {column} ON {table} FOR EACH ROW WHEN (OLD.{column} IS NOT NULL) EXECUTE FUNCTION refuse_change();");
        Keep(migration, AppendOnlyTables.Papers, AppendOnlyTables.PaperColumns);
    }

    private static void Keep(MigrationBuilder migration, string table, string[] columns)
    {
        string list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {list} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
        migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();");
        migration.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
    }
}
