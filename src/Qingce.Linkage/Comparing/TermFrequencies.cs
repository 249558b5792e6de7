using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>How often each value of a column occurs, for the comparisons with levels that take a frequency adjustment.</summary>
internal sealed class TermFrequencies
{
    private const double MostBits = 10;
    private readonly LinkTable _table;
    private readonly LinkageModel _model;
    private readonly Dictionary<ulong, int>?[] _counts;
    private readonly int[] _columns;

    public TermFrequencies(LinkTable table, LinkageModel model, RowComparer comparer)
    {
        _table = table;
        _model = model;
        _columns = comparer.Columns.ToArray();
        _counts = [.. model.Comparisons.Select((c, i) => c.Levels.Any(l => l.Frequency > 0) ? CountsOf(_columns[i]) : null)];
        Most = MostBits * _counts.Count(c => c is not null);
    }

    /// <summary>The most bits that <see cref="Of(int, int, ulong)"/> ever adds.</summary>
    public double Most { get; }

    /// <summary>Bits by which agreement on rare values says more, and on common ones less, than the levels' weights do. Symmetric.</summary>
    public double Of(int left, int right, ulong pattern)
    {
        var sum = 0d;
        for (var c = 0; c < _counts.Length; c++)
        {
            sum += _counts[c] is null ? 0 : Of(c, left, right, pattern);
        }

        return sum;
    }

    /// <summary>The adjustment of one comparison.</summary>
    public double Of(int comparison, int left, int right, ulong pattern)
    {
        var level = Pattern.Level(pattern, comparison);
        if (_counts[comparison] is not { } counts || level == 0
            || _model.Comparisons[comparison].Levels[level - 1] is not { Frequency: > 0 } its)
        {
            return 0;
        }

        var column = _columns[comparison];
        var count = Math.Max(counts[_table.CellOf(left, column)], counts[_table.CellOf(right, column)]);
        return its.Frequency * Math.Clamp(Math.Log2(its.U * _table.Rows / Math.Max(1, count - 1)), -MostBits, MostBits);
    }

    private Dictionary<ulong, int> CountsOf(int column)
    {
        var counts = new Dictionary<ulong, int>();
        for (var row = 0; row < _table.Rows; row++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, _table.CellOf(row, column), out _)++;
        }

        return counts;
    }
}
