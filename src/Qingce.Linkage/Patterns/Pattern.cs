using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// The levels that hold for a pair, four bits a comparison, the first comparison lowest. 0 is missing, n the n-th level.
/// </summary>
public static class Pattern
{
    /// <summary>Bits of one comparison.</summary>
    public const int Bits = 4;

    /// <summary>The level of a comparison, 0 for missing.</summary>
    /// <param name="pattern">Levels of all comparisons.</param>
    /// <param name="comparison">0-based place in the model.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Level(ulong pattern, int comparison) => (int)((pattern >> (comparison * Bits)) & 15);

    /// <summary>A level at its place, to be combined with others by <c>|</c>.</summary>
    /// <param name="comparison">0-based place in the model.</param>
    /// <param name="level">1-based level; 0 for missing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(int comparison, int level) => (ulong)(uint)level << (comparison * Bits);

    /// <summary>All bits of a comparison.</summary>
    /// <param name="comparison">0-based place in the model.</param>
    public static ulong Mask(int comparison) => 15UL << (comparison * Bits);
}
