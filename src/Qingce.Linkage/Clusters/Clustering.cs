namespace Qingce.Linkage;

/// <summary>A partition of rows: each row is in exactly one cluster, and a cluster is taken for one entity.</summary>
public sealed class Clustering
{
    private readonly int[] _smallest;

    internal Clustering(int[] smallest, int refined)
    {
        _smallest = smallest;
        Refined = refined;
        for (var row = 0; row < smallest.Length; row++)
        {
            Count += smallest[row] == row ? 1 : 0;
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _smallest.Length;

    /// <summary>Number of clusters, those of a single row included.</summary>
    public int Count { get; }

    /// <summary>Number of connected components that were parted by refinement, by a single-link rule or by a reviewer's word.</summary>
    public int Refined { get; }

    /// <summary>The cluster of each row, named by its smallest row.</summary>
    public ReadOnlySpan<int> Clusters => _smallest;

    /// <summary>The rows of each cluster in ascending order, the clusters by their smallest row.</summary>
    /// <param name="minimumSize">Rows a cluster must have to be listed, 1 or more. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public IEnumerable<int[]> Groups(int minimumSize = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumSize, 1);
        return GroupsOf(minimumSize);
    }

    private IEnumerable<int[]> GroupsOf(int minimumSize)
    {
        var (sizes, others) = (new int[Rows], 0);
        for (var row = 0; row < Rows; row++)
        {
            sizes[_smallest[row]]++;
            others += _smallest[row] == row ? 0 : 1;
        }

        // Sorted by cluster, then by row: a stable order without a list for each cluster.
        var members = new ulong[others];
        var next = 0;
        for (var row = 0; row < Rows; row++)
        {
            if (_smallest[row] != row)
            {
                members[next++] = ((ulong)(uint)_smallest[row] << 32) | (uint)row;
            }
        }

        Array.Sort(members);
        next = 0;
        for (var row = 0; row < Rows; row++)
        {
            if (_smallest[row] != row)
            {
                continue;
            }

            var size = sizes[row];
            if (size >= minimumSize)
            {
                var group = new int[size];
                group[0] = row;
                for (var i = 1; i < size; i++)
                {
                    group[i] = (int)(uint)(members[next + i - 1] & uint.MaxValue);
                }

                yield return group;
            }

            next += size - 1;
        }
    }
}
