using System.Text;

namespace Qingce.Linkage;

public sealed partial class LinkIndex
{
    private const int MostBytesAtOnce = 1 << 24;
    private const int SegmentsOfASize = 4;
    private readonly PackedRecord _packed = new();
    private byte[] _entries = new byte[1 << 12];
    private int _filled;
    private int _pending;

    /// <summary>Puts a record; one with the same id is replaced. It is on disk when the call returns.</summary>
    /// <param name="id">Its id, not empty.</param>
    /// <param name="values">Its values as they stand in files, in the order of <see cref="Columns"/>; null or empty is missing.</param>
    /// <remarks>Threads that put at the same time share the wait for the disk.</remarks>
    /// <exception cref="ArgumentException">The id is empty, there are more or fewer values than columns, or they are too long.</exception>
    /// <exception cref="LinkIndexException">The index is read-only or damaged.</exception>
    /// <exception cref="IOException">It could not be written; the disk may be full.</exception>
    public void Put(string id, params ReadOnlySpan<string?> values)
    {
        IndexLog log;
        long end;
        lock (_writing)
        {
            Begin();
            Add(id, values);
            (log, end) = Commit();
        }

        log.Flush(end);
    }

    /// <summary>
    /// Puts a record as <see cref="Put(string, ReadOnlySpan{string?})"/> does, without holding the caller until it is on disk: searches find
    /// it when the call returns, and the task ends when it is on disk. Puts that are under way share the wait for the disk, so that one
    /// caller alone puts thousands a second.
    /// </summary>
    /// <param name="id">Its id, not empty.</param>
    /// <param name="values">Its values as they stand in files, in the order of <see cref="Columns"/>; null or empty is missing.</param>
    /// <returns>Ends when the record is on disk, or with the <see cref="IOException"/> or <see cref="LinkIndexException"/> that kept it from there.</returns>
    /// <exception cref="ArgumentException">The id is empty, there are more or fewer values than columns, or they are too long.</exception>
    /// <exception cref="LinkIndexException">The index is read-only or damaged.</exception>
    /// <exception cref="IOException">It could not be written; the disk may be full.</exception>
    public Task PutAsync(string id, params ReadOnlySpan<string?> values)
    {
        IndexLog log;
        long end;
        lock (_writing)
        {
            Begin();
            Add(id, values);
            (log, end) = Commit();
        }

        return log.FlushAsync(end);
    }

    /// <summary>Puts records in their order; they share one wait for the disk. All are on disk when the call returns.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="ArgumentException">An id is empty, or a record has more or fewer values than columns; those before it may be there.</exception>
    /// <exception cref="LinkIndexException">The index is read-only or damaged.</exception>
    /// <exception cref="IOException">They could not be written; the disk may be full. Those before may be there.</exception>
    public void Put(IEnumerable<IndexRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        IndexLog log;
        long end;
        lock (_writing)
        {
            Begin();
            foreach (var record in records)
            {
                if (record.Values is string?[] values)
                {
                    Add(record.Id, values);
                }
                else
                {
                    Add(record.Id, [.. record.Values]);
                }

                CommitWhenFull();
            }

            (log, end) = Commit();
        }

        log.Flush(end);
    }

    /// <summary>Puts all rows of a table, as <see cref="Put(IEnumerable{IndexRecord})"/> does. Of several sources the ids begin with the name of the source and a slash.</summary>
    /// <param name="table">A table of the columns of the index.</param>
    /// <exception cref="LinkageModelException">The table has other columns.</exception>
    /// <exception cref="LinkIndexException">The index is read-only or damaged, or a row has no id; those before it may be there.</exception>
    /// <exception cref="IOException">They could not be written; the disk may be full. Those before may be there.</exception>
    public void Put(LinkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        IndexLog log;
        long end;
        lock (_writing)
        {
            Begin();
            RequireColumns(table);
            var rows = new TableRecords(table);
            for (var row = 0; row < rows.Rows; row++)
            {
                var bytes = rows.Bytes(row);
                if (RowBytes.Id(bytes).IsEmpty)
                {
                    throw LinkIndexException.NoId(row + 1);
                }

                var (part, there) = _state.Find(RowBytes.Id(bytes));
                Add(rows.Words(row), bytes, part, there);
                CommitWhenFull();
            }

            (log, end) = Commit();
        }

        log.Flush(end);
    }

    /// <summary>Removes a record. That is on disk when the call returns.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is none.</returns>
    /// <exception cref="LinkIndexException">The index is read-only or damaged.</exception>
    /// <exception cref="IOException">It could not be written; the disk may be full.</exception>
    public bool Remove(string id)
    {
        IndexLog log;
        long end;
        lock (_writing)
        {
            Begin();
            var utf8 = Encoding.UTF8.GetBytes(id);
            var (part, row) = _state.Find(utf8);
            if (part < 0)
            {
                return false;
            }

            var bytes = new RowBytesBuilder();
            bytes.Begin(utf8);
            Add([], bytes.Bytes, part, row);
            (log, end) = Commit();
        }

        log.Flush(end);
        return true;
    }

    /// <summary>Writes what is in memory and in the log to a segment, so that opening has nothing to go through.</summary>
    public void Flush()
    {
        lock (_writing)
        {
            Begin();
            if (_state.Overlay.Changes > 0)
            {
                WriteSegment([]);
            }
        }
    }

    /// <summary>Writes all records into one segment. Finding goes on meanwhile, putting waits.</summary>
    public void Compact()
    {
        lock (_writing)
        {
            Begin();
            WriteSegment(_state.Segments);
        }
    }

    private void Begin()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_log is null)
        {
            throw new LinkIndexException($"{_folder} was opened for reading alone.", $"{_folder} 以只读方式打开，不能写入。");
        }

        (_filled, _pending) = (0, 0);
    }

    private void Add(string id, ReadOnlySpan<string?> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        _packed.Pack(_state.Scheme.Kinds, id, values);
        var (part, row) = _state.Find(RowBytes.Id(_packed.Bytes(0)));
        Add(_packed.Words(0), _packed.Bytes(0), part, row);
    }

    private void Add(ReadOnlySpan<ulong> words, ReadOnlySpan<byte> bytes, int part, int row)
    {
        var segment = 0;
        if (part >= 0 && part < _state.Segments.Count)
        {
            // Read once, so that damage shows before anything is written.
            _ = _state.Segments[part].Words(row);
            segment = _state.Segments[part].Number;
        }

        var entry = new LogEntry(words, bytes, segment, row);
        if (_filled + entry.Length > _entries.Length)
        {
            Array.Resize(ref _entries, 2 * (_filled + entry.Length));
        }

        entry.Write(_entries.AsSpan(_filled), _log!.Number, _log.Length + _filled);
        _filled += entry.Length;
        _pending++;
    }

    private void CommitWhenFull()
    {
        if (_pending + _state.Overlay.Changes >= _options.OverlayRows || _filled > MostBytesAtOnce)
        {
            Commit();
        }
    }

    private (IndexLog Log, long End) Commit()
    {
        var log = _log!;
        var start = log.Length;
        log.Append(_entries.AsSpan(0, _filled));
        _turns.EnterWriteLock();
        try
        {
            for (var at = 0; at < _filled && LogEntry.TryRead(_entries.AsSpan(at, _filled - at), log.Number, start + at, out var entry);)
            {
                _state.Apply(in entry);
                at += entry.Length;
            }
        }
        finally
        {
            _turns.ExitWriteLock();
        }

        (_filled, _pending) = (0, 0);
        var end = log.Length;
        if (_state.Overlay.Changes >= _options.OverlayRows)
        {
            WriteSegment(ToMerge());
        }

        return (log, end);
    }

    // As many segments of about one size are merged with the new one as keep the number of segments near the logarithm of their rows.
    private List<Segment> ToMerge()
    {
        var merged = new List<Segment>();
        var rows = (double)_state.Overlay.Living;
        for (var size = (double)_options.OverlayRows; ; size *= SegmentsOfASize)
        {
            var (least, most) = (merged.Count == 0 ? 0 : size / SegmentsOfASize, size * 1.5);
            var alike = _state.Segments.Where(s => !merged.Contains(s) && s.Living >= least && s.Living < most).ToList();
            if (alike.Count < SegmentsOfASize - 1)
            {
                break;
            }

            merged.AddRange(alike);
            rows += alike.Sum(s => s.Living);
        }

        merged.AddRange(_state.Segments.Where(s => !merged.Contains(s) && s.Living < s.Rows / 2));
        return merged;
    }

    private void WriteSegment(IReadOnlyList<Segment> merged)
    {
        _log!.Flush(_log.Length);
        var (state, scheme) = (_state, _state.Scheme);
        var number = IndexFolder.FreeNumber(_folder);
        var kept = state.Segments.Where(s => !merged.Contains(s)).ToList();
        var changed = kept.Where(s => s.HasNewlyRemoved).ToList();
        var written = changed.Select((s, i) => (Segment: s, Number: number + 1 + i)).ToList();
        string[] files = [IndexFolder.Segment(_folder, number), IndexFolder.Log(_folder, number), .. written.Select(w => IndexFolder.Removed(_folder, w.Number))];
        Segment? segment = null;
        IndexLog? log = null;
        IndexManifest manifest;
        var done = false;
        try
        {
            var parts = merged.Select(s => ((IndexRows)s, s.Removed)).Append((state.Overlay, state.Overlay.Removed())).ToList();
            new SegmentWriter(scheme, _options.Threads).Write(files[0], new LivingRows(parts), new TermChanges(state.Overlay, merged));
            written.ForEach(w => w.Segment.WriteRemoved(IndexFolder.Removed(_folder, w.Number)));
            log = IndexLog.Create(_folder, number);
            segment = new Segment(_folder, number, 0, scheme);
            var numbers = kept.Select(s => (s.Number, written.Find(w => w.Segment == s).Number is > 0 and var now ? now : s.RemovedNumber));
            manifest = _manifest with { Log = number, Segments = [.. numbers, (number, 0)] };
            done = true;
        }
        finally
        {
            if (!done)
            {
                segment?.Dispose();
                log?.Dispose();
                Array.ForEach(files, File.Delete);
            }
        }

        // When the manifest cannot be switched for certain, nobody knows which log counts: nothing more is put to either.
        _log.Fail();
        manifest.Switch(_folder);
        _manifest = manifest;
        written.ForEach(w => w.Segment.HasWritten(w.Number));
        _turns.EnterWriteLock();
        _state = new IndexState(scheme, [.. kept, segment], new Overlay(scheme));
        foreach (var old in merged)
        {
            old.Dispose();
        }

        _turns.ExitWriteLock();
        _log.Retire();
        _log = log;
        IndexFolder.DeleteAllBut(_folder, _manifest.Files(_folder));
    }
}
