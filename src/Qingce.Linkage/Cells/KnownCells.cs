using System.Buffers.Binary;

namespace Qingce.Linkage;

/// <summary>
/// The cells of values that came before in a column, so that what repeats is cleaned once: each short value has one place, which the last one
/// holds. Gives up where next to nothing repeats.
/// </summary>
internal sealed class KnownCells
{
    private const int Places = 1 << 10;
    private const int Longest = 16;
    private const int Trial = 2048;
    private readonly Known[] _known = new Known[Places];
    private int _tried;
    private int _found;

    /// <summary>The cell that a value had before.</summary>
    public bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = 0;
        if (value.Length is 0 or > Longest || IsIdle)
        {
            return false;
        }

        _tried++;
        var (low, high) = Read(value);
        ref var known = ref _known[PlaceOf(low, high)];
        if (known.Length != value.Length || known.Low != low || known.High != high)
        {
            return false;
        }

        _found++;
        cell = known.Cell;
        return true;
    }

    /// <summary>Keeps the cell of a value, which is not a long one.</summary>
    public void Keep(ReadOnlySpan<byte> value, ulong cell)
    {
        if (value.Length is > 0 and <= Longest && !IsIdle)
        {
            var (low, high) = Read(value);
            _known[PlaceOf(low, high)] = new Known(low, high, cell, value.Length);
        }
    }

    private bool IsIdle => _tried >= Trial && _found < _tried / 4;

    private static int PlaceOf(ulong low, ulong high) => (int)(unchecked((low ^ high * 0x9FB21C651E98DF25UL) * 0x9E3779B97F4A7C15UL) >> 54);

    private static (ulong Low, ulong High) Read(ReadOnlySpan<byte> value)
    {
        if (value.Length >= 8)
        {
            return (BinaryPrimitives.ReadUInt64LittleEndian(value), BinaryPrimitives.ReadUInt64LittleEndian(value[^8..]));
        }

        ulong low = 0;
        for (var i = 0; i < value.Length; i++)
        {
            low |= (ulong)value[i] << (8 * i);
        }

        return (low, 0);
    }

    private readonly record struct Known(ulong Low, ulong High, ulong Cell, int Length);
}
