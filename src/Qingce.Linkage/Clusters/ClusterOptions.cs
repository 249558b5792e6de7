namespace Qingce.Linkage;

/// <summary>
/// How pairs become clusters. The callbacks are called from several threads when <see cref="Threads"/> is above 1, and must give
/// the same answer each time.
/// </summary>
public sealed record ClusterOptions
{
    /// <summary>Bits from which a pair is a link. Default 0, even odds.</summary>
    public double Threshold { get; init; }

    /// <summary>
    /// The weight of any two rows in bits, whether or not blocking brought them together. With it a missing link within a cluster
    /// counts for what it is. Null: such a pair weighs <see cref="UnscoredWeight"/>.
    /// </summary>
    public Func<int, int, double>? Weight { get; init; }

    /// <summary>
    /// The weight in bits of two rows, the first two, given that each is of one entity with the third; see <see cref="PairEvidence.WeightThrough"/>. With it
    /// rows that differ by a slip each from a row between them do not speak against each other. It is asked of pairs below the threshold with a row that has strong
    /// links to both. Null: every pair weighs what it weighs alone.
    /// </summary>
    public Func<int, int, int, double>? WeightThrough { get; init; }

    /// <summary>Bits taken for a pair that was not scored when there is no <see cref="Weight"/>. Default -8.</summary>
    public double UnscoredWeight { get; init; } = -8;

    /// <summary>
    /// A hash of a row's content that decides ties, so that clusters do not depend on the order of rows. Null: the row number decides.
    /// </summary>
    public Func<int, ulong>? ContentKey { get; init; }

    /// <summary>Whether clusters that are held together by weak pairs are parted. Default true.</summary>
    public bool Refine { get; init; } = true;

    /// <summary>
    /// Refinement keeps two groups of rows together when the average weight over all pairs across them is at least this many bits.
    /// Default -3. It lies below even odds because the prior speaks against each pair anew, while rows of one entity that differ much from
    /// each other are often held together by rows between them. A bound above <see cref="Threshold"/> counts as the threshold.
    /// </summary>
    public double SplitBelow { get; init; } = -3;

    /// <summary>
    /// When set, a cluster holds at most one row of each source without duplicates: links are taken from the best one down, and one that
    /// would bring a second row of a source in is left out (best single link; between two sources, one-to-one linkage).
    /// Rows that a reviewer put together stay together even when they are of one source. Null: sources do not matter.
    /// </summary>
    public RowSources? OneToOne { get; init; }

    /// <summary>What reviewers decided. Default none.</summary>
    public LinkConstraints Constraints { get; init; } = LinkConstraints.None;

    /// <summary>Threads for the work within clusters, 1 or more; the result does not depend on it. Default 1.</summary>
    public int Threads { get; init; } = 1;
}
