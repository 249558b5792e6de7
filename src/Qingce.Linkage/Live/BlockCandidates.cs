namespace Qingce.Linkage;

/// <summary>
/// Gathers the rows that share a key with a record. A block that is too large is parted as the batch search parts it, by
/// one further column after the other. Used again for the next record; not safe for several threads.
/// </summary>
internal sealed class BlockCandidates
{
    private readonly List<(int Part, int From, int To)> _ranges = [];
    private readonly List<(int Part, int Row)> _loose = [];
    private ulong[] _keys = [];

    /// <summary>The rows, the record's own among them if it is in the index.</summary>
    public Candidates Found { get; } = new();

    /// <summary>Rows that share a key and were left out because the block is too large, counted for each rule.</summary>
    public long NotCompared { get; private set; }

    /// <summary>Gathers the rows for a record.</summary>
    /// <param name="state">The index.</param>
    /// <param name="record">The record.</param>
    /// <param name="isAdded">Whether the record is not in the index, so that each block has one row more.</param>
    /// <param name="largest">Most rows of a block, 2 or more.</param>
    public void Gather(IndexState state, in RowView record, bool isAdded, int largest)
    {
        Found.Clear();
        NotCompared = 0;
        var blocking = state.Scheme.Blocking;
        if (_keys.Length < blocking.MostKeys)
        {
            _keys = new ulong[blocking.MostKeys];
        }

        for (var rule = 0; rule < blocking.Rules; rule++)
        {
            var most = blocking.IsOfAllRows(rule) ? int.MaxValue : largest;
            foreach (var key in _keys.AsSpan(0, blocking.Keys(rule, in record, _keys)))
            {
                GatherBlock(state, in record, isAdded ? 1 : 0, most, rule, KeyMix.Of(key));
            }
        }
    }

    private void GatherBlock(IndexState state, in RowView record, int added, int largest, int rule, ulong key)
    {
        _ranges.Clear();
        _loose.Clear();
        long size = added;
        for (var part = 0; part < state.Segments.Count; part++)
        {
            var (from, to) = state.Segments[part].Block(rule, key);
            if (from < to)
            {
                _ranges.Add((part, from, to));
                size += to - from;
            }
        }

        var (last, count) = state.Overlay.Block(rule, key);
        for (var entry = last; entry >= 0;)
        {
            (var row, entry) = state.Overlay.Entry(entry);
            if (!state.Overlay.IsRemoved(row))
            {
                _loose.Add((state.Segments.Count, row));
            }
        }

        size += count;
        if (size > largest)
        {
            size = added + _loose.Count + Living(state, rule);
            if (size > largest && !TryPart(state, in record, added, largest, rule, ref size))
            {
                return;
            }
        }

        foreach (var (part, from, to) in _ranges)
        {
            var segment = state.Segments[part];
            foreach (var row in segment.BlockRows(rule, from, to))
            {
                if (segment.Removed.Count == 0 || !segment.Removed[row])
                {
                    Found.Add(part, row);
                }
            }
        }

        foreach (var (part, row) in _loose)
        {
            Found.Add(part, row);
        }
    }

    private bool TryPart(IndexState state, in RowView record, int added, int largest, int rule, ref long size)
    {
        var all = size;
        Loosen(state, rule);
        for (var depth = 0; depth < state.Scheme.Blocking.Splits(rule) && size > largest; depth++)
        {
            var column = state.Scheme.Blocking.SplitColumn(rule, depth);
            var cell = record.CellOf(column);
            for (var i = 0; i < _ranges.Count; i++)
            {
                var (part, from, to) = _ranges[i];
                (from, to) = state.Segments[part].Part(rule, from, to, column, cell);
                _ranges[i] = (part, from, to);
            }

            _loose.RemoveAll(l => state.Part(l.Part).Words(l.Row)[1 + column] != cell);
            size = added + _loose.Count + Living(state, rule);
        }

        NotCompared += size > largest ? all - 1 : all - size;
        return size <= largest;
    }

    // Small blocks are not sorted by the columns that part them.
    private void Loosen(IndexState state, int rule)
    {
        for (var i = _ranges.Count - 1; i >= 0; i--)
        {
            var (part, from, to) = _ranges[i];
            if (to - from < Segment.SortedFrom)
            {
                var segment = state.Segments[part];
                foreach (var row in segment.BlockRows(rule, from, to))
                {
                    if (!segment.Removed[row])
                    {
                        _loose.Add((part, row));
                    }
                }

                _ranges.RemoveAt(i);
            }
        }
    }

    private long Living(IndexState state, int rule)
    {
        var living = 0L;
        foreach (var (part, from, to) in _ranges)
        {
            var segment = state.Segments[part];
            living += to - from;
            if (segment.Removed.Count > 0)
            {
                foreach (var row in segment.BlockRows(rule, from, to))
                {
                    living -= segment.Removed[row] ? 1 : 0;
                }
            }
        }

        return living;
    }
}
