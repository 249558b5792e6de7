namespace Qingce.Tables;

/// <summary>
/// Writes one table to one file. The same batches give the same bytes. Not safe for several threads; several writers may run side by
/// side. A failure to write is a <see cref="TableWriteException"/>.
/// </summary>
public abstract class TableWriter : IDisposable
{
    private bool _closed;

    private protected TableWriter(string path, TableSchema schema)
    {
        Path = path;
        Schema = schema;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The columns.</summary>
    public TableSchema Schema { get; }

    /// <summary>Opens a file for writing, in place of one that is there.</summary>
    /// <param name="path">The file; its folder must be there. See <see cref="AtomicFile"/> to have it appear whole or not at all.</param>
    /// <param name="schema">The columns.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The format cannot be told from the name.</exception>
    /// <exception cref="TableWriteException">The file cannot be made.</exception>
    public static TableWriter Create(string path, TableSchema schema, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new WriteOptions();
        TableFormat format = options.Format != TableFormat.ByName ? options.Format
            : path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? TableFormat.Csv
            : path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? TableFormat.Parquet
            : throw new ArgumentException($"The name '{path}' ends in neither .csv nor .parquet.", nameof(path));
        return format == TableFormat.Csv ? new CsvWriter(path, schema, options) : new ParquetWriter(path, schema);
    }

    /// <summary>Writes the rows of a batch; a Parquet file gets one row group of them. An empty batch writes nothing.</summary>
    /// <param name="batch">A batch made with <see cref="Schema"/>. It may be cleared as soon as this returns.</param>
    /// <exception cref="TableWriteException">The file cannot be written, as on a full disk.</exception>
    /// <exception cref="InvalidOperationException">The columns of the batch differ in length.</exception>
    public void Write(BatchBuilder batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!ReferenceEquals(batch.Schema, Schema))
        {
            throw new ArgumentException("The batch was made with another schema.", nameof(batch));
        }

        int rows = batch.CheckedRowCount();
        if (rows > 0)
        {
            WriteRows(batch, rows);
        }
    }

    /// <summary>Finishes the file. <see cref="Dispose"/> without it removes the file, which would pass for a whole one.</summary>
    /// <exception cref="TableWriteException">The file cannot be written, as on a full disk.</exception>
    public abstract void Finish();

    /// <summary>Closes the file, and removes it if it was not finished.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        Close();
        GC.SuppressFinalize(this);
        if (!IsFinished)
        {
            try
            {
                File.Delete(Path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What made the caller give up is the news, not that the remains cannot be removed.
            }
        }
    }

    private protected bool IsFinished { get; set; }

    private protected abstract void Close();

    private protected abstract void WriteRows(BatchBuilder batch, int rows);
}
