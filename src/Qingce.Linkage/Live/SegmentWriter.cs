namespace Qingce.Linkage;

/// <summary>Writes rows as a segment.</summary>
internal sealed class SegmentWriter(IndexScheme scheme, int threads)
{
    private const int RowsPerChunk = 1 << 16;

    /// <summary>Writes a segment, and waits until it is on disk.</summary>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="rows">The rows; no two with one id.</param>
    /// <param name="terms">The counts of the values by column, where they are not those of the rows; null where they are.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the writing; the file is left unfinished.</param>
    /// <exception cref="LinkIndexException">Two rows have one id, or one has none.</exception>
    public void Write(
        string path, IndexRows rows, TermChanges? terms, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        using var writer = new PagedWriter(path);
        double steps = 2 + scheme.Blocking.Rules + scheme.Counted.Length, done = 0;
        void Step()
        {
            progress?.Report(++done / steps);
            cancellationToken.ThrowIfCancellationRequested();
        }

        WriteWords(writer, rows);
        Step();
        WriteBytes(writer, rows);
        Step();
        for (var rule = 0; rule < scheme.Blocking.Rules; rule++)
        {
            var its = rule;
            var tidy = rows.Rows > 0 ? new BlockOrder(scheme.Blocking, rows, rule) : null;
            new SortedEntries(Chunks(rows, (row, keys) => scheme.Blocking.Keys(its, rows.View(row), keys)), tidy is null ? null : tidy.Sort, threads).Write(writer);
            Step();
        }

        var present = new long[scheme.Kinds.Length];
        foreach (var column in scheme.Counted)
        {
            var counts = new SortedEntries(terms?.Entries(column) ?? CountsOf(rows, column), null, threads);
            counts.Sum();
            counts.Write(writer);
            present[column] = terms?.Present(column) ?? PresentOf(rows, column);
            Step();
        }

        writer.Finish(rows.Rows, scheme.Width, present);
    }

    private static void WriteWords(PagedWriter writer, IndexRows rows)
    {
        writer.StartSection();
        for (var row = 0; row < rows.Rows; row++)
        {
            writer.Write(rows.Words(row));
        }

        writer.EndSection();
    }

    private void WriteBytes(PagedWriter writer, IndexRows rows)
    {
        var starts = new long[rows.Rows + 1];
        var ids = new KeyedEntries();
        writer.StartSection();
        for (var row = 0; row < rows.Rows; row++)
        {
            var bytes = rows.Bytes(row);
            writer.Write(bytes);
            starts[row + 1] = starts[row] + bytes.Length;
            var id = RowBytes.Id(bytes);
            if (id.IsEmpty)
            {
                throw LinkIndexException.NoId(row + 1);
            }

            ids.Add(RowBytes.KeyOf(id), row);
        }

        writer.EndSection();
        writer.WriteSection<long>(starts);
        var sorted = new SortedEntries([ids], null, threads);
        RequireDistinct(sorted, rows);
        sorted.Write(writer);
    }

    private static void RequireDistinct(SortedEntries ids, IndexRows rows)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            for (var j = i + 1; j < ids.Count && ids.Keys[j] == ids.Keys[i]; j++)
            {
                var id = RowBytes.IdText(rows.Bytes(ids.Values[i]));
                if (id == RowBytes.IdText(rows.Bytes(ids.Values[j])))
                {
                    var (one, two) = (Math.Min(ids.Values[i], ids.Values[j]) + 1, Math.Max(ids.Values[i], ids.Values[j]) + 1);
                    throw new LinkIndexException(
                        $"Rows {one:N0} and {two:N0} have one id, '{id}'; an index needs another for each record.",
                        $"第 {one:N0} 行和第 {two:N0} 行的编号同为“{id}”；索引中每条记录的编号须各不相同。");
                }
            }
        }
    }

    private KeyedEntries[] CountsOf(IndexRows rows, int column) => Chunks(rows, (row, keys) =>
    {
        var cell = rows.Words(row)[1 + column];
        keys[0] = cell;
        return cell == Cell.Missing ? 0 : 1;
    }, value: 1);

    private static long PresentOf(IndexRows rows, int column)
    {
        var present = 0L;
        for (var row = 0; row < rows.Rows; row++)
        {
            present += rows.Words(row)[1 + column] == Cell.Missing ? 0 : 1;
        }

        return present;
    }

    private KeyedEntries[] Chunks(IndexRows rows, Keys keys, int? value = null)
    {
        var chunks = new KeyedEntries[(rows.Rows + RowsPerChunk - 1) / RowsPerChunk];
        Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
        {
            var entries = new KeyedEntries();
            Span<ulong> found = stackalloc ulong[scheme.Blocking.MostKeys];
            for (var row = chunk * RowsPerChunk; row < Math.Min(rows.Rows, (chunk + 1) * RowsPerChunk); row++)
            {
                foreach (var key in found[..keys(row, found)])
                {
                    entries.Add(KeyMix.Of(key), value ?? row);
                }
            }

            chunks[chunk] = entries;
        });
        return chunks;
    }

    private delegate int Keys(int row, Span<ulong> keys);
}

/// <summary>The order of the rows of a block: by the columns that part it where it is large, and by row.</summary>
internal sealed class BlockOrder(RowBlocking blocking, IndexRows rows, int rule)
{
    public void Sort(Span<int> members)
    {
        members.Sort();
        if (members.Length >= Segment.SortedFrom)
        {
            var sorted = members.ToArray();
            var cells = Array.ConvertAll(sorted, row => (CellOf(row, 0), CellOf(row, 1), CellOf(row, 2), row));
            Array.Sort(cells, sorted);
            sorted.CopyTo(members);
        }
    }

    private ulong CellOf(int row, int depth) => depth < blocking.Splits(rule) ? rows.Words(row)[1 + blocking.SplitColumn(rule, depth)] : 0;
}

/// <summary>By how much the counts of values change with the rows of a segment and those that they replace.</summary>
internal sealed class TermChanges(Overlay? overlay, IReadOnlyList<Segment> segments)
{
    public IReadOnlyList<KeyedEntries> Entries(int column)
    {
        var entries = new List<KeyedEntries>();
        if (overlay is not null)
        {
            entries.Add(overlay.AllTerms(column));
        }

        foreach (var terms in segments.Select(s => s.AllTerms(column)))
        {
            const int piece = 1 << 16;
            for (var from = 0; from < terms.Count; from += piece)
            {
                var count = Math.Min(piece, terms.Count - from);
                var copied = new KeyedEntries();
                copied.Add(terms.Keys(from, count), terms.Values(from, count));
                entries.Add(copied);
            }
        }

        return entries;
    }

    public long Present(int column) => (overlay?.Present(column) ?? 0) + segments.Sum(s => s.Present(column));
}
