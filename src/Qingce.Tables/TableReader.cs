namespace Qingce.Tables;

/// <summary>
/// Reads one file as a table, in batches and with bounded memory. What the file is, is found by its first bytes and never by its name.
/// One reading at a time; a reader may be read any number of times.
/// </summary>
public abstract class TableReader : IDisposable
{
    private protected TableReader(string path, ReadOptions options)
    {
        Path = path;
        Options = options;
    }

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>What the file is.</summary>
    public abstract string FormatName { get; }

    /// <summary>The headers, in order.</summary>
    public IReadOnlyList<string> ColumnNames { get; private protected set; } = [];

    /// <summary>About how many rows there are: exact for Parquet, estimated for text, -1 if unknown.</summary>
    public abstract long RowCountHint { get; }

    private protected ReadOptions Options { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it, or null for the defaults.</param>
    /// <exception cref="TableFormatException">It is not there, may not be read, or is no table.</exception>
    public static TableReader Open(string path, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TableSniffer.Open(path, options ?? new ReadOptions());
    }

    /// <summary>Reads the whole file on several threads. Each batch is given to exactly one call of the body.</summary>
    /// <param name="columns">0-based positions of the columns wanted; only these are decoded.</param>
    /// <param name="threads">Threads to use, 1 or more, the caller's own among them. More than there are parts of the file are not used.</param>
    /// <param name="body">
    /// Called by several threads at a time and in no order; <see cref="Batch.Sequence"/> gives the order back. What it throws ends the
    /// reading and is thrown here.
    /// </param>
    /// <param name="cancellation">Ends the reading between batches.</param>
    /// <exception cref="TableFormatException">The file turns out damaged.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public void ReadParallel(IReadOnlyList<int> columns, int threads, Action<Batch> body, CancellationToken cancellation = default)
    {
        int[] positions = Check(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(body);
        ReadAll(positions, threads, body, cancellation);
    }

    /// <summary>Reads the file in order, on the caller's thread.</summary>
    /// <param name="columns">0-based positions of the columns wanted; only these are decoded.</param>
    /// <returns>The batches; each is good until the next is asked for.</returns>
    /// <exception cref="TableFormatException">While reading: the file turns out damaged.</exception>
    public IEnumerable<Batch> Read(IReadOnlyList<int> columns) => ReadInOrder(Check(columns));

    /// <summary>Reads all columns in order, on the caller's thread.</summary>
    /// <inheritdoc cref="Read(IReadOnlyList{int})"/>
    public IEnumerable<Batch> Read() => ReadInOrder([.. Enumerable.Range(0, ColumnNames.Count)]);

    /// <summary>Reads runs of neighbouring rows at several places, on the caller's thread: a look at all parts of a large file that costs little.</summary>
    /// <param name="columns">0-based positions of the columns wanted; only these are decoded.</param>
    /// <param name="places">Where the runs are to begin, as shares of the rows before them: 0 to 1, ascending.</param>
    /// <param name="rows">Most rows of a run, 1 or more.</param>
    /// <returns>
    /// A batch for each run, good until the next is asked for; no row is in two. <see cref="Batch.Sequence"/> is the position of its place
    /// in <paramref name="places"/>; its rows are not numbered. A run begins at its place or a little later: in text with the next record
    /// that is known to begin there, in Parquet nearer to the beginning of its row group where all of the rows before it would be too many to
    /// be decoded. Places where no run is found are passed over: all of them in UTF-16, in Excel and in what is no file.
    /// </returns>
    /// <exception cref="TableFormatException">While reading: the file turns out damaged.</exception>
    public IEnumerable<Batch> ReadRuns(IReadOnlyList<int> columns, IReadOnlyList<double> places, int rows)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        for (int i = 0; i < places.Count; i++)
        {
            if (!(places[i] >= (i == 0 ? 0 : places[i - 1]) && places[i] <= 1))
            {
                throw new ArgumentException("Places are shares of 0 to 1, ascending.", nameof(places));
            }
        }

        return ReadRunsAt(Check(columns), places, rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);

    private protected abstract void ReadAll(int[] columns, int threads, Action<Batch> body, CancellationToken cancellation);

    private protected abstract IEnumerable<Batch> ReadInOrder(int[] columns);

    private protected virtual IEnumerable<Batch> ReadRunsAt(int[] columns, IReadOnlyList<double> places, int rows) => [];

    private int[] Check(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (int column in columns)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)ColumnNames.Count, nameof(columns));
        }

        return [.. columns];
    }
}
