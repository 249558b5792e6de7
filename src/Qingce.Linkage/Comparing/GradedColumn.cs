namespace Qingce.Linkage;

/// <summary>
/// A comparison whose level depends on the two values of its column alone, made ready for many pairs: what the sketches of the values tell is
/// not measured.
/// </summary>
internal sealed class GradedColumn
{
    private readonly int _otherwise;
    private readonly Graded[] _measures;

    /// <summary>Prepares a plain comparison.</summary>
    /// <param name="comparison">Its place in the model.</param>
    /// <param name="column">Its column.</param>
    /// <param name="levels">Its conditions; null for otherwise.</param>
    /// <param name="whenEqual">The level of equal values, 1-based.</param>
    /// <param name="sketches">What the sketches of a row are of so far; those of this comparison are added.</param>
    public GradedColumn(int comparison, int column, CompiledCondition?[] levels, int whenEqual, List<(int Column, Measure Measure)> sketches)
    {
        Comparison = comparison;
        Column = column;
        WhenEqual = whenEqual;
        var reached = levels.TakeWhile(l => l is not null).Count();
        _otherwise = reached < levels.Length ? reached + 1 : 0;
        var measures = new List<Graded>();
        for (var i = 0; i < reached; i++)
        {
            if (levels[i]!.Measure is { } measure)
            {
                if (measures.Count == 0 || measures[^1].Measure != measure)
                {
                    measures.Add(new Graded(measure, levels[i]!.Place, SketchOf(measure, sketches)));
                }

                measures[^1].Add(i + 1, levels[i]!.Bound);
            }
        }

        _measures = [.. measures];
    }

    public int Comparison { get; }

    public int Column { get; }

    /// <summary>The level of equal values, 1-based.</summary>
    public int WhenEqual { get; }

    /// <summary>The levels that values which are not equal can have.</summary>
    public IEnumerable<int> WhenUnequal => _measures.SelectMany(m => m.Levels).Append(_otherwise);

    /// <summary>Whether a level other than that of no agreement can hold of values that are not equal.</summary>
    public bool IsGraded => _measures.Length > 0;

    /// <summary>Whether sketches tell something of the level.</summary>
    public bool IsSketched => _measures.Length > 0 && _measures[0].Sketch >= 0;

    /// <summary>The first level that two members can have whose values are there and not equal, as far as sketches tell.</summary>
    /// <param name="members">The gathered rows.</param>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    /// <param name="memo">What is known of the two; what is found is added.</param>
    /// <param name="isExact">Whether it is the level that they have.</param>
    public int LevelFrom(Members members, int left, int right, PairMemo memo, out bool isExact)
    {
        var its = _measures[0];
        var at = FirstLikely(its, members, left, right, memo, out isExact);
        if (at < its.Levels.Length)
        {
            return its.Levels[at];
        }

        isExact = _measures.Length == 1;
        return isExact ? _otherwise : _measures[1].Levels[0];
    }

    /// <summary>The level of two members whose values are there and not equal.</summary>
    /// <param name="members">The gathered rows.</param>
    /// <param name="left">A member.</param>
    /// <param name="right">Another member.</param>
    /// <param name="memo">What is known of the two; what is found is added.</param>
    public int Level(Members members, int left, int right, PairMemo memo)
    {
        foreach (var its in _measures)
        {
            var at = 0;
            if (its.Sketch >= 0 && (at = FirstLikely(its, members, left, right, memo, out var isExact)) < its.Levels.Length && isExact)
            {
                return its.Levels[at];
            }

            if (at < its.Levels.Length)
            {
                // Levels of another measure may stand between two of one.
                if (!memo.TryMeasured(its.Place, out var measured))
                {
                    measured = RowComparer.Measured(its.Measure, members.View(left), Column, members.View(right), Column);
                    memo.SetMeasured(its.Place, measured);
                }

                at = its.FirstReached(measured, at);
                if (at < its.Levels.Length)
                {
                    return its.Levels[at];
                }
            }
        }

        return _otherwise;
    }

    private static int FirstLikely(Graded its, Members members, int left, int right, PairMemo memo, out bool isExact)
    {
        var best = its.Measure.Best(members.Sketch(left, its.Sketch), members.Sketch(right, its.Sketch), out isExact);
        if (isExact)
        {
            memo.SetMeasured(its.Place, best);
        }
        else
        {
            memo.SetBest(its.Place, best);
        }

        return its.FirstReached(best, 0);
    }

    private int SketchOf(Measure measure, List<(int Column, Measure Measure)> sketches)
    {
        if (!measure.HasSketch)
        {
            return -1;
        }

        if (!sketches.Contains((Column, measure)))
        {
            sketches.Add((Column, measure));
        }

        return sketches.IndexOf((Column, measure));
    }

    /// <summary>The levels of one measure, in their order.</summary>
    private sealed class Graded(Measure measure, int place, int sketch)
    {
        private readonly double _sign = measure.IsSimilarity ? 1 : -1;
        private double[] _bounds = [];

        public Measure Measure { get; } = measure;

        /// <summary>Of its measurement in a <see cref="PairMemo"/>.</summary>
        public int Place { get; } = place;

        /// <summary>Its place among the sketches of a row; -1 for none.</summary>
        public int Sketch { get; } = sketch;

        public int[] Levels { get; private set; } = [];

        public void Add(int level, double bound) => (Levels, _bounds) = ([.. Levels, level], [.. _bounds, _sign * bound]);

        /// <summary>The place of the first level from some place on that a measurement reaches; their number when it reaches none.</summary>
        public int FirstReached(double measured, int from)
        {
            var its = _sign * measured;
            var at = from;
            while (at < _bounds.Length && !(its >= _bounds[at]))
            {
                at++;
            }

            return at;
        }
    }
}
