namespace Qingce.Tables;

/// <summary>64-bit binary floating-point numbers.</summary>
public sealed unsafe class DoubleColumn : Column
{
    private double* _values;
    private byte* _validity;
    private int _validityOffset;

    internal DoubleColumn()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Real;

    /// <summary>The value of a row; 0 for null.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public double this[int row] => IsNull(row) ? 0 : _values[row];

    /// <inheritdoc/>
    public override bool IsNull(int row)
    {
        CheckRow(row);
        int bit = row + _validityOffset;
        return _validity != null && (_validity[bit >> 3] >> (bit & 7) & 1) == 0;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetText(int row, Span<byte> scratch)
    {
        if (IsNull(row))
        {
            return default;
        }

        return ValueText.TryFormat(_values[row], scratch, out int written)
            ? scratch[..written]
            : throw new ArgumentException($"Needs {ScratchLength} bytes.", nameof(scratch));
    }

    internal void Set(double* values, byte* validity, int validityOffset, int count)
    {
        _values = values;
        _validity = validity;
        _validityOffset = validityOffset;
        Count = count;
    }
}
