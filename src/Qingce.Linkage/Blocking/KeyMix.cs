using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Spreads the bits of blocking keys.</summary>
public static class KeyMix
{
    /// <summary>A bijection of 64 bits in which each bit of the result depends on each bit of the key (David Stafford's variant 13).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong key)
    {
        unchecked
        {
            key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9UL;
            key = (key ^ (key >> 27)) * 0x94D049BB133111EBUL;
            return key ^ (key >> 31);
        }
    }

    /// <summary>
    /// A key in 32 bits, as blocks know it. Two keys that have the same are one block: a few pairs more are compared, by every rule alike.
    /// </summary>
    /// <param name="key">Not 0.</param>
    /// <returns>Not 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Fold(ulong key) => Math.Max(1, (uint)(Of(key) >> 32));

    /// <summary>Writes keys in 32 bits, each once.</summary>
    /// <returns>How many there are.</returns>
    internal static int Shorten(ReadOnlySpan<ulong> keys, Span<uint> shortened)
    {
        var count = 0;
        foreach (var key in keys)
        {
            if (Fold(key) is var one && !shortened[..count].Contains(one))
            {
                shortened[count++] = one;
            }
        }

        return count;
    }

    /// <summary>Combines two keys into one; the order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong first, ulong second)
    {
        unchecked
        {
            return Of(Of(first) + 0x9E3779B97F4A7C15UL + second);
        }
    }
}
