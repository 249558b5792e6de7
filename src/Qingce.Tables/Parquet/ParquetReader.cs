using System.Globalization;
using Apache.Arrow.Ipc;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Qingce.Tables;

/// <summary>
/// Reads Parquet a row group at a time, several row groups side by side. Each thread opens the file for itself, because a native reader
/// is not shared.
/// </summary>
internal sealed class ParquetReader : TableReader
{
    /// <summary>Rows of a whole file: so few that decoding all columns of them takes a twentieth of a second.</summary>
    private const long MostDecodedForRuns = 250_000;

    private readonly int[] _leaves;
    private readonly string[] _unsupported;
    private readonly bool[] _dictionary;
    private readonly long[] _groupRows;
    private readonly long[] _firstRow;
    private readonly long[] _firstSequence;

    public ParquetReader(string path, ReadOptions options)
        : base(path, options)
    {
        try
        {
            using ParquetFileReader file = new(path);
            ParquetLayout layout = ParquetLayout.Of(file);
            ColumnNames = layout.Names;
            _leaves = layout.Leaves;
            _unsupported = layout.Unsupported;
            _dictionary = layout.Dictionary;
            _groupRows = layout.GroupRows;
        }
        catch (Exception error) when (ParquetFaults.IsDamage(error))
        {
            throw ParquetFaults.From(path, "", error);
        }

        HeaderRules.Check(path, ColumnNames);
        _firstRow = new long[_groupRows.Length + 1];
        _firstSequence = new long[_groupRows.Length + 1];
        for (int i = 0; i < _groupRows.Length; i++)
        {
            _firstRow[i + 1] = _firstRow[i] + _groupRows[i];
            _firstSequence[i + 1] = _firstSequence[i] + (_groupRows[i] + options.BatchRows - 1) / options.BatchRows;
        }
    }

    public override string FormatName => "Parquet";

    public override long RowCountHint => _firstRow[^1];

    protected override void Dispose(bool disposing)
    {
    }

    private protected override void ReadAll(int[] columns, int threads, Action<Batch> body, CancellationToken cancellation)
    {
        int next = -1;
        int workers = Math.Clamp(_groupRows.Length, 1, threads);
        Workers.Run(workers, stop =>
        {
            using FileReader file = OpenFile(columns, decodeThreads: workers < threads);
            ParquetBatch reused = new(columns.Length);
            int group;
            while ((group = Interlocked.Increment(ref next)) < _groupRows.Length)
            {
                foreach (Batch batch in ReadGroup(file, group, columns, reused))
                {
                    stop.ThrowIfCancellationRequested();
                    body(batch);
                }
            }
        }, cancellation);
    }

    private protected override IEnumerable<Batch> ReadInOrder(int[] columns)
    {
        using FileReader file = OpenFile(columns, decodeThreads: false);
        ParquetBatch reused = new(columns.Length);
        for (int group = 0; group < _groupRows.Length; group++)
        {
            foreach (Batch batch in ReadGroup(file, group, columns, reused))
            {
                yield return batch;
            }
        }
    }

    // Rows are decoded from the beginning of their row group on.
    private protected override IEnumerable<Batch> ReadRunsAt(int[] columns, IReadOnlyList<double> places, int rows)
    {
        long decoded = Math.Min(RowCountHint, MostDecodedForRuns);

        // A run is the beginning of a batch: small ones cost more than the rows in them.
        int batchRows = (int)Math.Clamp(decoded / (2L * Math.Max(1, places.Count)), rows, Math.Max(rows, Options.BatchRows));
        using ParquetReader inRuns = new(Path, Options with { BatchRows = batchRows });
        using FileReader file = inRuns.OpenFile(columns, decodeThreads: false, inPieces: true);
        ParquetBatch reused = new(columns.Length);
        int place = 0;
        for (int group = 0; group < _groupRows.Length; group++)
        {
            int behind = place;
            while (behind < places.Count && places[behind] * RowCountHint < _firstRow[group + 1])
            {
                behind++;
            }

            long read = 0;
            using IEnumerator<Batch> batches = inRuns.ReadGroup(file, group, columns, reused).GetEnumerator();
            for (; place < behind; place++)
            {
                long wanted = Math.Max(read, (long)((places[place] * RowCountHint - _firstRow[group]) * decoded / RowCountHint) / batchRows);
                while (read <= wanted && batches.MoveNext())
                {
                    read++;
                }

                if (read <= wanted)
                {
                    place = behind;
                    break;
                }

                batches.Current.Sequence = place;
                batches.Current.RowCount = Math.Min(batches.Current.RowCount, rows);
                yield return batches.Current;
            }
        }
    }

    private FileReader OpenFile(int[] columns, bool decodeThreads, bool inPieces = false)
    {
        foreach (int column in columns)
        {
            if (_unsupported[column].Length > 0)
            {
                throw new TableFormatException(
                    TableFault.UnsupportedColumn, Path, "", null, ColumnNames[column], _unsupported[column]);
            }
        }

        using ReaderProperties properties = ReaderProperties.GetDefaultReaderProperties();
        properties.EnablePageChecksumVerification();
        if (inPieces)
        {
            properties.EnableBufferedStream();
        }

        using ArrowReaderProperties arrow = ArrowReaderProperties.GetDefault();
        arrow.BatchSize = Options.BatchRows;
        arrow.UseThreads = decodeThreads;
        arrow.PreBuffer = false;
        foreach (int column in columns)
        {
            arrow.SetReadDictionary(_leaves[column], _dictionary[column]);
        }

        try
        {
            return new FileReader(Path, properties, arrow);
        }
        catch (Exception error) when (ParquetFaults.IsDamage(error))
        {
            throw ParquetFaults.From(Path, "", error);
        }
    }

    private IEnumerable<Batch> ReadGroup(FileReader file, int group, int[] columns, ParquetBatch reused)
    {
        long rows = _groupRows[group];
        int[] leaves = [.. columns.Select(column => _leaves[column]).Distinct().Order()];
        using IArrowArrayStream? stream = leaves.Length == 0 ? null : Guard(group, () => file.GetRecordBatchReader([group], leaves));
        long sequence = _firstSequence[group];
        for (long done = 0; done < rows; sequence++)
        {
            int expected = (int)Math.Min(Options.BatchRows, rows - done);
            reused.Batch.File = Path;
            reused.Batch.Sequence = sequence;
            reused.Batch.FirstRow = _firstRow[group] + done + 1;
            Guard(group, () => reused.Fill(stream, expected, position => System.Array.BinarySearch(leaves, _leaves[columns[position]])));
            for (int i = 0; i < columns.Length; i++)
            {
                reused.Batch.ColumnArray[i].Name = ColumnNames[columns[i]];
            }

            done += expected;
            try
            {
                yield return reused.Batch;
            }
            finally
            {
                reused.Release();
            }
        }
    }

    private T Guard<T>(int group, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (ParquetFaults.IsDamage(error))
        {
            throw ParquetFaults.From(Path, $"row group {(group + 1).ToString(CultureInfo.InvariantCulture)}", error);
        }
    }
}
