namespace Qingce.Tables;

/// <summary>Collects 64-bit floating-point numbers.</summary>
public sealed unsafe class DoubleBuilder : ColumnBuilder
{
    private readonly PinnedBuffer _values = new();

    internal DoubleBuilder(ColumnSpec spec)
        : base(spec)
    {
    }

    /// <summary>Appends a value.</summary>
    /// <param name="value">Any number.</param>
    public void Append(double value)
    {
        MarkValue();
        _values.Ensure(8L * (Count + 1));
        _values.As<double>()[Count++] = value;
    }

    internal PinnedBuffer Values => _values;

    internal double this[int row] => _values.As<double>()[row];

    private protected override void AppendNothing()
    {
        _values.Ensure(8L * (Count + 1));
        _values.As<double>()[Count] = 0;
    }

    private protected override void ClearValues()
    {
    }
}
