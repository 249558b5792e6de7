namespace Qingce.Tables;

/// <summary>
/// Some consecutive rows of one file, column by column. The reader owns the memory and uses it again: a batch, its columns and every
/// span taken from them may be read only until the body of <see cref="TableReader.ReadParallel"/> returns, or until the enumerator of
/// <see cref="TableReader.Read()"/> moves on. One batch is used by one thread at a time.
/// </summary>
public sealed class Batch
{
    internal Column[] ColumnArray { get; set; } = [];

    internal List<RowReject> RejectList { get; } = [];

    /// <summary>The file the rows come from, as it was given to the reader.</summary>
    public string File { get; internal set; } = "";

    /// <summary>Place of the batch in its file: 0, 1, 2 and so on without gaps, whatever thread reads it.</summary>
    public long Sequence { get; internal set; }

    /// <summary>1-based number, among the data rows of the file, of the first row this batch covers (kept or rejected).</summary>
    public long FirstRow { get; internal set; }

    /// <summary>Number of rows in <see cref="Columns"/>. Rejected rows are not among them; it may be 0.</summary>
    public int RowCount { get; internal set; }

    /// <summary>The columns asked for, in the order asked for.</summary>
    public IReadOnlyList<Column> Columns => ColumnArray;

    /// <summary>The column at a position of the list of columns asked for.</summary>
    /// <param name="position">0-based.</param>
    public Column this[int position] => ColumnArray[position];

    /// <summary>The rows this batch covers that could not be read, in order. The list is used again; the rejects in it may be kept.</summary>
    public IReadOnlyList<RowReject> Rejects => RejectList;

    /// <summary>1-based number, among the data rows of the file, of a row of this batch.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public long RowNumber(int row)
    {
        long number = FirstRow + row;
        foreach (RowReject reject in RejectList)
        {
            if (reject.Row > number)
            {
                break;
            }

            number++;
        }

        return number;
    }
}
