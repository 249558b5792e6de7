using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Qingce.Tables;

/// <summary>One batch over the memory of one Arrow record batch, used again for the next.</summary>
internal sealed class ParquetBatch(int columns)
{
    private readonly ArrowColumn[] _columns = [.. Enumerable.Range(0, columns).Select(_ => new ArrowColumn())];
    private RecordBatch? _current;

    public Batch Batch { get; } = new() { ColumnArray = new Column[columns] };

    /// <summary>Takes the next rows of the stream.</summary>
    /// <param name="stream">Null where no column is wanted.</param>
    /// <param name="rows">How many rows the batch must have.</param>
    /// <param name="arrayOf">Which array of the stream a column takes.</param>
    public bool Fill(IArrowArrayStream? stream, int rows, Func<int, int> arrayOf)
    {
        Batch.RowCount = rows;
        if (stream is null)
        {
            return true;
        }

        _current = Next(stream);
        if (_current.Length == rows)
        {
            for (int i = 0; i < _columns.Length; i++)
            {
                Batch.ColumnArray[i] = _columns[i].Wrap(_current.Column(arrayOf(i)));
            }

            return true;
        }

        // Arrow ends a batch early where the text of a column would pass 2 GiB or its dictionary changes. The pieces are put together, so
        // that the numbering of batches does not depend on it.
        int have = 0;
        foreach (ArrowColumn column in _columns)
        {
            column.BeginPieces();
        }

        while (true)
        {
            have += _current.Length;
            if (have > rows)
            {
                throw new InvalidDataException("more rows than the row group declares");
            }

            for (int i = 0; i < _columns.Length; i++)
            {
                _columns[i].AddPiece(_current.Column(arrayOf(i)));
            }

            _current.Dispose();
            _current = null;
            if (have == rows)
            {
                break;
            }

            _current = Next(stream);
        }

        for (int i = 0; i < _columns.Length; i++)
        {
            Batch.ColumnArray[i] = _columns[i].EndPieces();
        }

        return true;
    }

    /// <summary>Gives the native memory back.</summary>
    public void Release()
    {
        _current?.Dispose();
        _current = null;
    }

    private static RecordBatch Next(IArrowArrayStream stream)
    {
        ValueTask<RecordBatch> next = stream.ReadNextRecordBatchAsync();
        return (next.IsCompleted ? next.GetAwaiter().GetResult() : throw new NotSupportedException("the stream is asynchronous"))
            ?? throw new InvalidDataException("fewer rows than the row group declares");
    }
}
