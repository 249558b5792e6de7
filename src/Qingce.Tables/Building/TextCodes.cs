using System.Text;

namespace Qingce.Tables;

/// <summary>The distinct values of a text column, each with a code from 0 up. Once filled it may be read by several threads.</summary>
public sealed unsafe class TextCodes
{
    private readonly PinnedBuffer _bytes = new();
    private readonly PinnedBuffer _offsets = new();
    private int _length;

    /// <summary>Makes an empty dictionary.</summary>
    public TextCodes()
    {
        _offsets.Ensure(8);
        _offsets.As<int>()[0] = 0;
        _bytes.Ensure(8);
    }

    /// <summary>Makes a dictionary of values, whose codes are their positions.</summary>
    /// <param name="values">The values, each once: with doubles Parquet stores the text of every row, which is right but slow and large.</param>
    public TextCodes(IEnumerable<string> values)
        : this()
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (string value in values)
        {
            Add(value);
        }
    }

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>The UTF-8 text of a code.</summary>
    /// <param name="code">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)code, (uint)Count);
            int* offsets = _offsets.As<int>();
            return new ReadOnlySpan<byte>(_bytes.Pointer + offsets[code], offsets[code + 1] - offsets[code]);
        }
    }

    /// <summary>Adds a value; whether it is there already is not looked at.</summary>
    /// <param name="value">Valid UTF-8.</param>
    /// <returns>Its code.</returns>
    public int Add(ReadOnlySpan<byte> value)
    {
        _bytes.Ensure((long)_length + value.Length);
        value.CopyTo(_bytes.Span[_length..]);
        _length += value.Length;
        _offsets.Ensure(4L * (Count + 2));
        _offsets.As<int>()[Count + 1] = _length;
        return Count++;
    }

    /// <summary>Adds a value; whether it is there already is not looked at.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its code.</returns>
    public int Add(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(Encoding.UTF8.GetBytes(value));
    }

    internal PinnedBuffer Bytes => _bytes;

    internal PinnedBuffer Offsets => _offsets;

    internal int ByteLength => _length;
}
