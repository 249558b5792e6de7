namespace Qingce.Linkage;

/// <summary>
/// Parts a component too large for <see cref="AverageLinkage"/>: links are taken from the best down, and two groups are merged only when
/// the average weight across them, over all pairs or an even sample of them, reaches the bound.
/// </summary>
internal sealed class WeakBridges
{
    // Pairs looked at between two groups.
    private const int Sample = 32;

    private readonly Component _component;
    private readonly RowGroups _groups;
    private readonly Dictionary<ulong, double> _weights;

    private WeakBridges(Component component)
    {
        _component = component;
        _groups = new RowGroups(component);
        _weights = new Dictionary<ulong, double>(component.Edges.Length);
        foreach (var edge in component.Edges)
        {
            _weights.TryAdd(KeyOf(edge.A, edge.B), edge.Weight);
        }
    }

    /// <summary>The group of each row, named by its first row.</summary>
    public static int[] Part(Component component, double lowest)
    {
        var bridges = new WeakBridges(component);
        var refused = new HashSet<(int A, int B, int SizeA, int SizeB)>();
        foreach (var link in component.LinksByWeight())
        {
            var (a, b) = (bridges._groups.Find(link.A), bridges._groups.Find(link.B));
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            var state = (a, b, bridges._groups.Members(a).Count, bridges._groups.Members(b).Count);
            if (a == b || bridges._groups.AreKeptApart(a, b) || refused.Contains(state))
            {
                continue;
            }

            if (bridges.Average(a, b) >= lowest)
            {
                bridges._groups.Merge(a, b);
            }
            else
            {
                refused.Add(state);
            }
        }

        return bridges._groups.ToLabels();
    }

    private static ulong KeyOf(int a, int b) => ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);

    private double Average(int a, int b)
    {
        var (left, right) = (_groups.Members(a), _groups.Members(b));
        var all = (long)left.Count * right.Count;
        var count = (int)Math.Min(all, Sample);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            // With a sample, both members move on at each step: a plain stride over the pairs would look at few rows of one side.
            var (l, r) = all <= Sample ? (i % left.Count, i / left.Count) : (Spread(i, count, left.Count), Spread(i * 13 % count, count, right.Count));
            sum += _weights.TryGetValue(KeyOf(left[l], right[r]), out var weight) ? weight : _component.MissingWeight(left[l], right[r]);
        }

        return sum / count;
    }

    private static int Spread(int step, int steps, int size) => (int)((long)step * size / steps);
}
