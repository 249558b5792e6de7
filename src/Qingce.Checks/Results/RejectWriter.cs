using Qingce.Checks.Loading;
using Qingce.Tables;

namespace Qingce.Checks.Results;

/// <summary>Writes rejects.csv and unread.csv, with their header also when there is nothing to tell.</summary>
internal static class RejectWriter
{
    private static readonly TableSchema Schema = new(
        ColumnSpec.Text("file"), ColumnSpec.Whole("row"), ColumnSpec.Text("column"), ColumnSpec.Text("value"), ColumnSpec.Text("reason_zh"),
        ColumnSpec.Text("reason_en"), ColumnSpec.Text("id"));

    /// <exception cref="TableWriteException">The file cannot be written.</exception>
    public static void Write(IEnumerable<RejectedRow> rows, string path)
    {
        using TableWriter csv = TableWriter.Create(path, Schema, new WriteOptions { FormulaGuard = true });
        BatchBuilder batch = new(Schema);
        foreach (RejectedRow row in rows)
        {
            batch.Text(0).Append(row.File);
            if (row.Id.Length == 0)
            {
                batch.Whole(1).Append(row.Row);
            }
            else
            {
                batch.Whole(1).AppendNull();
            }

            batch.Text(2).Append(row.Column);
            batch.Text(3).Append(row.Value);
            batch.Text(4).Append(row.Chinese);
            batch.Text(5).Append(row.English);
            batch.Text(6).Append(row.Id);
            if (batch.RowCount == 8192)
            {
                csv.Write(batch);
                batch.Clear();
            }
        }

        csv.Write(batch);
        csv.Finish();
    }
}
