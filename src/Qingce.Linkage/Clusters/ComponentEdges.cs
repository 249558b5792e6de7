namespace Qingce.Linkage;

/// <summary>A scored pair of a component, by row number or by place within the component.</summary>
internal readonly record struct Edge(int A, int B, double Weight) : IComparable<Edge>
{
    public int CompareTo(Edge other) => A != other.A ? A.CompareTo(other.A) : B != other.B ? B.CompareTo(other.B) : other.Weight.CompareTo(Weight);
}

/// <summary>The rows and scored pairs of the connected components that may have to be parted, packed.</summary>
internal sealed class ComponentEdges
{
    private readonly int[] _rowStarts;
    private readonly int[] _rows;
    private readonly int[] _edgeStarts;
    private readonly Edge[] _edges;

    /// <summary>Gathers components of three rows or more, and those asked for.</summary>
    /// <param name="smallest">The smallest row each row is connected with.</param>
    /// <param name="wanted">Smallest rows of components that are gathered whatever their size.</param>
    /// <param name="pairs">All scored pairs.</param>
    /// <param name="oneToOne">Sources in one-to-one linkage, or null.</param>
    public ComponentEdges(int[] smallest, HashSet<int> wanted, ReadOnlySpan<ScoredPair> pairs, RowSources? oneToOne)
    {
        // For a smallest row: how many rows there are beside it; later, when the component is gathered, its number from 1.
        var numbers = new int[smallest.Length];
        for (var row = 0; row < smallest.Length; row++)
        {
            if (smallest[row] != row)
            {
                numbers[smallest[row]]++;
            }
        }

        var (starts, total) = (new List<int>(), 0);
        for (var row = 0; row < smallest.Length; row++)
        {
            var others = numbers[row];
            if (others >= 2 || (others == 1 && wanted.Contains(row)))
            {
                starts.Add(total);
                total += others + 1;
                numbers[row] = starts.Count;
            }
            else if (others > 0)
            {
                numbers[row] = 0;
            }
        }

        Count = starts.Count;
        _rowStarts = [.. starts, total];
        _rows = RowsOf(smallest, numbers, total);
        (_edgeStarts, _edges) = EdgesOf(smallest, numbers, pairs, oneToOne);
    }

    /// <summary>Number of components.</summary>
    public int Count { get; }

    /// <summary>The rows of a component in ascending order.</summary>
    public Span<int> Rows(int component) => _rows.AsSpan(_rowStarts[component], _rowStarts[component + 1] - _rowStarts[component]);

    /// <summary>The scored pairs of a component by row numbers, in the order of the pairs.</summary>
    public Span<Edge> Edges(int component) => _edges.AsSpan(_edgeStarts[component], _edgeStarts[component + 1] - _edgeStarts[component]);

    private int[] RowsOf(int[] smallest, int[] numbers, int total)
    {
        var rows = new int[total];
        var next = _rowStarts.AsSpan().ToArray();
        for (var row = 0; row < smallest.Length; row++)
        {
            var number = numbers[smallest[row]];
            if (number > 0)
            {
                rows[next[number - 1]++] = row;
            }
        }

        return rows;
    }

    private (int[] Starts, Edge[] Edges) EdgesOf(int[] smallest, int[] numbers, ReadOnlySpan<ScoredPair> pairs, RowSources? oneToOne)
    {
        var starts = new int[Count + 1];
        var kept = new List<(int Component, Edge Edge)>();
        foreach (ref readonly var pair in pairs)
        {
            var component = smallest[pair.Left];
            if (component != smallest[pair.Right] || numbers[component] == 0 || pair.Left == pair.Right || !RowClusters.IsLink(pair, oneToOne))
            {
                continue;
            }

            starts[numbers[component]]++;
            kept.Add((numbers[component] - 1, new Edge(Math.Min(pair.Left, pair.Right), Math.Max(pair.Left, pair.Right), pair.Weight)));
        }

        for (var i = 0; i < Count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan().ToArray();
        var edges = new Edge[kept.Count];
        foreach (var (component, edge) in kept)
        {
            edges[next[component]++] = edge;
        }

        return (starts, edges);
    }
}
