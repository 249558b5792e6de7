using Qingce.Tables;

namespace Qingce.Exchange.Inputs;

/// <summary>Rows that lie in memory or come one by one, read as the file that they would be. For one reading thread.</summary>
/// <param name="name">What faults call the table.</param>
/// <param name="columnNames">The headers.</param>
/// <param name="rows">The rows, each with a text or null for every column; gone through anew by every reading.</param>
/// <param name="count">About how many rows there are.</param>
public sealed class RowsReader(string name, IReadOnlyList<string> columnNames, IEnumerable<string?[]> rows, long count)
    : BuiltReader(name, columnNames, count)
{
    private const int RowsOfAPart = 1 << 15;

    /// <inheritdoc/>
    protected override int Parts => (int)(Math.Max(0, RowCountHint) / RowsOfAPart) + 1;

    /// <inheritdoc/>
    protected override IPartFiller BeginReading(IReadOnlyList<int> columns) => new Filler(rows.GetEnumerator(), columns, Parts - 1);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    private sealed class Filler(IEnumerator<string?[]> rows, IReadOnlyList<int> columns, int lastPart) : IPartFiller
    {
        public void Fill(int part, BatchBuilder rowsOfPart)
        {
            for (int taken = 0; (taken < RowsOfAPart || part == lastPart) && rows.MoveNext(); taken++)
            {
                for (int i = 0; i < columns.Count; i++)
                {
                    rowsOfPart.Text(i).Append(rows.Current[columns[i]] is { Length: > 0 } text ? text : null);
                }
            }
        }

        public void Dispose() => rows.Dispose();
    }
}
