namespace Qingce.Linkage;

/// <summary>The clusters and some of them in full.</summary>
public sealed record ClustersSummary
{
    /// <summary>Clusters, those of a single row included.</summary>
    public required int Count { get; init; }

    /// <summary>Clusters of two rows or more.</summary>
    public required int WithSeveral { get; init; }

    /// <summary>Rows in clusters of two rows or more.</summary>
    public required int RowsWithOther { get; init; }

    /// <summary>Rows of the largest cluster.</summary>
    public required int Largest { get; init; }

    /// <summary>Connected components that were parted.</summary>
    public required int Refined { get; init; }

    /// <summary>How many clusters have how many rows, by size.</summary>
    public required IReadOnlyList<SizeCount> Sizes { get; init; }

    /// <summary>The largest, the most doubtful and some usual clusters, by their smallest row.</summary>
    public required IReadOnlyList<ExampleCluster> Examples { get; init; }
}

/// <summary>A cluster with what holds it together.</summary>
public sealed record ExampleCluster
{
    /// <summary>Its rows ascending, at most 60 of them.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Size { get; init; }

    /// <summary>How many links it has.</summary>
    public required int Links { get; init; }

    /// <summary>The pairs among <see cref="Rows"/>: the links, and in a small cluster also what speaks for and against the others.</summary>
    public required IReadOnlyList<ClusterEdge> Edges { get; init; }

    /// <summary>The weakest link without which the cluster would fall apart; null when a reviewer holds it together.</summary>
    public required ClusterEdge? Weakest { get; init; }
}

/// <summary>How many clusters have a size.</summary>
/// <param name="Size">Rows of such a cluster.</param>
/// <param name="Clusters">How many there are.</param>
public sealed record SizeCount(int Size, int Clusters);

/// <summary>Two rows of a cluster.</summary>
/// <param name="Left">0-based row.</param>
/// <param name="Right">0-based row.</param>
/// <param name="Weight">Bits.</param>
/// <param name="IsLink">Whether it reached the threshold and was compared.</param>
public sealed record ClusterEdge(int Left, int Right, double Weight, bool IsLink);
