using System.Collections;

namespace Qingce.Linkage;

/// <summary>A cluster while it is looked at: its links, and its rows once it is chosen.</summary>
internal sealed class ClusterLinks(int cluster, int size)
{
    private const int MostRows = 60;
    private const int MostRowsWithAllPairs = 10;
    private readonly List<ClusterEdge> _links = [];
    private readonly List<int> _rows = [];
    private ClusterEdge? _weakest;

    /// <summary>Its smallest row.</summary>
    public int Cluster { get; } = cluster;

    /// <summary>Bits of the weakest link that is needed; minus infinity when links alone do not hold it together.</summary>
    public double Doubt => _weakest?.Weight ?? double.NegativeInfinity;

    /// <summary>The links of some clusters.</summary>
    /// <param name="outcome">Pairs and clusters.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="marked">The clusters, by their smallest row.</param>
    /// <param name="others">By the smallest row of a cluster how many rows it has besides.</param>
    public static List<ClusterLinks> Of(LinkageOutcome outcome, ScoredPair[] pairs, BitArray marked, int[] others)
    {
        var clusters = outcome.Clusters.Clusters;
        var places = new Dictionary<int, ClusterLinks>();
        var found = new List<ClusterLinks>();
        for (var row = 0; row < others.Length; row++)
        {
            if (marked[row])
            {
                found.Add(places[row] = new ClusterLinks(row, others[row] + 1));
            }
        }

        foreach (ref readonly var pair in pairs.AsSpan())
        {
            var cluster = clusters[pair.Left];
            if (marked[cluster] && pair.Weight >= outcome.Threshold && clusters[pair.Right] == cluster)
            {
                places[cluster]._links.Add(new ClusterEdge(pair.Left, pair.Right, pair.Weight, true));
            }
        }

        foreach (var one in found)
        {
            one._weakest = one.WeakestNeeded();
        }

        return found;
    }

    /// <summary>Finds the rows of clusters.</summary>
    public static void AddRows(LinkageOutcome outcome, List<ClusterLinks> chosen)
    {
        var clusters = outcome.Clusters.Clusters;
        var marked = new BitArray(clusters.Length);
        var places = new Dictionary<int, ClusterLinks>();
        foreach (var one in chosen)
        {
            marked[one.Cluster] = true;
            places[one.Cluster] = one;
        }

        for (var row = 0; row < clusters.Length; row++)
        {
            if (marked[clusters[row]] && places[clusters[row]]._rows is { Count: < MostRows } rows)
            {
                rows.Add(row);
            }
        }
    }

    public ExampleCluster ToExample(PairEvidence evidence)
    {
        var edges = new List<ClusterEdge>();
        var linked = new HashSet<long>();
        foreach (var link in _links)
        {
            if (_rows.BinarySearch(link.Left) >= 0 && _rows.BinarySearch(link.Right) >= 0)
            {
                edges.Add(link);
                linked.Add((long)link.Left << 32 | (long)link.Right);
            }
        }

        for (var i = 0; i < _rows.Count && size <= MostRowsWithAllPairs; i++)
        {
            for (var j = i + 1; j < _rows.Count; j++)
            {
                if (!linked.Contains((long)_rows[i] << 32 | (long)_rows[j]))
                {
                    edges.Add(new ClusterEdge(_rows[i], _rows[j], evidence.Weight(_rows[i], _rows[j]), false));
                }
            }
        }

        return new ExampleCluster { Rows = _rows, Size = size, Links = _links.Count, Edges = edges, Weakest = _weakest };
    }

    // Links from the best down: the last one that still joins two parts is the weakest that is needed.
    private ClusterEdge? WeakestNeeded()
    {
        var order = new List<ClusterEdge>(_links);
        order.Sort((x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Left != y.Left ? x.Left.CompareTo(y.Left) : x.Right.CompareTo(y.Right));
        var places = new Dictionary<int, int>();
        var sets = new DisjointRows(size);
        var parts = size;
        foreach (var link in order)
        {
            if (sets.Join(Place(link.Left), Place(link.Right)) && --parts == 1)
            {
                return link;
            }
        }

        return null;

        int Place(int row)
        {
            if (!places.TryGetValue(row, out var place))
            {
                places.Add(row, place = places.Count);
            }

            return place;
        }
    }
}
