using System.Globalization;
using System.Text;
using Qingce.Tables;

namespace Qingce.Cli.Report;

/// <summary>The first rows of rejects.csv, without what stood in them.</summary>
internal static class RejectedRows
{
    private const int Most = 50;

    /// <summary>Reads them; none when there is no such file or nothing was rejected.</summary>
    public static IReadOnlyList<ReportReject> First(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using TableReader reader = TableReader.Open(path, new ReadOptions { UndoFormulaGuard = true, Encoding = TextEncoding.Utf8, Delimiter = ',' });
        List<string> names = [.. reader.ColumnNames];
        List<ReportReject> rows = [];
        foreach (Batch batch in reader.Read())
        {
            for (int row = 0; row < batch.RowCount && rows.Count < Most; row++)
            {
                rows.Add(new ReportReject(
                    Text(batch, names.IndexOf("file"), row),
                    long.TryParse(Text(batch, names.IndexOf("row"), row), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0,
                    Text(batch, names.IndexOf("column"), row),
                    [Text(batch, names.IndexOf("reason_zh"), row), Text(batch, names.IndexOf("reason_en"), row)]));
            }
        }

        return rows;
    }

    private static string Text(Batch batch, int column, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return column < 0 ? "" : Encoding.UTF8.GetString(batch[column].GetText(row, scratch));
    }
}
