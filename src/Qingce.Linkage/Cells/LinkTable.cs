using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// The rows to be linked, packed: a row is a run of 64-bit words, the first of which tells which columns have a value, the others
/// being the cells of the columns in order (<see cref="Cell"/>). Rows keep the order of their sources. Immutable, for any number of threads.
/// </summary>
public sealed class LinkTable
{
    private const int RowsLookedAt = 64;
    private readonly LineArray<ulong> _words;
    private readonly HeapTexts _texts;
    private readonly int[] _sourceStarts;

    internal LinkTable(
        IReadOnlyList<ModelColumn> columns, IReadOnlyList<LinkSource> sources, LineArray<ulong> words, TextHeap[] heaps, RowKeys keys, int[] sourceStarts)
    {
        Columns = columns;
        Sources = sources;
        Width = WidthOf(columns.Count);
        Rows = sourceStarts[^1];
        Keys = keys;
        _words = words;
        _texts = new HeapTexts(heaps);
        _sourceStarts = sourceStarts;
    }

    /// <summary>The same rows, of whose columns more is known.</summary>
    internal LinkTable(LinkTable table, IReadOnlyList<ModelColumn> columns)
        : this(columns, table.Sources, table._words, table._texts.Heaps, table.Keys, table._sourceStarts)
    {
    }

    /// <summary>The columns that are compared or block, at most 31.</summary>
    public IReadOnlyList<ModelColumn> Columns { get; }

    /// <summary>The sources, in the order of their rows.</summary>
    public IReadOnlyList<LinkSource> Sources { get; }

    /// <summary>Number of rows of all sources.</summary>
    public int Rows { get; }

    /// <summary>Words of a row, a multiple of four.</summary>
    public int Width { get; }

    /// <summary>The record id of each row.</summary>
    public RowKeys Keys { get; }

    /// <summary>All words, row after row. <see cref="Width"/> of them are one row.</summary>
    internal ReadOnlySpan<ulong> Words => _words.AsSpan(0, Rows * Width);

    /// <summary>The place of a column among <see cref="Columns"/>.</summary>
    /// <exception cref="LinkageModelException">There is no such column.</exception>
    public int IndexOf(string column) => ModelColumn.IndexOf(Columns, column);

    /// <summary>The words of a row: a mask of the columns that have a value, then the cells.</summary>
    /// <param name="row">0-based.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ulong> Row(int row) => _words.AsSpan(row * Width, Width);

    /// <summary>The cell of a row.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="column">0-based place among <see cref="Columns"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong CellOf(int row, int column) => _words[row * Width + 1 + column];

    /// <summary>A hash of the values of a row: the same wherever the row stands.</summary>
    /// <param name="row">0-based.</param>
    public ulong ContentKey(int row) => RowSample.HashOf(Row(row));

    /// <summary>The place of a row's source among <see cref="Sources"/>.</summary>
    /// <param name="row">0-based.</param>
    public int SourceOf(int row)
    {
        var source = 0;
        while (row >= _sourceStarts[source + 1])
        {
            source++;
        }

        return source;
    }

    /// <summary>The cleaned text of a value as code points.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="column">0-based place among <see cref="Columns"/>.</param>
    /// <param name="scratch">Used when it is long enough; an array is made otherwise.</param>
    /// <returns>Empty for a missing value.</returns>
    public ReadOnlySpan<int> Text(int row, int column, Span<int> scratch) => View(row).Text(column, scratch);

    /// <summary>The columns in which some of a few rows have texts that lie in the heap, as a mask.</summary>
    /// <param name="least">Of 64 rows that lie evenly apart, how many must have one.</param>
    internal uint LongColumns(int least)
    {
        var apart = Math.Max(1, Rows / RowsLookedAt);
        uint mask = 0;
        for (var column = 0; column < Columns.Count; column++)
        {
            var found = 0;
            for (var row = 0; row < Rows && row / apart < RowsLookedAt; row += apart)
            {
                found += Cell.IsLong(CellOf(row, column)) ? 1 : 0;
            }

            mask |= found >= least ? 1U << column : 0;
        }

        return mask;
    }

    /// <summary>Takes values of a column for missing, before anything is known of the table.</summary>
    internal void Erase(int column, ulong[] cells, ParallelOptions parallel)
    {
        const int together = 1 << 14;
        Parallel.For(0, (Rows + together - 1) / together, parallel, part =>
        {
            for (var row = part * together; row < Math.Min(Rows, (part + 1) * together); row++)
            {
                var words = _words.AsSpan(row * Width, Width);
                if (cells.AsSpan().Contains(words[1 + column]))
                {
                    words[1 + column] = Cell.Missing;
                    words[0] &= ~(1UL << column);
                }
            }
        });
    }

    /// <summary>A row with its texts.</summary>
    /// <param name="row">0-based.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RowView View(int row) => new(Row(row), _texts, row);

    /// <summary>A row with its texts whose words were copied to a nearer place.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="words">Its words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RowView View(int row, ReadOnlySpan<ulong> words) => new(words, _texts, row);

    /// <summary>Words of a row of so many columns.</summary>
    internal static int WidthOf(int columns) => (columns + 1 + 3) / 4 * 4;

    private sealed class HeapTexts(TextHeap[] heaps) : RowTexts
    {
        public TextHeap[] Heaps => heaps;

        public override ReadOnlySpan<byte> Of(int row, int column) => heaps[column].Text(row);
    }
}
