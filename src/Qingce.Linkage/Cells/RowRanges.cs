using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Consecutive rows in parts, and a quick way to the part of a row.</summary>
internal sealed class RowRanges
{
    private const int Bits = 10;
    private readonly int[] _firstRows;
    private readonly int[] _parts;

    /// <summary>Prepares the ranges.</summary>
    /// <param name="firstRows">The first row of each part, ascending from 0.</param>
    /// <param name="rows">Number of rows.</param>
    public RowRanges(int[] firstRows, int rows)
    {
        _firstRows = [.. firstRows, int.MaxValue];
        _parts = new int[(rows >> Bits) + 1];
        for (int i = 0, part = 0; i < _parts.Length; i++)
        {
            while (part + 1 < firstRows.Length && _firstRows[part + 1] <= i << Bits)
            {
                part++;
            }

            _parts[i] = part;
        }
    }

    /// <summary>The 0-based place of a row in a part; below 0 when it is in another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PlaceIn(int part, int row) => row < _firstRows[part + 1] ? row - _firstRows[part] : -1;

    /// <summary>The part of a row.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="place">Its 0-based place in the part.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int row, out int place)
    {
        var part = _parts[row >> Bits];
        while (_firstRows[part + 1] <= row)
        {
            part++;
        }

        place = row - _firstRows[part];
        return part;
    }
}
