using System.Collections;

namespace Qingce.Linkage;

/// <summary>Chooses clusters to be looked at: the largest, those that hang by a weak link, and a usual one of each size.</summary>
internal sealed class ClusterSurvey
{
    private const int Largest = 20;
    private const int Doubtful = 40;
    private const int MostWeakLinks = 4000;
    private const int MostUsualSize = 6;
    private const int MostRows = 60;
    private const int MostRowsWithAllPairs = 10;
    private readonly LinkageOutcome _outcome;
    private readonly ScoredPair[] _pairs;
    private readonly int[] _others;

    private ClusterSurvey(LinkageOutcome outcome, ScoredPair[] pairs)
    {
        _outcome = outcome;
        _pairs = pairs;
        _others = new int[outcome.Clusters.Rows];
    }

    public static ClustersSummary Of(LinkageOutcome outcome, ScoredPair[] pairs) => new ClusterSurvey(outcome, pairs).Summarise();

    private ClustersSummary Summarise()
    {
        var clusters = _outcome.Clusters.Clusters;
        for (var row = 0; row < clusters.Length; row++)
        {
            if (clusters[row] != row)
            {
                _others[clusters[row]]++;
            }
        }

        var sizes = new SortedDictionary<int, int>();
        var usual = new Dictionary<int, int>();
        var largest = new PriorityQueue<int, (int Size, int Row)>();
        for (var row = 0; row < clusters.Length; row++)
        {
            if (_others[row] == 0)
            {
                continue;
            }

            var size = _others[row] + 1;
            sizes[size] = sizes.GetValueOrDefault(size) + 1;
            if (size <= MostUsualSize && (!usual.TryGetValue(size, out var other) || KeyMix.Of((ulong)row) < KeyMix.Of((ulong)other)))
            {
                usual[size] = row;
            }

            if (size > 2 && (largest.Count < Largest || size > _others[largest.Peek()] + 1))
            {
                largest.Enqueue(row, (size, -row));
                if (largest.Count > Largest)
                {
                    largest.Dequeue();
                }
            }
        }

        var several = sizes.Values.Sum();
        var inSeveral = sizes.Sum(s => s.Key * s.Value);
        var single = clusters.Length - inSeveral;
        return new ClustersSummary
        {
            Count = _outcome.Clusters.Count,
            WithSeveral = several,
            RowsWithOther = inSeveral,
            Largest = sizes.Count == 0 ? Math.Min(1, clusters.Length) : sizes.Keys.Last(),
            Refined = _outcome.Clusters.Refined,
            Sizes = [.. single > 0 ? [(1, single)] : Array.Empty<(int, int)>(), .. sizes.Select(s => (s.Key, s.Value))],
            Examples = Examples([.. largest.UnorderedItems.Select(item => item.Element), .. usual.Values]),
        };
    }

    private List<ExampleCluster> Examples(List<int> certain)
    {
        var weak = Hanging();
        var links = LinksOf(certain.Concat(weak));
        var doubtful = weak.Select(c => (Cluster: c, Weakest: WeakestOf(c, links[c]))).OrderBy(c => c.Weakest?.Weight ?? double.NegativeInfinity).ThenBy(c => c.Cluster).Take(Doubtful).Select(c => c.Cluster);
        var chosen = certain.Concat(doubtful).Distinct().Order().ToList();
        var rows = RowsOf(chosen);
        return [.. chosen.Select(c => Example(c, rows[c], links[c]))];
    }

    // The clusters of the weakest links: no other cluster can hang by a weaker one.
    private List<int> Hanging()
    {
        var clusters = _outcome.Clusters.Clusters;
        var weakest = new PriorityQueue<int, (float, int)>();
        for (var i = 0; i < _pairs.Length; i++)
        {
            var weight = _pairs[i].Weight;
            if (weight < _outcome.Threshold || (weakest.Count == MostWeakLinks && weight >= _pairs[weakest.Peek()].Weight))
            {
                continue;
            }

            if (clusters[_pairs[i].Left] == clusters[_pairs[i].Right])
            {
                weakest.Enqueue(i, (-weight, -i));
                if (weakest.Count > MostWeakLinks)
                {
                    weakest.Dequeue();
                }
            }
        }

        var found = new SortedSet<int>();
        foreach (var (place, _) in weakest.UnorderedItems)
        {
            found.Add(clusters[_pairs[place].Left]);
        }

        return [.. found];
    }

    private Dictionary<int, List<ScoredPair>> LinksOf(IEnumerable<int> chosen)
    {
        var clusters = _outcome.Clusters.Clusters;
        var links = new Dictionary<int, List<ScoredPair>>();
        var marked = new BitArray(clusters.Length);
        foreach (var cluster in chosen)
        {
            links[cluster] = [];
            marked[cluster] = true;
        }

        foreach (var pair in _pairs)
        {
            var cluster = clusters[pair.Left];
            if (marked[cluster] && pair.Weight >= _outcome.Threshold && clusters[pair.Right] == cluster)
            {
                links[cluster].Add(pair);
            }
        }

        return links;
    }

    private Dictionary<int, List<int>> RowsOf(List<int> chosen)
    {
        var clusters = _outcome.Clusters.Clusters;
        var rows = new Dictionary<int, List<int>>();
        var marked = new BitArray(clusters.Length);
        foreach (var cluster in chosen)
        {
            rows[cluster] = [];
            marked[cluster] = true;
        }

        for (var row = 0; row < clusters.Length; row++)
        {
            if (marked[clusters[row]])
            {
                rows[clusters[row]].Add(row);
            }
        }

        return rows;
    }

    // Links from the best down: the last one that still joins two parts is the weakest that is needed.
    private ScoredPair? WeakestOf(int cluster, List<ScoredPair> links)
    {
        var places = new Dictionary<int, int>();
        var sets = new DisjointRows(_others[cluster] + 1);
        var parts = _others[cluster] + 1;
        foreach (var link in links.OrderByDescending(p => p.Weight).ThenBy(p => p))
        {
            if (sets.Join(Place(link.Left), Place(link.Right)) && --parts == 1)
            {
                return link;
            }
        }

        return null;

        int Place(int row)
        {
            places.TryAdd(row, places.Count);
            return places[row];
        }
    }

    private ExampleCluster Example(int cluster, List<int> rows, List<ScoredPair> links)
    {
        var weakest = WeakestOf(cluster, links);
        List<int> shown = [.. rows.Take(MostRows)];
        var edges = links.Where(l => shown.BinarySearch(l.Left) >= 0 && shown.BinarySearch(l.Right) >= 0).Select(l => new ClusterEdge(l.Left, l.Right, l.Weight, true)).ToList();
        if (rows.Count <= MostRowsWithAllPairs)
        {
            var linked = edges.Select(e => (e.Left, e.Right)).ToHashSet();
            edges.AddRange(
                from a in rows
                from b in rows
                where a < b && !linked.Contains((a, b))
                select new ClusterEdge(a, b, _outcome.Evidence.Weight(a, b), false));
        }

        return new ExampleCluster { Rows = shown, Size = rows.Count, Links = links.Count, Edges = edges, Weakest = weakest };
    }
}
