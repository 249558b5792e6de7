using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Takes the rows of a sample from files, the same each time.</summary>
/// <param name="columns">Take the values.</param>
/// <param name="runRows">Rows of a run.</param>
internal sealed class SampleTaking(SampledColumn[] columns, int runRows)
{
    /// <summary>
    /// Runs at the beginning of each file, which are one: files that are sorted alike have rows in common there. And in each of the equal parts into
    /// which a file is divided: in these they are anywhere, so that rows are as often together in the sample as chance would have it.
    /// </summary>
    private const int RunsAtBeginning = 8, RunsOfPart = 8;

    /// <summary>A file of fewer times the rows wanted is read whole, and the rows are chosen by their content.</summary>
    private const int Many = 8;

    private readonly List<int> _runs = [];
    private readonly List<ulong> _chosen = [];
    private int _files;

    /// <summary>Rows taken.</summary>
    public int Rows => _runs.Count;

    /// <summary>The run of each of them; empty where each is one of its own.</summary>
    public IReadOnlyList<int> Runs => NextRun == Rows ? [] : _runs;

    /// <summary>Takes rows from the files of a source, from each its part.</summary>
    /// <returns>About how many rows they have.</returns>
    public long Take(IReadOnlyList<TableReader> files, int wanted)
    {
        var all = 0L;
        var rest = files.Sum(file => Math.Max(0, file.RowCountHint));
        foreach (var file in files)
        {
            // One that does not say how many rows it has gives what is wanted yet.
            var (hint, before) = (file.RowCountHint, Rows);
            var counted = Take(file, hint < 0 || rest <= wanted ? wanted : (int)Math.Ceiling(wanted * (hint / (double)rest)));
            wanted -= Rows - before;
            rest -= Math.Max(0, hint);
            all += counted ?? Math.Max(Rows - before, hint);
        }

        return all;
    }

    // How many rows the file has; null where it was not read to its end.
    private long? Take(TableReader file, int wanted)
    {
        var names = file.ColumnNames.ToList();
        int[] positions = [.. columns.Select(c => names.IndexOf(c.Header))];
        _files++;
        return wanted <= 0 || (file.RowCountHint >= (long)Many * wanted && TakeRuns(file, positions, wanted)) ? null : TakeByContent(file, positions, wanted);
    }

    // Those of the least hashes, whatever the order in which they come.
    private long? TakeByContent(TableReader file, int[] positions, int wanted)
    {
        _chosen.Clear();
        var (before, limit, read) = (Rows, ulong.MaxValue, 0L);
        foreach (var batch in file.Read(positions))
        {
            Choose(batch, limit);
            limit = _chosen.Count > 2 * wanted ? Keep(before, wanted) : limit;
            read += batch.RowCount;
            if (file.RowCountHint < 0 && read >= (long)Many * wanted)
            {
                Keep(before, wanted);
                return null;
            }
        }

        Keep(before, wanted);
        return read;
    }

    private void Choose(Batch batch, ulong limit)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (var row = 0; row < batch.RowCount; row++)
        {
            var hash = 0UL;
            for (var c = 0; c < columns.Length; c++)
            {
                hash = KeyMix.Of(hash ^ Cell.Of(batch[c].GetText(row, scratch)));
            }

            if (hash <= limit)
            {
                _chosen.Add(hash);
                _runs.Add(NextRun);
                for (var c = 0; c < columns.Length; c++)
                {
                    columns[c].Add(batch[c].GetText(row, scratch));
                }
            }
        }
    }

    private ulong Keep(int before, int wanted)
    {
        if (_chosen.Count <= wanted)
        {
            return ulong.MaxValue;
        }

        ulong[] ordered = [.. _chosen];
        Array.Sort(ordered);
        var limit = ordered[wanted - 1];
        bool[] kept = [.. _chosen.Select(hash => hash <= limit)];
        Array.ForEach(columns, column => column.Keep(before, kept));
        _chosen.RemoveAll(hash => hash > limit);
        _runs.RemoveRange(before + _chosen.Count, Rows - before - _chosen.Count);
        return limit;
    }

    private int NextRun => Rows == 0 ? 0 : _runs[^1] + 1;

    // Whether enough was found.
    private bool TakeRuns(TableReader file, int[] positions, int wanted)
    {
        var rows = Math.Min(runRows, wanted);
        var slots = file.RowCountHint / rows;
        var places = Places(wanted / rows, slots);
        var (before, first) = (Rows, NextRun);
        foreach (var batch in file.ReadRuns(positions, [.. places.Select(place => place / (double)slots)], rows))
        {
            var place = (int)batch.Sequence;
            first += _runs.Count > before && places[place] == places[Math.Max(0, place - 1)] + 1 ? 0 : 1;
            var run = first;
            Add(batch, run);
        }

        if (Rows - before >= wanted / 2)
        {
            return true;
        }

        _runs.RemoveRange(before, Rows - before);
        Array.ForEach(columns, column => column.Truncate(Rows));
        return false;
    }

    private long[] Places(int runs, long slots)
    {
        var places = new SortedSet<long>(Enumerable.Range(0, Math.Min(RunsAtBeginning, runs / 2)).Select(i => (long)i));
        var parts = Math.Max(1, runs / RunsOfPart);
        for (var i = 0; places.Count < runs; i++)
        {
            var within = (KeyMix.Of((ulong)_files, (ulong)i) >> 11) * (1.0 / (1UL << 53));
            places.Add((long)((i % parts + within) * slots / parts));
        }

        return [.. places];
    }

    private void Add(Batch batch, int run)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (var c = 0; c < columns.Length; c++)
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                columns[c].Add(batch[c].GetText(row, scratch));
            }
        }

        _runs.AddRange(Enumerable.Repeat(run, batch.RowCount));
    }
}
