using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Qingce.Storage.Schema;

/// <summary>
/// The tables whose rows are written once. Triggers refuse what would change or delete them, whoever asks; an envelope alone may be replaced by one
/// of the same content when keys are rotated.
/// </summary>
internal static class AppendOnlyTables
{
    public const string Message = "this table is append only";

    /// <summary>Tables of the first migration of which nothing changes but the column <c>sealed</c>, where they have one.</summary>
    public static IReadOnlyList<(string Table, string[] Columns)> All { get; } =
    [
        ("changes", ["sequence", "change_id", "kind", "valid_from", "recorded_at", "acted_by", "confirmed_by", "rule", "reason", "refers_to", "is_provisional", "delivery_id"]),
        ("change_effects", ["registration_id", "sequence", "household_from", "household_to", "plain"]),
        ("past_changes", ["delivery_id", "row", "registration_id", "changed_on", "field", "reason", "document_kind", "handler", "agent", "digest"]),
        ("person_decisions", ["sequence", "left_id", "right_id", "verdict", "decided_by", "recorded_at", "reason", "change_id"]),
        ("source_record_versions", ["category", "source_record_id", "version", "plain", "known_from", "known_until", "delivery_id"]),
        ("delivery_rejects", ["delivery_id", "row", "column", "code", "english", "chinese"]),
        ("views", ["sequence", "viewed_at", "actor", "purpose", "registration_id", "place"]),
    ];

    /// <summary>The table of the papers of changes.</summary>
    public const string Papers = "change_papers";

    /// <summary>Its columns.</summary>
    public static string[] PaperColumns { get; } = ["paper_key", "sequence"];

    /// <summary>The column that is set once, where it was empty: in rows of before the index of papers.</summary>
    public static (string Table, string Column) SetOnce { get; } = ("past_changes", "paper_key");

    /// <summary>Columns of a table beside those listed, which would escape the triggers: empty, or the list is out of date.</summary>
    public static IEnumerable<string> Escaping(IModel model) =>
        from table in All.Append((Table: Papers, Columns: PaperColumns))
        let entity = model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Table)
        from property in entity.GetProperties()
        let column = property.GetColumnName()
        where column != "sealed" && !table.Columns.Contains(column) && (table.Table, column) != SetOnce
        select $"{table.Table}.{column}";
}
