using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>How often the values of a table occur, in the columns where it is asked for.</summary>
internal sealed class TableTerms : ITermCounts
{
    private readonly Counts?[] _columns;

    /// <summary>Counts the values of some columns.</summary>
    public TableTerms(LinkTable table, ReadOnlySpan<int> columns)
    {
        Rows = table.Rows;
        _columns = new Counts?[table.Columns.Count];
        foreach (var column in columns)
        {
            _columns[column] = CountsOf(table, column);
        }
    }

    public long Rows { get; }

    public long Present(int column) => _columns[column]!.Present;

    public long Count(int column, ulong cell) => _columns[column]!.ByCell.GetValueOrDefault(cell);

    private static Counts CountsOf(LinkTable table, int column)
    {
        var counts = new Dictionary<ulong, int>();
        var present = 0;
        for (var row = 0; row < table.Rows; row++)
        {
            var cell = table.CellOf(row, column);
            if (cell != Cell.Missing)
            {
                present++;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out _)++;
            }
        }

        return new Counts(counts, present);
    }

    private sealed record Counts(Dictionary<ulong, int> ByCell, int Present);
}
