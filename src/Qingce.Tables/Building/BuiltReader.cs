namespace Qingce.Tables;

/// <summary>
/// A table that is no file: its rows are put into builders part by part, several parts side by side. Whoever reads files can so be given what
/// comes out of a store. The parts must give the same rows in every reading.
/// </summary>
public abstract class BuiltReader : TableReader
{
    /// <summary>Most rows of one part: rows are numbered as if each part had so many.</summary>
    public const int MostRows = 1_000_000;

    private readonly long _rowCountHint;

    /// <summary>Names the table.</summary>
    /// <param name="name">What a person knows it by.</param>
    /// <param name="columnNames">Its headers; every column is text.</param>
    /// <param name="rowCountHint">About how many rows there are, -1 if unknown.</param>
    protected BuiltReader(string name, IReadOnlyList<string> columnNames, long rowCountHint)
        : base(name, new ReadOptions())
    {
        ColumnNames = columnNames;
        _rowCountHint = rowCountHint;
    }

    /// <inheritdoc/>
    public override string FormatName => "Store";

    /// <inheritdoc/>
    public override long RowCountHint => _rowCountHint;

    /// <summary>Number of parts.</summary>
    protected abstract int Parts { get; }

    /// <summary>Begins a reading on the calling thread, which asks it for one part after the other and disposes of it.</summary>
    /// <param name="columns">0-based positions of the columns wanted, in the order of the builder's.</param>
    protected abstract IPartFiller BeginReading(IReadOnlyList<int> columns);

    private protected override void ReadAll(int[] columns, int threads, Action<Batch> body, CancellationToken cancellation)
    {
        int next = -1;
        Workers.Run(Math.Clamp(Parts, 1, threads), stop =>
        {
            BuiltBatch built = new(Path, ColumnNames, columns);
            using IPartFiller filler = BeginReading(columns);
            int part;
            while ((part = Interlocked.Increment(ref next)) < Parts)
            {
                stop.ThrowIfCancellationRequested();
                body(built.Fill(filler, part));
            }
        }, cancellation);
    }

    private protected override IEnumerable<Batch> ReadInOrder(int[] columns)
    {
        BuiltBatch built = new(Path, ColumnNames, columns);
        using IPartFiller filler = BeginReading(columns);
        for (int part = 0; part < Parts; part++)
        {
            yield return built.Fill(filler, part);
        }
    }

    /// <summary>Puts the rows of parts into builders, on one thread.</summary>
    protected interface IPartFiller : IDisposable
    {
        /// <summary>Puts the rows of a part into an empty builder.</summary>
        /// <param name="part">0-based number of the part.</param>
        /// <param name="rows">Takes them.</param>
        void Fill(int part, BatchBuilder rows);
    }

    private sealed unsafe class BuiltBatch
    {
        private readonly BatchBuilder _builder;
        private readonly Batch _batch;

        public BuiltBatch(string name, IReadOnlyList<string> names, int[] columns)
        {
            _builder = new BatchBuilder(new TableSchema(columns.Distinct().Select(column => ColumnSpec.Text(names[column]))));
            _batch = new Batch { File = name, ColumnArray = [.. columns.Select(column => new TextColumn { Name = names[column] })] };
        }

        public Batch Fill(IPartFiller filler, int part)
        {
            _builder.Clear();
            filler.Fill(part, _builder);
            _batch.Sequence = part;
            _batch.FirstRow = ((long)part * MostRows) + 1;
            _batch.RowCount = _builder.CheckedRowCount();
            for (int i = 0; i < _batch.ColumnArray.Length; i++)
            {
                TextBuilder text = _builder.Text(i);
                byte* validity = text.NullCount > 0 ? text.Validity.Pointer : null;
                ((TextColumn)_batch.ColumnArray[i]).SetOffsets(text.Bytes.Pointer, text.Rows.As<int>(), validity, 0, _batch.RowCount);
            }

            return _batch;
        }
    }
}
