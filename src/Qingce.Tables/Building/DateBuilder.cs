namespace Qingce.Tables;

/// <summary>Collects calendar days.</summary>
public sealed unsafe class DateBuilder : ColumnBuilder
{
    private readonly PinnedBuffer _values = new();

    internal DateBuilder(ColumnSpec spec)
        : base(spec)
    {
    }

    /// <summary>Appends a value.</summary>
    /// <param name="days">Days since 1970-01-01; <see cref="DateColumn.Null"/> appends a null.</param>
    public void Append(int days)
    {
        if (days == DateColumn.Null)
        {
            AppendNull();
            return;
        }

        MarkValue();
        _values.Ensure(4L * (Count + 1));
        _values.As<int>()[Count++] = days;
    }

    internal PinnedBuffer Values => _values;

    internal int this[int row] => _values.As<int>()[row];

    private protected override void AppendNothing()
    {
        _values.Ensure(4L * (Count + 1));
        _values.As<int>()[Count] = 0;
    }

    private protected override void ClearValues()
    {
    }
}
