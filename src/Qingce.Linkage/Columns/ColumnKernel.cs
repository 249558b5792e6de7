namespace Qingce.Linkage;

/// <summary>A row of a <see cref="ColumnTable"/>: its number alone.</summary>
internal readonly record struct ColumnRow(int Row);

/// <summary>Compares the rows of a table by its columns.</summary>
internal readonly struct ColumnKernel : IPairKernel<ColumnRow>
{
    private const double MostAdjustment = 10;
    private readonly ColumnTable.Column[] _columns;
    private readonly ColumnComparison[] _comparisons;
    private readonly (ColumnTable.Column Column, int Characters)[][] _keys;
    private readonly LinkageModel _model;
    private readonly int _rows;

    public ColumnKernel(ColumnTable table, LinkageModel model, ColumnComparison[] comparisons, IReadOnlyList<IReadOnlyList<KeyPart>> keys)
    {
        _rows = table.Rows;
        _model = model;
        _comparisons = comparisons;
        _columns = [.. comparisons.Select(c => table[c.Column])];
        _keys = [.. keys.Select(parts => parts.Select(p => (table[p.Column], p.Characters)).ToArray())];
    }

    public int MostKeys => 1;

    public ulong RefinedMask => 0;

    public double MostFrequency => MostAdjustment * _columns.Length;

    public int Keys(int pass, in ColumnRow row, Span<ulong> keys)
    {
        var key = 1UL;
        foreach (var (column, characters) in _keys[pass])
        {
            var part = column.Hash(row.Row, characters);
            if (part == 0)
            {
                return 0;
            }

            key = KeyMix.Of(key, part);
        }

        keys[0] = key | 1;
        return 1;
    }

    public ulong SplitKey(int pass, int depth, in ColumnRow row) => _columns[depth].Hash(row.Row, 0);

    public ulong Compare(in ColumnRow left, in ColumnRow right)
    {
        ulong pattern = 0;
        for (var c = 0; c < _columns.Length; c++)
        {
            pattern |= Pattern.Of(c, LevelOf(c, left.Row, right.Row));
        }

        return pattern;
    }

    public ulong Refine(int left, int right, ulong pattern) => pattern;

    public double Frequency(int left, int right, ulong pattern)
    {
        var sum = 0d;
        for (var c = 0; c < _columns.Length; c++)
        {
            var level = Pattern.Level(pattern, c);
            if (level > 0 && _model.Comparisons[c].Levels[level - 1] is { Frequency: > 0 } its)
            {
                var column = _columns[c];
                var count = Math.Max(column.Counts[column.Codes[left]], column.Counts[column.Codes[right]]);
                sum += its.Frequency * Math.Clamp(Math.Log2(its.U * _rows / Math.Max(1, count - 1)), -MostAdjustment, MostAdjustment);
            }
        }

        return sum;
    }

    public bool Hopeless(ulong pattern) => false;

    public bool Wanted(ulong pattern) => false;

    /// <summary>A hash of all compared values.</summary>
    public ulong ContentHash(ColumnRow row)
    {
        var hash = 0UL;
        foreach (var column in _columns)
        {
            hash = KeyMix.Of(hash, column.Hash(row.Row, 0));
        }

        return hash;
    }

    private int LevelOf(int comparison, int left, int right)
    {
        var column = _columns[comparison];
        var (a, b) = (column.Codes[left], column.Codes[right]);
        if (a < 0 || b < 0)
        {
            return 0;
        }

        var levels = _comparisons[comparison].Levels;
        for (var i = 0; i < levels.Count; i++)
        {
            var holds = a == b || levels[i].Measure switch
            {
                Measure.Exact => false,
                Measure.JaroWinkler => Similarity.JaroWinkler(column.Texts[a], column.Texts[b]) >= levels[i].Bound,
                Measure.EditDistance => Similarity.EditDistance(column.Texts[a], column.Texts[b]) <= levels[i].Bound,
                _ => throw new InvalidOperationException($"There is no measure {levels[i].Measure}."),
            };
            if (holds)
            {
                return i + 1;
            }
        }

        return levels.Count + 1;
    }
}
