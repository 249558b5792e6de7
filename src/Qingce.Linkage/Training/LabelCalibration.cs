namespace Qingce.Linkage;

/// <summary>
/// What labelled pairs say of a model's weights: by how much they are too sure, as the logistic curve from weight to share of matches tells, and which
/// threshold is best on them. Somebody chose the labels, mostly more matches than come by chance: how many more is told by the curve's offset, so each label of
/// two people stands for as many pairs. The curve is drawn towards "nothing to mend", so that a few labels change little.
/// </summary>
public sealed record LabelCalibration
{
    private const double LeastSlope = 0.2, Drawn = 2, LargestWeight = 60, MostPairs = 1e9;
    private const int MostRounds = 100;

    /// <summary>Labelled pairs.</summary>
    public required int Labels { get; init; }

    /// <summary>Of them matches; a clerical score counts as a part of one.</summary>
    public required double Matches { get; init; }

    /// <summary>What the weights of levels are multiplied by, 0.2 to 1: below 1 when they are too sure.</summary>
    public required double Slope { get; init; }

    /// <summary>Bits by which matches are more frequent among the labels than the prior says; they change no weight.</summary>
    public required double Offset { get; init; }

    /// <summary>The calibrated probability from which links have the best F1 on the labels.</summary>
    public required double BestThreshold { get; init; }

    /// <summary>The labels' weights, calibrated, with what they are.</summary>
    public required IReadOnlyList<(double Weight, double Match)> Pairs { get; init; }

    /// <summary>Fits the curve.</summary>
    /// <param name="labels">Weights in bits, prior included, and whether each pair is a match: 0, 1, or a score between.</param>
    /// <param name="prior">The prior in bits.</param>
    /// <exception cref="ArgumentException">There are no matches or nothing else among the labels.</exception>
    public static LabelCalibration Fit(IReadOnlyList<(double Weight, double Match)> labels, double prior)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var matches = labels.Sum(l => l.Match);
        if (matches <= 0 || matches >= labels.Count)
        {
            throw new ArgumentException("Labels must have matches and pairs that are none.", nameof(labels));
        }

        (double, double)[] levels = [.. labels.Select(l => (l.Weight - prior, l.Match))];
        var (slope, intercept) = Curve(levels, null, prior);
        if (slope is < LeastSlope or > 1)
        {
            (slope, intercept) = Curve(levels, Math.Clamp(slope, LeastSlope, 1), prior);
        }

        var offset = intercept - prior;
        (double Weight, double Match)[] calibrated = [.. levels.Select(l => (slope * l.Item1 + prior, l.Item2)).OrderByDescending(l => l.Item1)];
        return new LabelCalibration
        {
            Labels = labels.Count,
            Matches = matches,
            Slope = slope,
            Offset = offset,
            BestThreshold = Best(calibrated, matches, PairsOf(offset)),
            Pairs = calibrated,
        };
    }

    /// <summary>Precision and recall when pairs are linked from a probability on, as the labels let expect.</summary>
    public ThresholdPoint At(double probability)
    {
        var bits = MatchWeight.FromProbability(probability).Bits;
        var linked = Pairs.Where(p => p.Weight >= bits).ToArray();
        var right = linked.Sum(p => p.Match);
        return new ThresholdPoint(bits, right, PairsOf(Offset) * (linked.Length - right), Matches - right);
    }

    /// <summary>The model with calibrated weights of every level and frequency. Its m are then no shares any more but what gives these weights.</summary>
    /// <param name="model">The model by which the labels were weighed.</param>
    public LinkageModel Apply(LinkageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with
        {
            Shared = model.Shared is { } shared ? shared with { MostBits = Slope * shared.MostBits } : null,
            Comparisons =
            [
                .. model.Comparisons.Select(c => c with
                {
                    Levels = [.. c.Levels.Select(l => l with { M = Math.Clamp(l.U * Math.Pow(l.M / l.U, Slope), double.Epsilon, 1), Frequency = Slope * l.Frequency })],
                }),
            ],
        };
    }

    // Newton's method on the likelihood of the labels, less a penalty for leaving slope 1 and the prior.
    private static (double Slope, double Offset) Curve(IReadOnlyList<(double Weight, double Match)> labels, double? held, double prior)
    {
        var (slope, offset, start) = (held ?? 1, prior * Math.Log(2), prior * Math.Log(2));
        for (var round = 0; round < MostRounds; round++)
        {
            var (ofSlope, ofOffset) = (held is null ? Drawn * (1 - slope) : 0, -Drawn * (offset - start) / LargestWeight);
            var (a, b, c) = (Drawn, 0d, Drawn / LargestWeight);
            foreach (var (given, match) in labels)
            {
                var weight = Math.Clamp(given, -LargestWeight, LargestWeight) * Math.Log(2);
                var share = 1 / (1 + Math.Exp(-(slope * weight + offset)));
                var spread = Math.Max(1e-9, share * (1 - share));
                ofSlope += held is null ? (match - share) * weight : 0;
                ofOffset += match - share;
                (a, b, c) = (a + spread * weight * weight, b + (held is null ? spread * weight : 0), c + spread);
            }

            var determinant = a * c - b * b;
            var (stepSlope, stepOffset) = (held is null ? (c * ofSlope - b * ofOffset) / determinant : 0, (a * ofOffset - b * ofSlope) / determinant);
            slope += Math.Clamp(stepSlope, -0.2, 0.2);
            offset += Math.Clamp(stepOffset, -2, 2);
            if (Math.Abs(stepSlope) < 1e-9 && Math.Abs(stepOffset) < 1e-9)
            {
                break;
            }
        }

        return (slope, offset / Math.Log(2));
    }

    // The pairs that a label of two people stands for.
    private static double PairsOf(double offset) => Math.Clamp(double.Exp2(offset), 1, MostPairs);

    // Between the weights of the last pair that is linked and the first that is not.
    private static double Best((double Weight, double Match)[] descending, double matches, double pairs)
    {
        var (right, wrong, best, at) = (0d, 0d, -1d, 0d);
        for (var i = 0; i < descending.Length; i++)
        {
            right += descending[i].Match;
            wrong += pairs * (1 - descending[i].Match);
            var isLast = i + 1 == descending.Length;
            if ((isLast || descending[i].Weight > descending[i + 1].Weight) && 2 * right / (right + wrong + matches) is var f1 && f1 > best)
            {
                (best, at) = (f1, isLast ? descending[i].Weight - 1 : (descending[i].Weight + descending[i + 1].Weight) / 2);
            }
        }

        return Math.Clamp(new MatchWeight(at).Probability, 1e-6, 1 - 1e-6);
    }
}
