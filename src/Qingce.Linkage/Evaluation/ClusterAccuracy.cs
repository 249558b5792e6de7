namespace Qingce.Linkage;

/// <summary>How well clusters agree with a reference, cluster by cluster and row by row. Clusters of a single row count.</summary>
public sealed record ClusterAccuracy
{
    /// <summary>Number of clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Number of entities in the reference.</summary>
    public required int Entities { get; init; }

    /// <summary>Number of clusters that hold all rows of one entity and no other.</summary>
    public required int Exact { get; init; }

    /// <summary>Share of the clusters that are exact, 0 to 1; 1 without clusters.</summary>
    public double ExactPrecision => Ratio.Of(Exact, Clusters);

    /// <summary>Share of the entities that were found exactly, 0 to 1; 1 without entities.</summary>
    public double ExactRecall => Ratio.Of(Exact, Entities);

    /// <summary>B-cubed precision, 0 to 1: the share of a row's cluster that is of its entity, averaged over rows.</summary>
    public required double BCubedPrecision { get; init; }

    /// <summary>B-cubed recall, 0 to 1: the share of a row's entity that is in its cluster, averaged over rows.</summary>
    public required double BCubedRecall { get; init; }

    /// <summary>Harmonic mean of B-cubed precision and recall.</summary>
    public double BCubedF1 => 2 * BCubedPrecision * BCubedRecall / (BCubedPrecision + BCubedRecall);

    /// <summary>Compares clusters with a reference.</summary>
    /// <param name="clusters">The cluster of each row, 0 or more.</param>
    /// <param name="reference">The entity of each row, 0 or more; a row with a negative number is left out.</param>
    /// <exception cref="ArgumentException">The two differ in length, or a cluster is negative.</exception>
    public static ClusterAccuracy Of(ReadOnlySpan<int> clusters, ReadOnlySpan<int> reference)
    {
        var table = new ContingencyTable(clusters, reference);
        var clusterSizes = table.Cells.Select(cell => cell.Cluster).Distinct().Order().Zip(table.ClusterSizes).ToDictionary();
        var entitySizes = table.Cells.Select(cell => cell.Entity).Distinct().Order().Zip(table.ReferenceSizes).ToDictionary();
        var (exact, precision, recall) = (0, 0.0, 0.0);
        foreach (var (cluster, entity, rows) in table.Cells)
        {
            var squared = (double)rows * rows;
            precision += squared / clusterSizes[cluster];
            recall += squared / entitySizes[entity];
            exact += rows == clusterSizes[cluster] && rows == entitySizes[entity] ? 1 : 0;
        }

        return new ClusterAccuracy
        {
            Clusters = clusterSizes.Count,
            Entities = entitySizes.Count,
            Exact = exact,
            BCubedPrecision = Ratio.Of(precision, table.Rows),
            BCubedRecall = Ratio.Of(recall, table.Rows),
        };
    }
}
