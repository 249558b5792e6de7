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
