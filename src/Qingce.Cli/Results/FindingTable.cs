using System.Globalization;
using System.Text;
using Qingce.Tables;

namespace Qingce.Cli.Results;

/// <summary>The file findings.parquet, read in its own order.</summary>
internal static class FindingTable
{
    private static readonly string[] Columns =
        ["finding_id", "indicator", "class", "weight", "reportable", "registration_ids", "evidence", "text_zh", "text_en", "task"];

    /// <summary>The position of a column among those a visitor is given.</summary>
    public const int Id = 0, Indicator = 1, Weight = 3, Reportable = 4, Registrations = 5, Evidence = 6;

    /// <summary>Visits every row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="visit">Gets the batch and a row of it; good until it returns.</param>
    public static void Visit(string path, Action<Batch, int> visit)
    {
        using TableReader reader = TableReader.Open(path);
        int[] positions = [.. Columns.Select(name => Position(reader, name))];
        foreach (Batch batch in reader.Read(positions))
        {
            for (int row = 0; row < batch.RowCount; row++)
            {
                visit(batch, row);
            }
        }
    }

    /// <summary>Visits every batch, in no order and on all processors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="visit">Called by several threads at a time; the batch is good until it returns.</param>
    public static void VisitParallel(string path, Action<Batch> visit)
    {
        using TableReader reader = TableReader.Open(path);
        int[] positions = [.. Columns.Select(name => Position(reader, name))];
        reader.ReadParallel(positions, Environment.ProcessorCount, visit);
    }

    /// <summary>Whether a cell holds a text of ASCII characters.</summary>
    public static bool Holds(Column column, int row, string ascii)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Ascii.Equals(column.GetText(row, scratch), ascii);
    }

    /// <summary>The whole row.</summary>
    public static FindingRow Row(Batch batch, int row) => new(
        Text(batch[Id], row),
        Text(batch[Indicator], row),
        Text(batch[2], row),
        Number(batch[Weight], row),
        IsReportable(batch, row),
        Text(batch[Registrations], row).Split(';', StringSplitOptions.RemoveEmptyEntries),
        Text(batch[Evidence], row),
        Text(batch[7], row),
        Text(batch[8], row),
        Text(batch[9], row));

    public static bool IsReportable(Batch batch, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        ReadOnlySpan<byte> text = batch[Reportable].GetText(row, scratch);
        return text.SequenceEqual("true"u8) || text.SequenceEqual("1"u8);
    }

    public static double Number(Column column, int row) => column is DoubleColumn numbers
        ? numbers[row]
        : double.Parse(Text(column, row), CultureInfo.InvariantCulture);

    public static string Text(Column column, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        return Encoding.UTF8.GetString(column.GetText(row, scratch));
    }

    private static int Position(TableReader reader, string name)
    {
        for (int i = 0; i < reader.ColumnNames.Count; i++)
        {
            if (reader.ColumnNames[i] == name)
            {
                return i;
            }
        }

        throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{reader.Path}：缺少“{name}”列。请重新运行 verify。", $"{reader.Path}: there is no column '{name}'. Run verify again."));
    }
}
