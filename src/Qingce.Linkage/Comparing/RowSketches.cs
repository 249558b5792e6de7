namespace Qingce.Linkage;

/// <summary>
/// The sketches of all rows for the comparisons of a model, side by side: made once for training and search, because a row is met in many blocks
/// and reading a long text again costs more than all else. Immutable, for any number of threads.
/// </summary>
internal sealed class RowSketches
{
    private const int Scratch = 96;
    private readonly LineArray<ulong> _all;
    private readonly (int Column, Measure Measure)[] _places;

    /// <summary>Room for the sketches of rows, which are not made yet.</summary>
    /// <param name="places">What each sketch of a row is of.</param>
    /// <param name="rows">How many rows.</param>
    public RowSketches((int Column, Measure Measure)[] places, int rows)
    {
        _places = places;
        Width = (places.Length + 3) / 4 * 4;
        _all = LineArray<ulong>.Allocate(rows * Width);
    }

    /// <summary>Sketches of a row, a multiple of four; those beyond the places are 0.</summary>
    public int Width { get; }

    /// <summary>All sketches, row after row; 0 for a missing value.</summary>
    public ReadOnlySpan<ulong> All => _all.Span;

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
    public void Fill(LinkTable table, int from, int count, LongMarks marks)
    {
        _all.AsSpan(from * Width, count * Width).Clear();
        for (var place = 0; place < _places.Length; place++)
        {
            var (column, measure) = _places[place];
            var read = marks.Of(column, measure.Marks, measure.Mark);
            var apart = read.IsEmpty ? 0 : measure.Marks!.Count;
            for (var i = 0; i < count; i++)
            {
                var cell = table.CellOf(from + i, column);
                if (cell != Cell.Missing)
                {
                    _all[(from + i) * Width + place] = apart != 0 && read[i * apart] is not 0 and var told ? told : SketchOf(measure, cell, table.View(from + i), column);
                }
            }
        }
    }

    /// <summary>What is read of long texts to make the sketches.</summary>
    public IEnumerable<(int Column, TextMarks Marks)> Marks => _places.Where(p => p.Measure.Marks is not null).Select(p => (p.Column, p.Measure.Marks!));

    /// <summary>Whether these are the sketches that are wanted.</summary>
    public bool AreOf(ReadOnlySpan<(int Column, Measure Measure)> places) => places.SequenceEqual(_places);

    private static ulong SketchOf(Measure measure, ulong cell, in RowView row, int column)
    {
        var sketch = Cell.IsLong(cell) ? measure.Sketch(row.LongText(column)) : measure.Sketch(cell);
        return sketch == 0 ? OfText(measure, cell, in row, column) : sketch;
    }

    private static ulong OfText(Measure measure, ulong cell, in RowView row, int column)
    {
        Span<int> scratch = stackalloc int[Cell.IsLong(cell) ? Scratch : Cell.MostInline];
        return measure.Sketch(new CellValue(cell, row.Text(column, scratch)));
    }
}
