using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>A row that was not checked, or a cell that was taken as empty because its column cannot mean what stands there.</summary>
/// <param name="File">The file as shown to the person.</param>
/// <param name="Row">1-based among the data rows of the file.</param>
/// <param name="Column">Header of the column at fault, by its English name where we know it; empty when the whole row is.</param>
/// <param name="Value">What stood there; the row as it stands when the whole row is at fault.</param>
/// <param name="English">Why.</param>
/// <param name="Chinese">Why, in Chinese.</param>
public sealed record RejectedRow(string File, long Row, string Column, string Value, string English, string Chinese)
{
    /// <summary>The id of a row that lies in a store, where a number means nothing; empty for a row of a file.</summary>
    public string Id { get; init; } = "";
}

/// <summary>The rows of one file that were not checked. Safe for several threads.</summary>
internal sealed class Rejects(InputFile file)
{
    private readonly Lock _lock = new();
    private readonly List<RejectedRow> _rows = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _rows.Count;
            }
        }
    }

    /// <summary>The rejected rows in the order of the file.</summary>
    public IEnumerable<RejectedRow> InOrder => _rows.OrderBy(row => row.Row).ThenBy(row => row.Column, StringComparer.Ordinal);

    public void Add(long row, string column, ReadOnlySpan<byte> value, string english, string chinese) =>
        Add(new RejectedRow(file.Name, row, column, System.Text.Encoding.UTF8.GetString(value), english, chinese));

    /// <summary>Takes in the rows that could not even be cut into cells.</summary>
    public void Add(IReadOnlyList<RowReject> rejects)
    {
        foreach (RowReject reject in rejects)
        {
            Add(new RejectedRow(file.Name, reject.Row, reject.Column ?? "", reject.RawText, FaultText.EnglishReason(reject), FaultText.ChineseReason(reject)));
        }
    }

    private void Add(RejectedRow row)
    {
        lock (_lock)
        {
            _rows.Add(row);
        }
    }
}
