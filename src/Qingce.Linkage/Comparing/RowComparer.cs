namespace Qingce.Linkage;

/// <summary>Compares the rows of a table by a model: finds the level of each comparison. For any number of threads.</summary>
internal sealed class RowComparer
{
    /// <summary>Code points of a value that need no array.</summary>
    private const int Scratch = 96;
    private readonly int[] _columns;
    private readonly int[][] _alternatives;
    private readonly int[][] _needed;
    private readonly CompiledCondition?[][] _levels;
    private readonly int[] _whenEqual;

    /// <summary>Looks up what a model names.</summary>
    /// <exception cref="LinkageModelException">The model names a column, kind or measure that there is not.</exception>
    public RowComparer(LinkageModel model, IReadOnlyList<ModelColumn> columns, LinkageVocabulary vocabulary)
    {
        _columns = [.. model.Comparisons.Select(c => ModelColumn.IndexOf(columns, c.Column ?? c.Name))];
        _alternatives = [.. model.Comparisons.Select(c => (c.Alternatives ?? []).Select(a => ModelColumn.IndexOf(columns, a)).ToArray())];
        var places = new Dictionary<(Measure, int, int), int>();
        _needed = [.. model.Comparisons.Select(c => (c.Needed ?? []).Select(n => ModelColumn.IndexOf(columns, n)).ToArray())];
        _levels =
        [
            .. model.Comparisons.Select((comparison, i) => comparison.Levels
                .Select(level => level.When is { } when ? new CompiledCondition(when, _columns[i], columns, vocabulary, places) : null).ToArray()),
        ];
        Measurements = places.Count;
        _whenEqual = [.. _levels.Select(levels => Array.FindIndex(levels, l => l is null || l.IsPlain) is var first && levels.Take(first).All(l => l is null or { IsPlain: true }) ? first + 1 : -1)];
    }

    /// <summary>The column of each comparison.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>How many measurements the levels of a pair may need.</summary>
    public int Measurements { get; }

    /// <summary>Whether the level of a comparison depends on nothing but the two values of its column.</summary>
    public bool IsPlain(int comparison) =>
        _alternatives[comparison].Length == 0 && _needed[comparison].Length == 0 && Array.TrueForAll(_levels[comparison], l => l is null or { IsPlain: true });

    /// <summary>Whether a comparison may hold of rows that lack a value of its column.</summary>
    public bool HasAlternatives(int comparison) => _alternatives[comparison].Length > 0;

    /// <summary>The columns that a comparison looks at.</summary>
    public uint ColumnsOf(int comparison) => _alternatives[comparison].Concat(_needed[comparison]).Append(_columns[comparison])
        .Concat(_levels[comparison].SelectMany(level => level?.Columns ?? [])).Aggregate(0U, (mask, column) => mask | 1U << column);

    /// <summary>Whether a level, 1-based, never holds of values of the comparison's column that are there and not equal.</summary>
    public bool IsForEqual(int comparison, int level) => level > 0 && _levels[comparison][level - 1] is { IsForEqual: true };

    /// <summary>The conditions of a comparison's levels; null for otherwise.</summary>
    public CompiledCondition?[] Conditions(int comparison) => _levels[comparison];

    /// <summary>The level that equal values have, 1-based; -1 where other columns decide.</summary>
    public int LevelWhenEqual(int comparison) => _whenEqual[comparison];

    /// <summary>The levels of all comparisons. Symmetric.</summary>
    public ulong Pattern(in RowView left, in RowView right)
    {
        ulong pattern = 0;
        for (var c = 0; c < _columns.Length; c++)
        {
            pattern |= Linkage.Pattern.Of(c, Level(c, in left, in right));
        }

        return pattern;
    }

    /// <summary>The level of one comparison, 1-based; 0 when its column is missing in a row.</summary>
    /// <param name="comparison">Its place in the model.</param>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    /// <param name="memo">What is known of the two; null for nothing.</param>
    public int Level(int comparison, in RowView left, in RowView right, PairMemo? memo = null)
    {
        var column = _columns[comparison];
        var (a, b) = (left.CellOf(column), right.CellOf(column));
        var missing = a == Cell.Missing || b == Cell.Missing;
        if ((missing && !HasAlternative(comparison, in left, in right)) || LacksNeeded(comparison, in left, in right))
        {
            return 0;
        }

        if (a == b && !missing && _whenEqual[comparison] is > 0 and var equal)
        {
            return equal;
        }

        var levels = _levels[comparison];
        Measure? measure = null;
        var measured = 0d;
        for (var i = 0; i < levels.Length; i++)
        {
            var level = levels[i];
            if (level is null)
            {
                return i + 1;
            }

            if (!level.IsPlain)
            {
                if (level.Holds(in left, in right, memo))
                {
                    return i + 1;
                }
            }
            else if (missing)
            {
                continue;
            }
            else if (a == b)
            {
                return i + 1;
            }
            else if (level.Measure is not null)
            {
                if (level.Measure != measure)
                {
                    measure = level.Measure;
                    if (memo is null || !memo.TryMeasured(level.Place, out measured))
                    {
                        measured = Measured(measure, in left, column, in right, column);
                        memo?.SetMeasured(level.Place, measured);
                    }
                }

                if (level.Reached(measured))
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }

    /// <summary>Whether a condition without parts holds of two rows, by the level of one comparison; null where that does not tell.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="level">Its level, 1-based; 0 for none.</param>
    public bool? Told(CompiledCondition condition, int comparison, int level)
    {
        var levels = _levels[comparison];
        if (!condition.IsOf(_columns[comparison]) || _whenEqual[comparison] <= 0)
        {
            return null;
        }

        if (level == 0)
        {
            // Where one level holds of all values and no other columns are asked for, none holds only where a value is missing.
            return _alternatives[comparison].Length == 0 && _needed[comparison].Length == 0 && Array.Exists(levels, l => l is null) ? false : null;
        }

        if (level == _whenEqual[comparison])
        {
            return levels[level - 1] is { Measure: null } ? true : null;
        }

        // Values that are not equal, or not there: of these no condition holds.
        if (condition.Measure is not { } measure)
        {
            return false;
        }

        bool Is(CompiledCondition? other) => other is { IsPlain: true } && other.Measure == measure;
        return Is(levels[level - 1]) && condition.Reached(levels[level - 1]!.Bound) ? true
            : levels.Take(level - 1).Any(before => Is(before) && before!.Reached(condition.Bound)) ? false
            : null;
    }

    private bool LacksNeeded(int comparison, in RowView left, in RowView right)
    {
        foreach (var c in _needed[comparison])
        {
            if (left.CellOf(c) == Cell.Missing || right.CellOf(c) == Cell.Missing)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAlternative(int comparison, in RowView left, in RowView right)
    {
        foreach (var c in _alternatives[comparison])
        {
            if (left.CellOf(c) != Cell.Missing && right.CellOf(c) != Cell.Missing)
            {
                return true;
            }
        }

        return false;
    }

    internal static double Measured(Measure measure, in RowView left, int column, in RowView right, int other)
    {
        if (measure.TryBetween(left.CellOf(column), right.CellOf(other), out var told))
        {
            return told;
        }

        // Scratch is cleared each time, so short texts get little of it.
        Span<int> one = stackalloc int[Cell.IsLong(left.CellOf(column)) ? Scratch : Cell.MostInline];
        Span<int> two = stackalloc int[Cell.IsLong(right.CellOf(other)) ? Scratch : Cell.MostInline];
        return measure.Between(
            new CellValue(left.CellOf(column), left.Text(column, one)),
            new CellValue(right.CellOf(other), right.Text(other, two)));
    }
}
