namespace Qingce.Linkage;

/// <summary>How often the values of a table occur, in the columns where it is asked for.</summary>
internal sealed class TableTerms : ITermCounts
{
    private readonly ColumnCounts?[] _columns;

    /// <summary>Counts the values of some columns.</summary>
    public TableTerms(LinkTable table, ReadOnlySpan<int> columns, int threads)
    {
        Rows = table.Rows;
        _columns = new ColumnCounts?[table.Columns.Count];
        var (mixed, parted) = (LargePages.Allocate<ulong>(table.Rows), LargePages.Allocate<ulong>(table.Rows));
        foreach (var column in columns)
        {
            _columns[column] = ColumnCounts.Of(table, column, threads, mixed, parted);
        }
    }

    public long Rows { get; }

    public long Present(int column) => _columns[column]!.Present;

    public long Count(int column, ulong cell) => _columns[column]!.Count(cell);
}
