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

    /// <summary>A file of fewer times the rows wanted is read from the beginning.</summary>
    private const int Many = 2;

    private readonly List<int> _runs = [];
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
            var ended = Take(file, hint < 0 || rest <= wanted ? wanted : (int)Math.Ceiling(wanted * (hint / (double)rest)));
            var taken = Rows - before;
            wanted -= taken;
            rest -= Math.Max(0, hint);
            all += ended ? taken : Math.Max(taken, hint);
        }

        return all;
    }

    // Whether the file has no other rows.
    private bool Take(TableReader file, int wanted)
    {
        var names = file.ColumnNames.ToList();
        int[] positions = [.. columns.Select(c => names.IndexOf(c.Header))];
        _files++;
        return wanted > 0 && (file.RowCountHint < (long)Many * wanted || !TakeRuns(file, positions, wanted)) && TakeFirst(file, positions, wanted);
    }

    private bool TakeFirst(TableReader file, int[] positions, int wanted)
    {
        foreach (var batch in file.Read(positions))
        {
            var rows = Math.Min(batch.RowCount, wanted);
            wanted -= rows;
            var run = NextRun;
            Add(batch, rows, row => run + row);
            if (wanted == 0)
            {
                return false;
            }
        }

        return true;
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
            Add(batch, batch.RowCount, _ => run);
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

    private void Add(Batch batch, int rows, Func<int, int> runOf)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (var c = 0; c < columns.Length; c++)
        {
            for (var row = 0; row < rows; row++)
            {
                columns[c].Add(batch[c].GetText(row, scratch));
            }
        }

        for (var row = 0; row < rows; row++)
        {
            _runs.Add(runOf(row));
        }
    }
}
