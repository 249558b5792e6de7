namespace Qingce.Linkage;

/// <summary>
/// The sketches of all rows for the comparisons of a model, side by side: made once for training and search, because a row is met in many blocks
/// and reading a long text again costs more than all else. Immutable, for any number of threads.
/// </summary>
internal sealed class RowSketches
{
    private const int Scratch = 96;
    private readonly ulong[] _all;
    private readonly (int Column, Measure Measure)[] _places;

    /// <summary>Room for the sketches of rows, which are not made yet.</summary>
    /// <param name="places">What each sketch of a row is of.</param>
    /// <param name="rows">How many rows.</param>
    public RowSketches((int Column, Measure Measure)[] places, int rows)
    {
        _places = places;
        Width = (places.Length + 3) / 4 * 4;
        _all = LargePages.Allocate<ulong>(rows * Width);
    }

    /// <summary>Sketches of a row, a multiple of four; those beyond the places are 0.</summary>
    public int Width { get; }

    /// <summary>All sketches, row after row; 0 for a missing value.</summary>
    public ReadOnlySpan<ulong> All => _all;

    /// <summary>Makes the sketches of a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="places">What each sketch of a row is of.</param>
    /// <param name="parallel">Threads to use.</param>
    public static RowSketches Of(LinkTable table, (int Column, Measure Measure)[] places, ParallelOptions parallel)
    {
        var made = new RowSketches(places, table.Rows);
        RowMarks.Fill(table, keys: null, made, parallel);
        return made;
    }

    /// <summary>Makes those of some rows.</summary>
    public void Fill(LinkTable table, int from, int count)
    {
        for (var row = from; row < from + count && Width > 0; row++)
        {
            Put(table.View(row), _all.AsSpan(row * Width, Width));
        }
    }

    /// <summary>Whether these are the sketches that are wanted.</summary>
    public bool AreOf(ReadOnlySpan<(int Column, Measure Measure)> places) => places.SequenceEqual(_places);

    private void Put(in RowView row, Span<ulong> sketches)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            var (column, measure) = _places[place];
            var cell = row.CellOf(column);
            if (cell == Cell.Missing)
            {
                sketches[place] = 0;
                continue;
            }

            var sketch = Cell.IsLong(cell) ? measure.Sketch(row.LongText(column)) : measure.Sketch(cell);
            sketches[place] = sketch == 0 ? OfText(measure, cell, in row, column) : sketch;
        }

        sketches[_places.Length..].Clear();
    }

    private static ulong OfText(Measure measure, ulong cell, in RowView row, int column)
    {
        Span<int> scratch = stackalloc int[Cell.IsLong(cell) ? Scratch : Cell.MostInline];
        return measure.Sketch(new CellValue(cell, row.Text(column, scratch)));
    }
}
