namespace Qingce.Linkage;

/// <summary>The segments and the overlay that an index is made of at a time. Readers and the writer take turns.</summary>
internal sealed class IndexState(IndexScheme scheme, IReadOnlyList<Segment> segments, Overlay overlay) : IDisposable
{
    // Bounds need not be exact: they are used as long as the number of rows has hardly changed, with a margin for that.
    private const double Hardly = 0.01;
    private const double Margin = 1;
    private Weighed? _weights;
    private Bounded? _bounds;

    public IndexScheme Scheme { get; } = scheme;

    /// <summary>The segments, the oldest first.</summary>
    public IReadOnlyList<Segment> Segments { get; } = segments;

    public Overlay Overlay { get; } = overlay;

    /// <summary>Number of records.</summary>
    public long Living
    {
        get
        {
            long living = Overlay.Living;
            foreach (var segment in Segments)
            {
                living += segment.Living;
            }

            return living;
        }
    }

    /// <summary>A part by its place: the segments in order, then the overlay.</summary>
    public IndexRows Part(int part) => part < Segments.Count ? Segments[part] : Overlay;

    /// <summary>Where the record with an id lies; part -1 when there is none.</summary>
    public (int Part, int Row) Find(ReadOnlySpan<byte> id)
    {
        var row = Overlay.Find(id);
        if (row >= 0)
        {
            return (Segments.Count, row);
        }

        for (var part = Segments.Count - 1; part >= 0; part--)
        {
            row = Segments[part].Find(id);
            if (row >= 0)
            {
                return (part, row);
            }
        }

        return (-1, -1);
    }

    /// <summary>Makes a change that the log has.</summary>
    /// <exception cref="LinkIndexException">It names a segment or row that there is not.</exception>
    public void Apply(in LogEntry entry)
    {
        var row = Overlay.Find(RowBytes.Id(entry.Bytes));
        if (row >= 0)
        {
            Overlay.Remove(row);
        }
        else if (entry.Segment > 0)
        {
            Remove(entry.Segment, entry.Row);
        }

        if (entry.Words.Length == Scheme.Width)
        {
            Overlay.Add(entry.Words, entry.Bytes);
        }
    }

    /// <summary>The weights for so many rows.</summary>
    /// <param name="rows">2 or more.</param>
    public PatternWeights Weights(long rows)
    {
        var last = _weights;
        if (last?.Rows != rows)
        {
            last = new Weighed(rows, last?.Weights.WithRows(rows) ?? new PatternWeights(Scheme.Model, rows));
            _weights = last;
        }

        return last.Weights;
    }

    /// <summary>The most that pairs can weigh, against a threshold.</summary>
    /// <param name="weights">The weights for the present number of rows.</param>
    /// <param name="terms">The present counts.</param>
    /// <param name="threshold">Bits.</param>
    public WeightBounds Bounds(PatternWeights weights, IndexTerms terms, double threshold)
    {
        var last = _bounds;
        if (last is null || last.Threshold != threshold || Math.Abs(last.Rows - terms.Rows) > last.Rows * Hardly)
        {
            var bounds = new WeightBounds(Scheme.Grader, weights, Scheme.Frequencies, terms, Scheme.Columns.Count, threshold - Margin);
            _bounds = last = new Bounded(terms.Rows, threshold, bounds);
        }

        return last.Bounds;
    }

    public void Dispose()
    {
        foreach (var segment in Segments)
        {
            segment.Dispose();
        }
    }

    private void Remove(int number, int row)
    {
        foreach (var segment in Segments)
        {
            if (segment.Number == number && row >= 0 && row < segment.Rows)
            {
                if (!segment.Removed[row])
                {
                    segment.Removed.Add(row);
                    Overlay.Forget(segment.Words(row));
                }

                return;
            }
        }

        throw LinkIndexException.Lost(
            $"The log of the index names row {row:N0} of segment {number}, which there is not.", $"索引日志指向第 {number} 段第 {row:N0} 行，而该行不存在。");
    }

    private sealed record Weighed(long Rows, PatternWeights Weights);

    private sealed record Bounded(long Rows, double Threshold, WeightBounds Bounds);
}
