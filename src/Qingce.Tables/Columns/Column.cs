namespace Qingce.Tables;

/// <summary>One column of a <see cref="Batch"/>. Its memory belongs to the batch: see there for how long it may be read.</summary>
public abstract class Column
{
    private protected Column()
    {
    }

    /// <summary>The header of the column, as it stands in the file.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Number of rows.</summary>
    public int Count { get; internal set; }

    /// <summary>The kind of values, which also tells the subclass.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Whether the row holds no value.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public abstract bool IsNull(int row);

    /// <summary>
    /// The value as UTF-8 text whatever the type: whole numbers without a decimal point or exponent, dates as yyyy-MM-dd, nothing for null.
    /// </summary>
    /// <param name="row">0-based row of the batch.</param>
    /// <param name="scratch">Room for the text of a number or date, at least <see cref="ScratchLength"/> bytes. Text columns do not use it.</param>
    /// <returns>The text, either in the memory of the batch or in <paramref name="scratch"/>.</returns>
    public abstract ReadOnlySpan<byte> GetText(int row, Span<byte> scratch);

    /// <summary>Bytes of scratch that <see cref="GetText"/> may need.</summary>
    public const int ScratchLength = 48;

    private protected void CheckRow(int row)
    {
        if ((uint)row >= (uint)Count)
        {
            ThrowRow(row);
        }
    }

    private void ThrowRow(int row) =>
        throw new ArgumentOutOfRangeException(nameof(row), row, $"Column '{Name}' has {Count} rows.");
}
