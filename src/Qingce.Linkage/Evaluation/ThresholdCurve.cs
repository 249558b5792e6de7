namespace Qingce.Linkage;

/// <summary>Precision, recall and F1 of linking pairs by weight, for each threshold.</summary>
public sealed class ThresholdCurve
{
    private const int MostPoints = 1000;

    private ThresholdCurve(List<(double Weight, double Together, double Apart)> pairs, double together, double step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        pairs.RemoveAll(p => !double.IsFinite(p.Weight));
        pairs.Sort((x, y) => y.Weight.CompareTo(x.Weight));
        Best = new ThresholdPoint(pairs.Count == 0 ? 0 : pairs[0].Weight + step, 0, 0, together);
        var points = new List<ThresholdPoint>();
        if (pairs.Count > 0)
        {
            var (highest, lowest) = (pairs[0].Weight, pairs[^1].Weight);
            while ((highest - lowest) / step > MostPoints)
            {
                step *= 2;
            }

            var grid = Math.Ceiling(highest / step);
            var (linked, wrong) = (0.0, 0.0);
            for (var i = 0; i < pairs.Count; i++)
            {
                for (; grid * step > pairs[i].Weight; grid--)
                {
                    points.Add(PointAt(grid * step));
                }

                linked += pairs[i].Together;
                wrong += pairs[i].Apart;
                if ((i + 1 == pairs.Count || pairs[i + 1].Weight != pairs[i].Weight) && PointAt(pairs[i].Weight) is var point && point.F1 > Best.F1)
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
        var known = new List<(double, double, double)>(pairs.Length);
        foreach (ref readonly var pair in pairs)
        {
            var (left, right) = (reference[pair.Left], reference[pair.Right]);
            if (left >= 0 && right >= 0)
            {
                known.Add((pair.Weight, left == right ? 1 : 0, left == right ? 0 : 1));
            }
        }

        var together = PairwiseAccuracy.Of(reference, reference).TruePositives;
        return new ThresholdCurve(known, together, step);
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
        var known = new List<(double, double, double)>(labels.Count);
        foreach (var label in labels)
        {
            if (weight(label.Left, label.Right) is { } bits)
            {
                known.Add((bits, label.Score >= matchFrom ? 1 : 0, label.Score >= matchFrom ? 0 : 1));
            }
        }

        return new ThresholdCurve(known, labels.Count(label => label.Score >= matchFrom), step);
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
        var expected = pairs
            .Select(p => (p.Weight, Share: new MatchWeight(p.Weight).Probability, p.Pairs))
            .Select(p => (p.Weight, p.Pairs * p.Share, p.Pairs * (1 - p.Share)))
            .ToList();
        var together = expected.Sum(p => p.Item2);
        return new ThresholdCurve(expected, Math.Max(together, matches ?? 0), step);
    }
}
