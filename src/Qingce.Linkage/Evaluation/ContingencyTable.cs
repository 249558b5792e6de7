namespace Qingce.Linkage;

/// <summary>How many rows each cluster has of each entity of the reference; rows without a reference are left out.</summary>
internal sealed class ContingencyTable
{
    public ContingencyTable(ReadOnlySpan<int> clusters, ReadOnlySpan<int> reference)
    {
        if (clusters.Length != reference.Length)
        {
            throw new ArgumentException($"There are {clusters.Length} clustered rows and {reference.Length} in the reference.", nameof(reference));
        }

        var (keys, entities, rows) = (new ulong[clusters.Length], new int[clusters.Length], 0);
        for (var row = 0; row < clusters.Length; row++)
        {
            if (reference[row] < 0)
            {
                continue;
            }

            if (clusters[row] < 0)
            {
                throw new ArgumentException($"Row {row} is in no cluster.", nameof(clusters));
            }

            keys[rows] = ((ulong)(uint)clusters[row] << 32) | (uint)reference[row];
            entities[rows++] = reference[row];
        }

        Array.Resize(ref keys, rows);
        Array.Resize(ref entities, rows);
        Array.Sort(keys);
        Array.Sort(entities);
        ReferenceSizes = [.. Runs(entities).Select(run => run.Rows)];
        Cells = [.. Runs(keys).Select(run => ((int)(run.Value >> 32), (int)(run.Value & uint.MaxValue), run.Rows))];
        ClusterSizes = [.. Runs(Array.ConvertAll(keys, key => key >> 32)).Select(run => run.Rows)];
        Rows = rows;
    }

    /// <summary>Rows that are counted.</summary>
    public int Rows { get; }

    /// <summary>Rows of a cluster and an entity, where there are any, by cluster, then by entity.</summary>
    public IReadOnlyList<(int Cluster, int Entity, int Rows)> Cells { get; }

    /// <summary>Rows of each cluster in ascending order of clusters.</summary>
    public IReadOnlyList<int> ClusterSizes { get; }

    /// <summary>Rows of each entity in ascending order of entities.</summary>
    public IReadOnlyList<int> ReferenceSizes { get; }

    private static IEnumerable<(T Value, int Rows)> Runs<T>(T[] sorted)
        where T : IEquatable<T>
    {
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].Equals(sorted[start]))
            {
                end++;
            }

            yield return (sorted[start], end - start);
            start = end;
        }
    }
}
