namespace Qingce.Linkage;

/// <summary>
/// How well clusters agree with a reference, counted over unordered pairs of rows. All pairs count, also those that no blocking
/// brought together.
/// </summary>
/// <param name="TruePositives">Pairs that are together in both.</param>
/// <param name="FalsePositives">Pairs that are together in the clusters only.</param>
/// <param name="FalseNegatives">Pairs that are together in the reference only.</param>
public readonly record struct PairwiseAccuracy(long TruePositives, long FalsePositives, long FalseNegatives)
{
    /// <summary>Share of the pairs put together that belong together, 0 to 1; 1 when none was put together.</summary>
    public double Precision => Ratio.Of(TruePositives, (double)TruePositives + FalsePositives);

    /// <summary>Share of the pairs that belong together that were put together, 0 to 1; 1 when none belongs together.</summary>
    public double Recall => Ratio.Of(TruePositives, (double)TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall, 0 to 1; 1 when there is no pair in either.</summary>
    public double F1 => Ratio.Of(2.0 * TruePositives, (2.0 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Compares clusters with a reference.</summary>
    /// <param name="clusters">The cluster of each row, 0 or more.</param>
    /// <param name="reference">The entity of each row, 0 or more; a row with a negative number is left out.</param>
    /// <exception cref="ArgumentException">The two differ in length, or a cluster is negative.</exception>
    public static PairwiseAccuracy Of(ReadOnlySpan<int> clusters, ReadOnlySpan<int> reference)
    {
        var table = new ContingencyTable(clusters, reference);
        var together = table.Cells.Sum(cell => Pairs(cell.Rows));
        return new PairwiseAccuracy(
            together, table.ClusterSizes.Sum(size => Pairs(size)) - together, table.ReferenceSizes.Sum(size => Pairs(size)) - together);
    }

    /// <summary>Compares clusters with labelled pairs; pairs without a label do not count.</summary>
    /// <param name="clusters">The cluster of each row.</param>
    /// <param name="labels">The labelled pairs.</param>
    /// <param name="matchFrom">Score from which a label says the pair is one entity. Default 0.5.</param>
    public static PairwiseAccuracy Of(ReadOnlySpan<int> clusters, ReadOnlySpan<LabelledPair> labels, double matchFrom = 0.5)
    {
        var result = default(PairwiseAccuracy);
        foreach (var label in labels)
        {
            var isTogether = clusters[label.Left] == clusters[label.Right];
            result = (isTogether, label.Score >= matchFrom) switch
            {
                (true, true) => result with { TruePositives = result.TruePositives + 1 },
                (true, false) => result with { FalsePositives = result.FalsePositives + 1 },
                (false, true) => result with { FalseNegatives = result.FalseNegatives + 1 },
                _ => result,
            };
        }

        return result;
    }

    internal static long Pairs(long rows) => rows * (rows - 1) / 2;
}
