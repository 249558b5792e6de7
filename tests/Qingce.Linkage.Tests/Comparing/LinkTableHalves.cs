namespace Qingce.Linkage.Tests;

/// <summary>A table told to be of two sources, half the rows each.</summary>
internal sealed class LinkTableHalves
{
    public LinkTableHalves(LinkTable table)
    {
        First = table.Rows / 2;
        var ranges = new RowRanges([0], table.Rows);
        var heaps = table.Columns.Select(_ => new TextHeap(ranges, [TextLines.None])).ToArray();
        Table = new LinkTable(
            table.Columns,
            [new LinkSource("one", First), new LinkSource("two", table.Rows - First)],
            LineArray<ulong>.Of(table.Words),
            heaps,
            new RowKeys(ranges, [new TextLines(new int[table.Rows + 1], [])]),
            [0, First, table.Rows]);
    }

    public LinkTable Table { get; }

    /// <summary>The first row of the second source.</summary>
    public int First { get; }
}
