using System.Buffers.Text;

namespace Qingce.Tables;

/// <summary>64-bit signed whole numbers.</summary>
public sealed unsafe class Int64Column : Column
{
    private long* _values;
    private byte* _validity;
    private int _validityOffset;

    internal Int64Column()
    {
    }

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Whole;

    /// <summary>The value of a row; 0 for null.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public long this[int row] => IsNull(row) ? 0 : _values[row];

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

        return Utf8Formatter.TryFormat(_values[row], scratch, out int written)
            ? scratch[..written]
            : throw new ArgumentException($"Needs {ScratchLength} bytes.", nameof(scratch));
    }

    internal void Set(long* values, byte* validity, int validityOffset, int count)
    {
        _values = values;
        _validity = validity;
        _validityOffset = validityOffset;
        Count = count;
    }
}
