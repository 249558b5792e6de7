namespace Qingce.Linkage;

/// <summary>
/// Rows connected by links, numbered 0 to n-1 by their content, so that whatever is decided by these numbers does not depend on the
/// order of rows.
/// </summary>
internal sealed class Component
{
    /// <summary>Bits beyond which a weight says no more, so that averages stay finite.</summary>
    public const double LargestWeight = 1e6;

    private readonly ClusterOptions _options;
    private readonly int[] _rows;

    public Component(ClusterOptions options, int[] rows, Edge[] edges, RowPair[] must, RowPair[] cannot) =>
        (_options, _rows, Edges, Must, Cannot) = (options, rows, edges, must, cannot);

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>The scored pairs by place, sorted, each once, the smaller place first.</summary>
    public Edge[] Edges { get; }

    /// <summary>Must-link pairs by place.</summary>
    public RowPair[] Must { get; }

    /// <summary>Cannot-link pairs by place.</summary>
    public RowPair[] Cannot { get; }

    public double Threshold => _options.Threshold;

    public int RowAt(int place) => _rows[place];

    /// <summary>The source that excludes others of its kind, or -1.</summary>
    public int ExclusiveSource(int place) => _options.OneToOne!.ExclusiveSource(_rows[place]);

    /// <summary>The weight of a pair that is not among the edges, in bits.</summary>
    public double MissingWeight(int a, int b) =>
        Math.Clamp(_options.Weight?.Invoke(_rows[Math.Min(a, b)], _rows[Math.Max(a, b)]) ?? _options.UnscoredWeight, -LargestWeight, LargestWeight);

    /// <summary>Whether a row between two others may change their weight.</summary>
    public bool HasWeightThrough => _options.WeightThrough is not null;

    /// <summary>The weight of a pair as a row between them makes it, in bits.</summary>
    public double WeightThrough(int a, int b, int between) =>
        Math.Clamp(_options.WeightThrough!(_rows[Math.Min(a, b)], _rows[Math.Max(a, b)], _rows[between]), -LargestWeight, LargestWeight);

    /// <summary>The links, best first; ties by place.</summary>
    public Edge[] LinksByWeight()
    {
        var links = Array.FindAll(Edges, e => e.Weight >= Threshold);
        Array.Sort(links, (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.CompareTo(y));
        return links;
    }

    /// <summary>The parts that labels make of the component, each as its places.</summary>
    public static IEnumerable<int[]> Groups(int[] labels) =>
        labels.Select((label, place) => (label, place)).GroupBy(l => l.label, l => l.place).Select(g => g.ToArray());

    /// <summary>The component parted: each scored pair and constraint within a part goes with it.</summary>
    /// <param name="labels">The part of each place.</param>
    /// <param name="groups">The places of each part.</param>
    public Component[] Parts(int[] labels, int[][] groups)
    {
        var (part, placeInPart) = (new int[Count], new int[Count]);
        for (var i = 0; i < groups.Length; i++)
        {
            for (var j = 0; j < groups[i].Length; j++)
            {
                (part[groups[i][j]], placeInPart[groups[i][j]]) = (i, j);
            }
        }

        var edges = Edges.Where(e => labels[e.A] == labels[e.B]).ToLookup(e => part[e.A], e => new Edge(placeInPart[e.A], placeInPart[e.B], e.Weight));
        var (must, cannot) = (Within(Must), Within(Cannot));
        return [.. groups.Select((places, i) =>
            new Component(_options, [.. places.Select(place => _rows[place])], [.. edges[i]], [.. must[i]], [.. cannot[i]]))];

        ILookup<int, RowPair> Within(RowPair[] pairs) => pairs.Where(p => labels[p.Left] == labels[p.Right])
            .ToLookup(p => part[p.Left], p => new RowPair(placeInPart[p.Left], placeInPart[p.Right]));
    }

    /// <summary>Makes a component of rows and of edges by row number.</summary>
    public static Component Of(ClusterOptions options, ReadOnlySpan<int> rows, ReadOnlySpan<Edge> edges, RowPair[] must, RowPair[] cannot)
    {
        var ordered = rows.ToArray();
        if (options.ContentKey is { } contentKey)
        {
            var keys = Array.ConvertAll(ordered, row => contentKey(row));
            Array.Sort(keys, ordered, Comparer<ulong>.Default);
            SortEqualKeysByRow(keys, ordered);
        }

        var placeOf = new Dictionary<int, int>(ordered.Length);
        for (var i = 0; i < ordered.Length; i++)
        {
            placeOf.Add(ordered[i], i);
        }

        var placed = new Edge[edges.Length];
        for (var i = 0; i < placed.Length; i++)
        {
            var (a, b) = (placeOf[edges[i].A], placeOf[edges[i].B]);
            placed[i] = new Edge(Math.Min(a, b), Math.Max(a, b), edges[i].Weight);
        }

        Array.Sort(placed);
        return new Component(options, ordered, placed, Array.ConvertAll(must, Placed), Array.ConvertAll(cannot, Placed));

        RowPair Placed(RowPair pair) => new(placeOf[pair.Left], placeOf[pair.Right]);
    }

    private static void SortEqualKeysByRow(ulong[] keys, int[] rows)
    {
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            rows.AsSpan(start, end - start).Sort();
            start = end;
        }
    }
}
