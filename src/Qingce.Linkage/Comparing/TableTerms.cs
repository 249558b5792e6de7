namespace Qingce.Linkage;

/// <summary>How often the values of a table occur, in the columns where it is asked for.</summary>
internal sealed class TableTerms : ITermCounts
{
    private readonly ColumnCounts?[] _columns;
    private readonly int[] _counted;

    /// <summary>Counts the values of some columns.</summary>
    public TableTerms(LinkTable table, ReadOnlySpan<int> columns, int threads, WordRoom room)
    {
        Rows = table.Rows;
        _counted = columns.ToArray();
        _columns = new ColumnCounts?[table.Columns.Count];
        foreach (var column in columns)
        {
            _columns[column] = ColumnCounts.Of(table, column, threads, room);
        }
    }

    public long Rows { get; }

    /// <summary>Asks for the counts of all columns of two rows at once: each is a miss of the cache, and one would wait for the other.</summary>
    /// <param name="left">The words of a row.</param>
    /// <param name="right">The words of another row.</param>
    public void Prefetch(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        foreach (var column in _counted)
        {
            _columns[column]!.Prefetch(left[1 + column]);
            if (left[1 + column] != right[1 + column])
            {
                _columns[column]!.Prefetch(right[1 + column]);
            }
        }
    }

    public long Present(int column) => _columns[column]!.Present;

    public long Count(int column, ulong cell) => _columns[column]!.Count(cell);
}
