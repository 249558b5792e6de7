using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>In which columns two packed rows have equal values: a bit a column, the first lowest. Two missing values are not equal.</summary>
internal static class RowMasks
{
    /// <summary>The mask, by the fastest means there are.</summary>
    /// <param name="left">The first word of a row.</param>
    /// <param name="right">The first word of another row.</param>
    /// <param name="width">Words of a row, a multiple of four.</param>
    /// <param name="present">The columns in which both have a value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(ref readonly ulong left, ref readonly ulong right, int width, out uint present) =>
        Vector256.IsHardwareAccelerated ? Vectors(in left, in right, width, out present) : Words(in left, in right, width, out present);

    /// <summary>The mask, four words at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Vectors(ref readonly ulong left, ref readonly ulong right, int width, out uint present)
    {
        present = (uint)(left & right);
        var equal = Vector256.Equals(Vector256.LoadUnsafe(in left), Vector256.LoadUnsafe(in right)).ExtractMostSignificantBits();
        for (var i = 4; i < width; i += 4)
        {
            equal |= Vector256.Equals(Vector256.LoadUnsafe(in left, (nuint)i), Vector256.LoadUnsafe(in right, (nuint)i)).ExtractMostSignificantBits() << i;
        }

        return (equal >> 1) & present;
    }

    /// <summary>The mask, a word at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Words(ref readonly ulong left, ref readonly ulong right, int width, out uint present)
    {
        present = (uint)(left & right);
        uint equal = 0;
        for (var i = 1; i < width; i++)
        {
            equal |= Unsafe.Add(ref Unsafe.AsRef(in left), i) == Unsafe.Add(ref Unsafe.AsRef(in right), i) ? 1U << (i - 1) : 0;
        }

        return equal & present;
    }
}
