namespace Qingce.Tables;

/// <summary>Collects 64-bit whole numbers.</summary>
public sealed unsafe class Int64Builder : ColumnBuilder
{
    private readonly PinnedBuffer _values = new();

    internal Int64Builder(ColumnSpec spec)
        : base(spec)
    {
    }

    /// <summary>Appends a value.</summary>
    /// <param name="value">Any number.</param>
    public void Append(long value)
    {
        MarkValue();
        _values.Ensure(8L * (Count + 1));
        _values.As<long>()[Count++] = value;
    }

    internal PinnedBuffer Values => _values;

    internal long this[int row] => _values.As<long>()[row];

    private protected override void AppendNothing()
    {
        _values.Ensure(8L * (Count + 1));
        _values.As<long>()[Count] = 0;
    }

    private protected override void ClearValues()
    {
    }
}
