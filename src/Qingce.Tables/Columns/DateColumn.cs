namespace Qingce.Tables;

/// <summary>Calendar days, as days since 1970-01-01 in the proleptic Gregorian calendar.</summary>
public sealed unsafe class DateColumn : Column
{
    private int* _days;

    /// <summary>The value that stands for a missing day.</summary>
    public const int Null = int.MinValue;

    internal DateColumn()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Date;

    /// <summary>Days since 1970-01-01, or <see cref="Null"/>.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public int this[int row]
    {
        get
        {
            CheckRow(row);
            return _days[row];
        }
    }

    /// <inheritdoc/>
    public override bool IsNull(int row) => this[row] == Null;

    /// <inheritdoc/>
    /// <remarks>A day outside the years 1 to 9999 is given as its number of days, which no date parser accepts.</remarks>
    public override ReadOnlySpan<byte> GetText(int row, Span<byte> scratch)
    {
        int days = this[row];
        if (days == Null)
        {
            return default;
        }

        return ValueText.TryFormatDate(days, scratch, out int written)
            ? scratch[..written]
            : throw new ArgumentException($"Needs {ScratchLength} bytes.", nameof(scratch));
    }

    /// <summary>Days with <see cref="Null"/> already in place of missing ones.</summary>
    internal void Set(int* days, int count)
    {
        _days = days;
        Count = count;
    }
}
