namespace Qingce.Linkage;

public sealed partial class LinkIndex
{
    [ThreadStatic]
    private static FindScratch? s_scratch;

    /// <summary>
    /// Finds the records that match one that is not in the index. The weights are those of a batch run over the records of the index and
    /// this one; blocks that are too large are parted as they are there.
    /// </summary>
    /// <param name="values">The record's values as they stand in files, in the order of <see cref="Columns"/>; null or empty is missing.</param>
    /// <param name="threshold">Bits from which a record is a match.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    /// <exception cref="LinkIndexException">A page that is needed is damaged.</exception>
    public IndexFinding Find(ReadOnlySpan<string?> values, double threshold)
    {
        var scratch = s_scratch ??= new FindScratch();
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            scratch.Record.Pack(_state.Scheme.Kinds, "", values);
            return Find(scratch, scratch.Record.View(0), (-1, -1), threshold);
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }

    /// <summary>
    /// Finds the other records that match one that may be in the index: where it is there, under its id and with the same values, it is not
    /// counted a second time, and the weights are those of a batch run over the index. Otherwise as <see cref="Find(ReadOnlySpan{string?}, double)"/> does.
    /// </summary>
    /// <param name="id">The record's id.</param>
    /// <param name="values">Its values as they stand in files, in the order of <see cref="Columns"/>; null or empty is missing.</param>
    /// <param name="threshold">Bits from which a record is a match.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    /// <exception cref="LinkIndexException">A page that is needed is damaged.</exception>
    public IndexFinding Find(string id, ReadOnlySpan<string?> values, double threshold)
    {
        ArgumentNullException.ThrowIfNull(id);
        var scratch = s_scratch ??= new FindScratch();
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            scratch.Record.Pack(_state.Scheme.Kinds, id, values);
            return Find(scratch, scratch.Record.View(0), CopyOf(scratch.Record, 0), threshold);
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }

    /// <summary>
    /// Finds the other records that match a row of a table, as <see cref="Find(string, ReadOnlySpan{string?}, double)"/> does. Of several sources the ids
    /// begin with the name of the source and a slash.
    /// </summary>
    /// <param name="table">A table of the columns of the index.</param>
    /// <param name="row">0-based.</param>
    /// <param name="threshold">Bits from which a record is a match.</param>
    /// <exception cref="LinkageModelException">The table has other columns.</exception>
    /// <exception cref="LinkIndexException">A page that is needed is damaged.</exception>
    public IndexFinding Find(LinkTable table, int row, double threshold)
    {
        ArgumentNullException.ThrowIfNull(table);
        var scratch = s_scratch ??= new FindScratch();
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            RequireColumns(table);
            return Find(scratch, table.View(row), CopyOf(new TableRecords(table), row), threshold);
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }

    /// <summary>Finds the other records that match one of the index, with the weights of a batch run over the index.</summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="threshold">Bits from which a record is a match.</param>
    /// <returns>Null when the index has no such record.</returns>
    /// <exception cref="LinkIndexException">A page that is needed is damaged.</exception>
    public IndexFinding? FindOthers(string id, double threshold)
    {
        var scratch = s_scratch ??= new FindScratch();
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var (part, row) = _state.Find(System.Text.Encoding.UTF8.GetBytes(id));
            return part < 0 ? null : Find(scratch, _state.Part(part).View(row), (part, row), threshold);
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }

    /// <summary>The steps that add up to the weight of a record that is not in the index and one that is.</summary>
    /// <param name="values">The values of the one, as for <see cref="Find(ReadOnlySpan{string?}, double)"/>.</param>
    /// <param name="id">The id of the other.</param>
    /// <returns>Null when the index has no such record.</returns>
    public IReadOnlyList<EvidenceStep>? Explain(ReadOnlySpan<string?> values, string id)
    {
        var scratch = s_scratch ??= new FindScratch();
        _turns.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var (part, row) = _state.Find(System.Text.Encoding.UTF8.GetBytes(id));
            if (part < 0)
            {
                return null;
            }

            var scheme = _state.Scheme;
            scratch.Record.Pack(scheme.Kinds, "", values);
            var record = scratch.Record.View(0);
            var other = _state.Part(part).View(row);
            scratch.Terms.Begin(_state, record.Words, isAdded: true);
            var pattern = scheme.Comparer.Pattern(in record, in other);
            return Waterfall.Of(
                _state.Weights(scratch.Terms.Rows), pattern, scheme.Frequencies.Of(record.Words, other.Words, pattern, scratch.Terms));
        }
        finally
        {
            _turns.ExitReadLock();
        }
    }

    private IndexFinding Find(FindScratch scratch, in RowView record, (int Part, int Row) self, double threshold)
    {
        var state = _state;
        var (scheme, terms, found) = (state.Scheme, scratch.Terms, scratch.Blocks.Found);
        var isAdded = self.Part < 0;
        scratch.Blocks.Gather(state, in record, isAdded, _manifest.LargestBlock);
        terms.Begin(state, record.Words, isAdded);
        var matches = new List<IndexMatch>();
        if (found.Count <= (isAdded ? 0 : 1))
        {
            return new IndexFinding(matches, 0, scratch.Blocks.NotCompared) { IsInIndex = !isAdded };
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Part < state.Segments.Count)
            {
                state.Segments[found[i].Part].Prefetch(found[i].Row);
            }
        }

        var weights = state.Weights(terms.Rows);
        var bounds = state.Bounds(weights, terms, threshold);
        for (var i = 0; i < found.Count; i++)
        {
            var (part, row) = found[i];
            var rows = state.Part(part);
            var other = rows.View(row);
            var equal = RowMasks.Equal(in record.Words[0], in other.Words[0], scheme.Width, out var present);
            if (bounds.Slack(equal, present & ~equal) < 0 || (part, row) == self)
            {
                continue;
            }

            var pattern = scheme.Comparer.Pattern(in record, in other);
            var weight = weights.Weight(pattern) + scheme.Frequencies.Of(record.Words, other.Words, pattern, terms);
            if (weight >= threshold)
            {
                matches.Add(new IndexMatch(RowBytes.IdText(rows.Bytes(row)), weight, pattern));
            }
        }

        matches.Sort((a, b) => a.Weight.Equals(b.Weight) ? string.CompareOrdinal(a.Id, b.Id) : b.Weight.CompareTo(a.Weight));
        return new IndexFinding(matches, found.Count - (isAdded ? 0 : 1), scratch.Blocks.NotCompared) { IsInIndex = !isAdded };
    }

    // Where the record lies itself, if the index has it as it is; part -1 when it does not.
    private (int Part, int Row) CopyOf(IndexRows rows, int row)
    {
        var bytes = rows.Bytes(row);
        var (part, there) = RowBytes.Id(bytes).IsEmpty ? (-1, -1) : _state.Find(RowBytes.Id(bytes));
        return part >= 0 && _state.Part(part).Words(there).SequenceEqual(rows.Words(row)) && _state.Part(part).Bytes(there).SequenceEqual(bytes)
            ? (part, there)
            : (-1, -1);
    }

    private void RequireColumns(LinkTable table)
    {
        if (!table.Columns.SequenceEqual(Columns))
        {
            var names = Wording.Names(Columns.Select(c => c.Name));
            throw new LinkageModelException($"The table has other columns than the index, which has {names.English}.", $"表的列与索引不同；索引的列：{names.Chinese}。");
        }
    }

    private sealed class FindScratch
    {
        public PackedRecord Record { get; } = new();

        public BlockCandidates Blocks { get; } = new();

        public IndexTerms Terms { get; } = new();
    }
}
