namespace Qingce.Linkage;

/// <summary>Parts connected components where the options say so; rows of two components are never joined.</summary>
internal sealed class ClusterRefinement
{
    private readonly ClusterOptions _options;
    private readonly int[] _smallest;
    private readonly ILookup<int, RowPair> _must;
    private readonly ILookup<int, RowPair> _cannot;

    /// <summary>Prepares the work.</summary>
    /// <param name="options">How.</param>
    /// <param name="smallest">The smallest row each row is connected with; changed where a component is parted.</param>
    public ClusterRefinement(ClusterOptions options, int[] smallest)
    {
        (_options, _smallest) = (options, smallest);
        _must = options.Constraints.MustLink.Where(p => p.Left != p.Right).ToLookup(p => smallest[p.Left]);
        _cannot = options.Constraints.CannotLink.Where(p => smallest[p.Left] == smallest[p.Right]).ToLookup(p => smallest[p.Left]);
    }

    /// <summary>Parts what is to be parted and says how many components that were.</summary>
    public int Run(ReadOnlySpan<ScoredPair> pairs, CancellationToken cancellationToken)
    {
        var gathered = new ComponentEdges(_smallest, [.. _cannot.Select(c => c.Key)], pairs, _options.OneToOne);
        var parted = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        if (_options.Threads == 1)
        {
            for (var i = 0; i < gathered.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                parted += Part(gathered, i);
            }
        }
        else
        {
            Parallel.For(0, gathered.Count, parallel, i => Interlocked.Add(ref parted, Part(gathered, i)));
        }

        return parted;
    }

    private int Part(ComponentEdges gathered, int number)
    {
        var rows = gathered.Rows(number);
        var edges = gathered.Edges(number);
        var smallest = _smallest[rows[0]];
        var isForbidden = _cannot.Contains(smallest);
        edges.Sort();
        if (!isForbidden && _options.OneToOne is null && IsComplete(rows.Length, edges, _options.Threshold))
        {
            return 0;
        }

        var component = Component.Of(_options, rows, edges, [.. _must[smallest]], [.. _cannot[smallest]]);
        var labels = _options.OneToOne is null ? Refined(component) : RefinedWithin(component, SingleBestLinks.Part(component), Refined);
        return Write(component, labels) ? 1 : 0;
    }

    private int[] Refined(Component component)
    {
        var isWanted = _options.Refine && component.Count > 2 && !IsComplete(component.Count, component.Edges, _options.Threshold);
        if (!isWanted && component.Cannot.Length == 0)
        {
            return new int[component.Count];
        }

        // A link at the threshold is never too weak by itself.
        var lowest = _options.Refine ? Math.Min(_options.SplitBelow, _options.Threshold) : double.MinValue;
        return component.Count <= AverageLinkage.LargestComponent
            ? AverageLinkage.Part(component, lowest)
            : RefinedWithin(component, WeakBridges.Part(component, lowest), RefinedWhenSmall);
    }

    private int[] RefinedWhenSmall(Component component) =>
        component.Count <= AverageLinkage.LargestComponent ? Refined(component) : new int[component.Count];

    // Refines each group by itself; names the new groups by their first place.
    private static int[] RefinedWithin(Component component, int[] groups, Func<Component, int[]> refine)
    {
        var labels = groups.AsSpan().ToArray();
        int[][] places = [.. Component.Groups(groups)];
        foreach (var (part, placesOfPart) in component.Parts(groups, places).Zip(places))
        {
            var refined = refine(part);
            for (var i = 0; i < refined.Length; i++)
            {
                labels[placesOfPart[i]] = placesOfPart[refined[i]];
            }
        }

        return labels;
    }

    private bool Write(Component component, int[] labels)
    {
        var first = new Dictionary<int, int>();
        for (var place = 0; place < labels.Length; place++)
        {
            var row = component.RowAt(place);
            first[labels[place]] = first.TryGetValue(labels[place], out var other) ? Math.Min(other, row) : row;
        }

        for (var place = 0; place < labels.Length && first.Count > 1; place++)
        {
            _smallest[component.RowAt(place)] = first[labels[place]];
        }

        return first.Count > 1;
    }

    // Every two rows linked: nothing to part. Edges are sorted, so the same pair given twice stands together, the larger weight first.
    private static bool IsComplete(int rows, ReadOnlySpan<Edge> edges, double threshold)
    {
        var linked = 0L;
        for (var i = 0; i < edges.Length; i++)
        {
            if ((i == 0 || edges[i].A != edges[i - 1].A || edges[i].B != edges[i - 1].B) && edges[i].Weight >= threshold)
            {
                linked++;
            }
        }

        return linked == (long)rows * (rows - 1) / 2;
    }
}
