using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>Makes clusters of scored pairs.</summary>
public static class RowClusters
{
    /// <summary>
    /// Finds the clusters: connected components of the links, parted where a reviewer, a single-link rule or refinement says so. Apart
    /// from must-link pairs nothing joins rows that are not connected by links. The result depends neither on the order of the pairs nor
    /// on threads, nor, with <see cref="ClusterOptions.ContentKey"/>, on the order of the rows.
    /// </summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="pairs">Scored pairs in any order; pairs below the threshold only tell refinement their weight.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The clusters, or the constraints that cannot be kept.</returns>
    /// <exception cref="ArgumentException">A pair names a row that does not exist, or a row has no source.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ClusteringResult Find(
        int rows, ReadOnlySpan<ScoredPair> pairs, ClusterOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        if (options.OneToOne is { } sources && sources.Rows < rows)
        {
            throw new ArgumentException($"Only {sources.Rows} of {rows} rows have a source.", nameof(options));
        }

        if (options.Constraints.Check(rows) is { Count: > 0 } errors)
        {
            return new ClusteringResult { Errors = errors };
        }

        var connected = Connect(rows, pairs, options);
        cancellationToken.ThrowIfCancellationRequested();
        var refined = 0;
        if (options.Refine || options.OneToOne is not null || options.Constraints.CannotLink.Count > 0)
        {
            refined = new ClusterRefinement(options, connected).Run(pairs, cancellationToken);
        }

        return new ClusteringResult { Clustering = new Clustering(connected, refined) };
    }

    /// <inheritdoc cref="Find(int, ReadOnlySpan{ScoredPair}, ClusterOptions, CancellationToken)"/>
    public static ClusteringResult Find(
        int rows, IReadOnlyList<ScoredPair> pairs, ClusterOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return pairs switch
        {
            ScoredPair[] array => Find(rows, array.AsSpan(), options, cancellationToken),
            List<ScoredPair> list => Find(rows, CollectionsMarshal.AsSpan(list), options, cancellationToken),
            _ => Find(rows, pairs.ToArray().AsSpan(), options, cancellationToken),
        };
    }

    private static int[] Connect(int rows, ReadOnlySpan<ScoredPair> pairs, ClusterOptions options)
    {
        var sets = new DisjointRows(rows);
        foreach (ref readonly var pair in pairs)
        {
            if (unchecked((uint)pair.Left >= (uint)rows || (uint)pair.Right >= (uint)rows))
            {
                throw new ArgumentException($"The pair {pair.Left}, {pair.Right} is not within {rows} rows.", nameof(pairs));
            }

            if (pair.Weight >= options.Threshold && IsLink(pair, options.OneToOne))
            {
                sets.Join(pair.Left, pair.Right);
            }
        }

        foreach (var pair in options.Constraints.MustLink)
        {
            sets.Join(pair.Left, pair.Right);
        }

        return sets.ToSmallestRows();
    }

    // Two rows of one source never become one in one-to-one linkage, so they connect nothing either.
    internal static bool IsLink(in ScoredPair pair, RowSources? oneToOne) =>
        oneToOne is null || oneToOne.ExclusiveSource(pair.Left) is var source && (source < 0 || source != oneToOne.ExclusiveSource(pair.Right));
}
