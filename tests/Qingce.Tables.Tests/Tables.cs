using System.Text;

namespace Qingce.Tables.Tests;

/// <summary>Tables as arrays of text, for comparing what was written with what is read.</summary>
internal static class Tables
{
    public static List<string?[]> ReadAll(string path, ReadOptions? options = null)
    {
        using TableReader reader = TableReader.Open(path, options);
        List<string?[]> rows = [];
        foreach (Batch batch in reader.Read())
        {
            Assert.Empty(batch.Rejects);
            Append(batch, rows);
        }

        return rows;
    }

    public static void Append(Batch batch, List<string?[]> rows)
    {
        byte[] scratch = new byte[Column.ScratchLength];
        for (int row = 0; row < batch.RowCount; row++)
        {
            rows.Add([.. batch.Columns.Select(column => column.IsNull(row) ? null : Encoding.UTF8.GetString(column.GetText(row, scratch)))]);
        }
    }
}
