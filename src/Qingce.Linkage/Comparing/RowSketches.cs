namespace Qingce.Linkage;

/// <summary>
/// The sketches of rows for the comparisons of a model. Those of long texts are kept for all rows, made once for training and search, because a
/// row is met in many blocks and reading a long text again costs more than all else; those of values that stand in their cells are made when they
/// are asked for. Immutable once filled, for any number of threads.
/// </summary>
internal sealed class RowSketches
{
    private const int Scratch = 96;

    /// <summary>One row with a long text, of those that are looked at, is enough for the sketches of its column to be kept.</summary>
    private const int FewestLong = 1;
    private readonly LineArray<ulong>[] _kept;
    private readonly (int Column, Measure Measure)[] _places;

    /// <summary>Room for the sketches of rows, which are not made yet.</summary>
    /// <param name="places">What each sketch of a row is of.</param>
    /// <param name="table">The rows.</param>
    public RowSketches((int Column, Measure Measure)[] places, LinkTable table)
    {
        _places = places;
        var columns = table.LongColumns(FewestLong);
        _kept = [.. places.Select(p => LineArray<ulong>.Allocate((columns >> p.Column & 1) != 0 && p.Measure.SketchesLongTexts ? table.Rows : 0))];
    }

    /// <summary>Sketches of a row.</summary>
    public int Count => _places.Length;

    /// <summary>What is read of long texts to make the sketches that are kept.</summary>
    public IEnumerable<(int Column, TextMarks Marks)> Marks =>
        _places.Where((p, i) => _kept[i].Length > 0 && p.Measure.Marks is not null).Select(p => (p.Column, p.Measure.Marks!));

    /// <summary>Makes the sketches of a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="places">What each sketch of a row is of.</param>
    /// <param name="parallel">Threads to use.</param>
    public static RowSketches Of(LinkTable table, (int Column, Measure Measure)[] places, ParallelOptions parallel)
    {
        var made = new RowSketches(places, table);
        RowMarks.Fill(table, keys: null, made, parallel);
        return made;
    }

    /// <summary>Makes those of some rows that are kept.</summary>
    public void Fill(LinkTable table, int from, int count, LongMarks marks)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (_kept[place].Length == 0)
            {
                continue;
            }

            var (column, measure) = _places[place];
            var read = marks.Of(column, measure.Marks, measure.Mark);
            var apart = read.IsEmpty ? 0 : measure.Marks!.Count;
            var kept = _kept[place].AsSpan(from, count);
            for (var i = 0; i < count; i++)
            {
                kept[i] = table.CellOf(from + i, column) == Cell.Missing ? 0
                    : apart != 0 && read[i * apart] is not 0 and var told ? told
                    : SketchOf(measure, table.View(from + i), column);
            }
        }
    }

    /// <summary>A sketch of a row; 0 for a missing value.</summary>
    /// <param name="place">Which one.</param>
    /// <param name="row">The number of the row.</param>
    /// <param name="view">The row.</param>
    public ulong Of(int place, int row, in RowView view)
    {
        if (_kept[place].Length > 0)
        {
            return _kept[place][row];
        }

        var (column, measure) = _places[place];
        return view.CellOf(column) == Cell.Missing ? 0 : SketchOf(measure, in view, column);
    }

    /// <summary>Whether these are the sketches that are wanted.</summary>
    public bool AreOf(ReadOnlySpan<(int Column, Measure Measure)> places) => places.SequenceEqual(_places);

    private static ulong SketchOf(Measure measure, in RowView row, int column)
    {
        var cell = row.CellOf(column);
        var sketch = Cell.IsLong(cell) ? measure.Sketch(row.LongText(column)) : measure.Sketch(cell);
        return sketch == 0 ? OfText(measure, cell, in row, column) : sketch;
    }

    private static ulong OfText(Measure measure, ulong cell, in RowView row, int column)
    {
        Span<int> scratch = stackalloc int[Cell.IsLong(cell) ? Scratch : Cell.MostInline];
        return measure.Sketch(new CellValue(cell, row.Text(column, scratch)));
    }
}
