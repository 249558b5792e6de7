using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>
/// The cells of one file that hold something their column cannot mean. Their rows are checked with the cells taken as empty. All are
/// counted, and the first of each column are kept. Safe for several threads.
/// </summary>
internal sealed class UnreadCells(InputFile file)
{
    /// <summary>How many cells of a column are kept.</summary>
    public const int MostKept = 100;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (long Count, List<RejectedRow> Cells)> _columns = new(StringComparer.Ordinal);

    /// <summary>How many cells of each column there are, with the first.</summary>
    public IEnumerable<(string Column, long Count, RejectedRow First)> Columns =>
        _columns.Select(column => (column.Key, column.Value.Count, column.Value.Cells.MinBy(cell => cell.Row)!));

    /// <summary>The first of each column, in the order of the file.</summary>
    public IEnumerable<RejectedRow> InOrder =>
        _columns.Values.SelectMany(column => column.Cells.OrderBy(cell => cell.Row).Take(MostKept))
            .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column, StringComparer.Ordinal);

    /// <summary>Takes the cells of a batch that a reader could not read.</summary>
    public void Add(Batch batch, FieldShape shape, Column column, CellReader reader, int count)
    {
        (string english, string chinese) = Reason(shape.Kind);
        List<RejectedRow> found = [];
        Column? ids = file.Opens is null ? null : batch.Columns.FirstOrDefault(one => one.Name is "registration_id" or "source_record_id");
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (int row = 0; row < batch.RowCount && found.Count < Math.Min(count, MostKept); row++)
        {
            ReadOnlySpan<byte> text = column.GetText(row, scratch);
            if (reader.IsInvalid(text))
            {
                string value = System.Text.Encoding.UTF8.GetString(text);
                string id = ids is null ? "" : System.Text.Encoding.UTF8.GetString(ids.GetText(row, scratch));
                found.Add(new RejectedRow(file.Name, batch.RowNumber(row), shape.Name, value, english, chinese) { Id = id });
            }
        }

        lock (_lock)
        {
            (long before, List<RejectedRow> cells) = _columns.GetValueOrDefault(shape.Name, (0, []));
            cells.AddRange(found);
            _columns[shape.Name] = (before + count, cells);
        }
    }

    private static (string English, string Chinese) Reason(FieldKind kind) => kind switch
    {
        FieldKind.Date or FieldKind.BirthDate => ("no day of the calendar, taken as empty. Write yyyy-MM-dd.", "不是日历上的日期，按空值处理，应为 yyyy-MM-dd。"),
        FieldKind.CitizenNumber => ("no citizen number, taken as empty. Write its 18 characters as text.", "不是公民身份号码，按空值处理，应以文本填写 18 位号码。"),
        FieldKind.Code => ("neither a code nor a name of this column, taken as empty. Write the national code.", "不是该列的代码或名称，按空值处理，应填国标代码。"),
        FieldKind.Division => ("no division code of 6, 9 or 12 digits, taken as empty.", "不是 6、9 或 12 位行政区划代码，按空值处理。"),
        _ => ("cannot be read, taken as empty.", "无法读取，按空值处理。"),
    };
}
