using System.Collections;

namespace Qingce.Linkage;

/// <summary>Chooses clusters to be looked at: the largest, those that hang by a weak link, and a usual one of each size.</summary>
internal sealed class ClusterSurvey
{
    private const int Largest = 20;
    private const int Doubtful = 40;
    private const int MostWeakLinks = 4000;
    private const int MostUsualSize = 6;
    private readonly LinkageOutcome _outcome;
    private readonly ScoredPair[] _pairs;
    private readonly WeightCounts _weights;
    private readonly int[] _others;

    private ClusterSurvey(LinkageOutcome outcome, ScoredPair[] pairs, WeightCounts weights)
    {
        _outcome = outcome;
        _pairs = pairs;
        _weights = weights;
        _others = new int[outcome.Clusters.Rows];
    }

    public static ClustersSummary Of(LinkageOutcome outcome, ScoredPair[] pairs, WeightCounts weights) =>
        new ClusterSurvey(outcome, pairs, weights).Summarise();

    private ClustersSummary Summarise()
    {
        var clusters = _outcome.Clusters.Clusters;
        var largest = clusters.Length > 0 ? 1 : 0;
        for (var row = 0; row < clusters.Length; row++)
        {
            if (clusters[row] != row)
            {
                largest = Math.Max(largest, ++_others[clusters[row]] + 1);
            }
        }

        var bySize = new int[largest + 1];
        var usual = new int[MostUsualSize + 1];
        Array.Fill(usual, -1);
        for (var row = 0; row < clusters.Length; row++)
        {
            if (clusters[row] != row)
            {
                continue;
            }

            var size = _others[row] + 1;
            bySize[size]++;
            if (size is > 1 and <= MostUsualSize && (usual[size] < 0 || KeyMix.Of((ulong)row) < KeyMix.Of((ulong)usual[size])))
            {
                usual[size] = row;
            }
        }

        var sizes = new List<SizeCount>();
        var (several, inSeveral) = (0, 0);
        for (var size = 1; size < bySize.Length; size++)
        {
            if (bySize[size] > 0)
            {
                sizes.Add(new SizeCount(size, bySize[size]));
                several += size > 1 ? bySize[size] : 0;
                inSeveral += size > 1 ? size * bySize[size] : 0;
            }
        }

        return new ClustersSummary
        {
            Count = _outcome.Clusters.Count,
            WithSeveral = several,
            RowsWithOther = inSeveral,
            Largest = largest,
            Refined = _outcome.Clusters.Refined,
            Sizes = sizes,
            Examples = Examples(usual, bySize),
        };
    }

    private List<ExampleCluster> Examples(int[] usual, int[] bySize)
    {
        var certain = new BitArray(_others.Length);
        foreach (var cluster in usual)
        {
            if (cluster >= 0)
            {
                certain[cluster] = true;
            }
        }

        MarkLargest(certain, bySize);
        var weak = Hanging();
        var gathered = ClusterLinks.Of(_outcome, _pairs, weak.Or(certain), _others);
        gathered.Sort((x, y) => x.Doubt != y.Doubt ? x.Doubt.CompareTo(y.Doubt) : x.Cluster.CompareTo(y.Cluster));
        var chosen = new List<ClusterLinks>();
        for (var i = 0; i < gathered.Count; i++)
        {
            if (i < Doubtful || certain[gathered[i].Cluster])
            {
                chosen.Add(gathered[i]);
            }
        }

        chosen.Sort((x, y) => x.Cluster.CompareTo(y.Cluster));
        ClusterLinks.AddRows(_outcome, chosen);
        return chosen.ConvertAll(cluster => cluster.ToExample(_outcome.Evidence));
    }

    private void MarkLargest(BitArray marked, int[] bySize)
    {
        var (least, count) = (bySize.Length, 0);
        while (least > 3 && count < Largest)
        {
            count += bySize[--least];
        }

        var left = Largest - (count - (least < bySize.Length ? bySize[least] : 0));
        for (var row = 0; row < _others.Length && least < bySize.Length; row++)
        {
            var size = _others[row] + 1;
            if (size > least || (size == least && left-- > 0))
            {
                marked[row] = true;
            }
        }
    }

    // The clusters of the weakest links: no other cluster can hang by a weaker one.
    private BitArray Hanging()
    {
        var clusters = _outcome.Clusters.Clusters;
        var marked = new BitArray(clusters.Length);
        var bound = _weights.BoundOf(_outcome.Threshold, MostWeakLinks);
        var left = 2 * MostWeakLinks;
        foreach (ref readonly var pair in _pairs.AsSpan())
        {
            if (pair.Weight >= _outcome.Threshold && pair.Weight <= bound && left > 0 && clusters[pair.Left] == clusters[pair.Right])
            {
                marked[clusters[pair.Left]] = true;
                left--;
            }
        }

        return marked;
    }
}
