namespace Qingce.Linkage;

/// <summary>Precision, recall and F1 of linking pairs by weight, for each threshold.</summary>
public sealed class ThresholdCurve
{
    private const int MostPoints = 1000;
    private static readonly Comparer<Weighed> FallingWeight = Comparer<Weighed>.Create((x, y) => y.Weight.CompareTo(x.Weight));

    private ThresholdCurve(ReadOnlySpan<Weighed> pairs, double together, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Best = new ThresholdPoint(pairs.Length == 0 ? 0 : pairs[0].Weight + step, 0, 0, together);
        var points = new List<ThresholdPoint>();
        if (pairs.Length > 0)
        {
            var (highest, lowest) = (pairs[0].Weight, pairs[^1].Weight);
            while ((highest - lowest) / step > MostPoints)
            {
                step *= 2;
            }

            var grid = Math.Ceiling(highest / step);
            var (linked, wrong) = (0.0, 0.0);
            for (var i = 0; i < pairs.Length; i++)
            {
                for (; grid * step > pairs[i].Weight; grid--)
                {
                    points.Add(PointAt(grid * step));
                }

                linked += pairs[i].Together;
                wrong += pairs[i].Apart;
                if ((i + 1 == pairs.Length || pairs[i + 1].Weight != pairs[i].Weight) && PointAt(pairs[i].Weight) is var point && point.F1 > Best.F1)
                {
                    Best = point;
                }
            }

            points.Add(PointAt(grid * step));
            points.Reverse();

            ThresholdPoint PointAt(double threshold) => new(threshold, linked, wrong, Math.Max(0, together - linked));
        }

        Points = points;
    }

    /// <summary>Points at even steps of the threshold, ascending, from below the lowest weight to the highest; empty without pairs.</summary>
    public IReadOnlyList<ThresholdPoint> Points { get; }

    /// <summary>The point of the highest F1 among all weights that occur, of equal ones the highest; above all weights when no link is right.</summary>
    public ThresholdPoint Best { get; }

    /// <summary>The curve where the entity of each row is known: all pairs of one entity count, also those that were never compared.</summary>
    /// <param name="pairs">Scored pairs, each once, in any order.</param>
    /// <param name="reference">The entity of each row, 0 or more; pairs with a row of a negative number are left out.</param>
    /// <param name="step">Bits between points, above 0; doubled while it would give more than 1000. Default 0.5.</param>
    public static ThresholdCurve OfReference(ReadOnlySpan<ScoredPair> pairs, ReadOnlySpan<int> reference, double step = 0.5)
    {
        var known = new Weighed[pairs.Length];
        var count = 0;
        foreach (ref readonly var pair in pairs)
        {
            var (left, right) = (reference[pair.Left], reference[pair.Right]);
            if (left >= 0 && right >= 0)
            {
                known[count++] = new Weighed(pair.Weight, left == right ? 1 : 0, left == right ? 0 : 1);
            }
        }

        var together = PairwiseAccuracy.Of(reference, reference).TruePositives;
        return new ThresholdCurve(Falling(known, count), together, step);
    }

    /// <summary>The curve over labelled pairs alone.</summary>
    /// <param name="labels">The labelled pairs.</param>
    /// <param name="weight">The weight of a pair in bits, or null when it was not compared: it is linked at no threshold.</param>
    /// <param name="matchFrom">Score from which a label says the pair is one entity. Default 0.5.</param>
    /// <param name="step">Bits between points, above 0; doubled while it would give more than 1000. Default 0.5.</param>
    public static ThresholdCurve OfLabels(
        IReadOnlyList<LabelledPair> labels, Func<int, int, double?> weight, double matchFrom = 0.5, double step = 0.5)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(weight);
        var known = new Weighed[labels.Count];
        var count = 0;
        foreach (var label in labels)
        {
            if (weight(label.Left, label.Right) is { } bits)
            {
                known[count++] = new Weighed(bits, label.Score >= matchFrom ? 1 : 0, label.Score >= matchFrom ? 0 : 1);
            }
        }

        return new ThresholdCurve(Falling(known, count), labels.Count(label => label.Score >= matchFrom), step);
    }

    /// <summary>
    /// The curve to be expected without labels: each pair belongs together with the probability its weight says. It is as good as the
    /// weights are calibrated.
    /// </summary>
    /// <param name="pairs">The pairs that were compared, in any grouping.</param>
    /// <param name="matches">
    /// Pairs that belong together in all, where the model estimates it: what exceeds the expected ones among the pairs was missed by
    /// blocking. Null: nothing was missed.
    /// </param>
    /// <param name="step">Bits between points, above 0; doubled while it would give more than 1000. Default 0.5.</param>
    public static ThresholdCurve Expected(IEnumerable<WeightedCount> pairs, double? matches = null, double step = 0.5)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var expected = new Weighed[64];
        var (count, together) = (0, 0d);
        foreach (var pair in pairs)
        {
            if (count == expected.Length)
            {
                Array.Resize(ref expected, 2 * count);
            }

            var share = new MatchWeight(pair.Weight).Probability;
            expected[count++] = new Weighed(pair.Weight, pair.Pairs * share, pair.Pairs * (1 - share));
            together += pair.Pairs * share;
        }

        return new ThresholdCurve(Falling(expected, count), Math.Max(together, matches ?? 0), step);
    }

    // The finite ones by falling weight. What rises, as a report counts it, is turned round without being sorted.
    private static ReadOnlySpan<Weighed> Falling(Weighed[] pairs, int count)
    {
        var (kept, rises) = (0, true);
        for (var i = 0; i < count; i++)
        {
            if (double.IsFinite(pairs[i].Weight))
            {
                rises &= kept == 0 || pairs[kept - 1].Weight <= pairs[i].Weight;
                pairs[kept++] = pairs[i];
            }
        }

        if (rises)
        {
            for (var i = 0; i < kept / 2; i++)
            {
                (pairs[i], pairs[kept - 1 - i]) = (pairs[kept - 1 - i], pairs[i]);
            }
        }
        else
        {
            Array.Sort(pairs, 0, kept, FallingWeight);
        }

        return pairs.AsSpan(0, kept);
    }

    private readonly record struct Weighed(double Weight, double Together, double Apart);
}
