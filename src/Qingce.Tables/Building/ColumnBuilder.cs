namespace Qingce.Tables;

/// <summary>Collects the values of one column of a <see cref="BatchBuilder"/>. Not safe for several threads.</summary>
public abstract unsafe class ColumnBuilder
{
    private readonly PinnedBuffer _validity = new();

    private protected ColumnBuilder(ColumnSpec spec) => Spec = spec;

    /// <summary>Name and type of the column.</summary>
    public ColumnSpec Spec { get; }

    /// <summary>Number of values appended, nulls among them.</summary>
    public int Count { get; private protected set; }

    internal int NullCount { get; private set; }

    /// <summary>One bit a row, least significant first, 1 where there is a value. Only meaningful where <see cref="NullCount"/> is above 0.</summary>
    internal PinnedBuffer Validity => _validity;

    /// <summary>Appends a row without a value.</summary>
    public void AppendNull()
    {
        MarkNull();
        AppendNothing();
        Count++;
    }

    /// <summary>Forgets all values and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        NullCount = 0;
        ClearValues();
    }

    internal bool IsNull(int row) => NullCount > 0 && (_validity.Pointer[row >> 3] >> (row & 7) & 1) == 0;

    /// <summary>Marks the row about to be appended as having a value.</summary>
    private protected void MarkValue()
    {
        if (NullCount > 0)
        {
            int at = Count >> 3;
            if ((Count & 7) == 0)
            {
                _validity.Ensure(at + 1);
                _validity.Pointer[at] = 1;
            }
            else
            {
                _validity.Pointer[at] = (byte)(_validity.Pointer[at] | 1 << (Count & 7));
            }
        }
    }

    private void MarkNull()
    {
        int at = Count >> 3;
        _validity.Ensure(at + 1);
        if (NullCount++ == 0)
        {
            new Span<byte>(_validity.Pointer, at).Fill(0xFF);
            _validity.Pointer[at] = (byte)((1 << (Count & 7)) - 1);
        }
        else if ((Count & 7) == 0)
        {
            _validity.Pointer[at] = 0;
        }
    }

    private protected abstract void AppendNothing();

    private protected abstract void ClearValues();
}
