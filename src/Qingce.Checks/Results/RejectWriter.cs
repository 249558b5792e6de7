using Qingce.Checks.Loading;
using Qingce.Tables;

namespace Qingce.Checks.Results;

/// <summary>Writes rejects.csv, with its header also when nothing was rejected.</summary>
internal static class RejectWriter
{
    private static readonly TableSchema Schema = new(
        ColumnSpec.Text("file"), ColumnSpec.Whole("row"), ColumnSpec.Text("column"), ColumnSpec.Text("value"), ColumnSpec.Text("reason_zh"),
        ColumnSpec.Text("reason_en"));

    /// <exception cref="TableWriteException">The file cannot be written.</exception>
    public static void Write(IEnumerable<RejectedRow> rows, string folder)
    {
        using TableWriter csv = TableWriter.Create(Path.Combine(folder, "rejects.csv"), Schema, new WriteOptions { FormulaGuard = true });
        BatchBuilder batch = new(Schema);
        foreach (RejectedRow row in rows)
        {
            batch.Text(0).Append(row.File);
            batch.Whole(1).Append(row.Row);
            batch.Text(2).Append(row.Column);
            batch.Text(3).Append(row.Value);
            batch.Text(4).Append(row.Chinese);
            batch.Text(5).Append(row.English);
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
