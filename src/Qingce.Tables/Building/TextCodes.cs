using System.Buffers.Binary;
using System.Text;

namespace Qingce.Tables;

/// <summary>
/// The distinct values of a text column, each with a code from 0 up. A value is kept once: Parquet's writer reserves room for every entry
/// of a dictionary but writes equal ones once, and what is left of the room would hold whatever the memory held before. Filled by one
/// thread; once filled it may be read by several.
/// </summary>
public sealed unsafe class TextCodes
{
    private readonly PinnedBuffer _bytes = new();
    private readonly PinnedBuffer _offsets = new();
    private int[] _slots = new int[16];
    private int _length;

    /// <summary>Makes an empty dictionary.</summary>
    public TextCodes()
    {
        _offsets.Ensure(8);
        _offsets.As<int>()[0] = 0;
        _bytes.Ensure(8);
    }

    /// <summary>Makes a dictionary of values, whose codes are their positions.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">A value comes twice, so that the codes would not be the positions.</exception>
    public TextCodes(IEnumerable<string> values)
        : this()
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (string value in values)
        {
            int count = Count;
            if (Add(value) != count)
            {
                throw new ArgumentException($"The value '{value}' comes twice.", nameof(values));
            }
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

    /// <summary>Adds a value if it is not there yet.</summary>
    /// <param name="value">Valid UTF-8.</param>
    /// <returns>Its code, which is that of the equal value where there is one.</returns>
    public int Add(ReadOnlySpan<byte> value)
    {
        int slot = SlotOf(value);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        _bytes.Ensure((long)_length + value.Length);
        value.CopyTo(_bytes.Span[_length..]);
        _length += value.Length;
        _offsets.Ensure(4L * (Count + 2));
        _offsets.As<int>()[Count + 1] = _length;
        _slots[slot] = ++Count;
        if (2 * Count > _slots.Length)
        {
            Spread();
        }

        return Count - 1;
    }

    /// <summary>Adds a value if it is not there yet.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its code, which is that of the equal value where there is one.</returns>
    public int Add(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(Encoding.UTF8.GetBytes(value));
    }

    internal PinnedBuffer Bytes => _bytes;

    internal PinnedBuffer Offsets => _offsets;

    internal int ByteLength => _length;

    /// <summary>The slot of a value, or the empty one where it would go.</summary>
    private int SlotOf(ReadOnlySpan<byte> value)
    {
        int mask = _slots.Length - 1;
        int slot = Hash(value) & mask;
        while (_slots[slot] is > 0 and int next && !this[next - 1].SequenceEqual(value))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Spread()
    {
        _slots = new int[4 * _slots.Length];
        for (int code = 0; code < Count; code++)
        {
            _slots[SlotOf(this[code])] = code + 1;
        }
    }

    // FNV-1a over words of eight bytes, then over the bytes that are left.
    private static int Hash(ReadOnlySpan<byte> value)
    {
        const ulong Prime = 1_099_511_628_211;
        unchecked
        {
            ulong hash = 14_695_981_039_346_656_037;
            for (; value.Length >= 8; value = value[8..])
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value)) * Prime;
                hash ^= hash >> 29;
            }

            foreach (byte next in value)
            {
                hash = (hash ^ next) * Prime;
            }

            return (int)(hash ^ (hash >> 32));
        }
    }
}
