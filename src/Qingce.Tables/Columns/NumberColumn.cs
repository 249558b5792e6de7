namespace Qingce.Tables;

/// <summary>Numbers of one width, with a bit for each row that has none.</summary>
/// <typeparam name="T">The number.</typeparam>
public abstract unsafe class NumberColumn<T> : Column
    where T : unmanaged
{
    private T* _values;
    private byte* _validity;
    private int _validityOffset;

    private protected NumberColumn()
    {
    }

    /// <summary>The value of a row; 0 for null.</summary>
    /// <param name="row">0-based row of the batch.</param>
    public T this[int row] => IsNull(row) ? default : _values[row];

    /// <inheritdoc/>
    public override bool IsNull(int row)
    {
        CheckRow(row);
        int bit = row + _validityOffset;
        return _validity != null && (_validity[bit >> 3] >> (bit & 7) & 1) == 0;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetText(int row, Span<byte> scratch) =>
        IsNull(row) ? default
        : TryFormat(_values[row], scratch, out int written) ? scratch[..written]
        : throw new ArgumentException($"Needs {ScratchLength} bytes.", nameof(scratch));

    internal void Set(T* values, byte* validity, int validityOffset, int count)
    {
        _values = values;
        _validity = validity;
        _validityOffset = validityOffset;
        Count = count;
    }

    private protected abstract bool TryFormat(T value, Span<byte> scratch, out int written);
}
