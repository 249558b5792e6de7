using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>How often each value of a column occurs, for the levels that take a frequency adjustment.</summary>
internal sealed class TermFrequencies
{
    private const double MostBits = 10;
    private readonly LinkTable _table;
    private readonly bool _countsOwnPair;
    private readonly Counts?[] _columns;
    private readonly Adjustment?[][] _levels;

    public TermFrequencies(LinkTable table, LinkageModel model, RowComparer comparer)
    {
        _table = table;
        _countsOwnPair = model.CountsOwnPair;
        _columns = new Counts?[table.Columns.Count];
        _levels = new Adjustment?[model.Comparisons.Count][];
        for (var c = 0; c < _levels.Length; c++)
        {
            var own = comparer.Columns[c];
            _levels[c] = [.. model.Comparisons[c].Levels.Select(level => level.Frequency > 0 ? AdjustmentOf(level, own) : null)];
            Most += _levels[c].Max(adjustment => adjustment is null ? 0 : MostOf(adjustment));
        }
    }

    /// <summary>The most bits that <see cref="Of(int, int, ulong)"/> ever adds.</summary>
    public double Most { get; }

    /// <summary>Bits by which agreement on rare values says more, and on common ones less, than the levels' weights do. Symmetric.</summary>
    public double Of(int left, int right, ulong pattern)
    {
        var sum = 0d;
        for (var c = 0; c < _levels.Length; c++)
        {
            sum += Of(c, left, right, pattern);
        }

        return sum;
    }

    /// <summary>The adjustment of one comparison.</summary>
    public double Of(int comparison, int left, int right, ulong pattern)
    {
        var level = Pattern.Level(pattern, comparison);
        if (level == 0 || _levels[comparison][level - 1] is not { } adjustment)
        {
            return 0;
        }

        var column = _columns[adjustment.Column]!;
        var count = Math.Max(
            column.ByCell.GetValueOrDefault(_table.CellOf(left, adjustment.Column)),
            column.ByCell.GetValueOrDefault(_table.CellOf(right, adjustment.Column)));
        if (_countsOwnPair)
        {
            return count == 0
                ? 0
                : adjustment.Weight * Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, count / (double)column.Present));
        }

        var share = Math.Max(adjustment.LeastShare, Math.Max(1, count - 1) / (double)_table.Rows);
        return adjustment.Weight * Math.Clamp(Math.Log2(adjustment.U / share), -MostBits, MostBits);
    }

    private double MostOf(Adjustment adjustment) => adjustment.Weight * Math.Max(
        0,
        _countsOwnPair
            ? Math.Log2(adjustment.U / Math.Max(adjustment.LeastShare, 1d / Math.Max(1, _columns[adjustment.Column]!.Present)))
            : MostBits);

    private Adjustment AdjustmentOf(ComparisonLevel level, int own)
    {
        var column = level.FrequencyColumn is { } other ? _table.IndexOf(other) : own;
        _columns[column] ??= CountsOf(column);
        return new Adjustment(column, level.Frequency, level.FrequencyU ?? level.U, level.LeastShare);
    }

    private Counts CountsOf(int column)
    {
        var counts = new Dictionary<ulong, int>();
        var present = 0;
        for (var row = 0; row < _table.Rows; row++)
        {
            var cell = _table.CellOf(row, column);
            if (cell != Cell.Missing)
            {
                present++;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out _)++;
            }
        }

        return new Counts(counts, present);
    }

    private sealed record Counts(Dictionary<ulong, int> ByCell, int Present);

    private sealed record Adjustment(int Column, double Weight, double U, double LeastShare);
}
