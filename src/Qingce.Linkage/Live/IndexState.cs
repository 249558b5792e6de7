namespace Qingce.Linkage;

/// <summary>The segments and the overlay that an index is made of at a time. Readers and the writer take turns.</summary>
internal sealed class IndexState(IndexScheme scheme, IReadOnlyList<Segment> segments, Overlay overlay) : IDisposable
{
    private Weighed? _weights;

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

        throw new LinkIndexException($"The log of the index names row {row:N0} of segment {number}, which there is not. Create the index again from its source.");
    }

    private sealed record Weighed(long Rows, PatternWeights Weights);
}
