using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>
/// Distances of which one text has at most 64 characters, a bit a character (Myers 1999, in the form of Hyyrö 2003). They give what the
/// functions over whole rows in <see cref="Similarity"/> give.
/// </summary>
internal static class EditBits
{
    /// <param name="pattern">1 to 64 characters.</param>
    /// <param name="text">At least one character.</param>
    public static int Levenshtein(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text)
    {
        var positive = ulong.MaxValue;
        ulong negative = 0;
        var last = 1UL << (pattern.Length - 1);
        var distance = pattern.Length;
        foreach (var code in text)
        {
            var equal = Places(pattern, code);
            ulong diagonal;
            unchecked
            {
                diagonal = (((equal & positive) + positive) ^ positive) | equal | negative;
            }

            Step(diagonal, last, ref positive, ref negative, ref distance);
        }

        return distance;
    }

    /// <summary>With swaps of neighbours (optimal string alignment).</summary>
    /// <param name="pattern">1 to 64 characters.</param>
    /// <param name="text">At least one character.</param>
    public static int WithSwaps(ReadOnlySpan<int> pattern, ReadOnlySpan<int> text)
    {
        var positive = ulong.MaxValue;
        ulong negative = 0, diagonal = 0, before = 0;
        var last = 1UL << (pattern.Length - 1);
        var distance = pattern.Length;
        foreach (var code in text)
        {
            var equal = Places(pattern, code);
            var swapped = ((~diagonal & equal) << 1) & before;
            unchecked
            {
                diagonal = (((equal & positive) + positive) ^ positive) | equal | negative | swapped;
            }

            Step(diagonal, last, ref positive, ref negative, ref distance);
            before = equal;
        }

        return distance;
    }

    /// <summary>Goes through the left text.</summary>
    /// <param name="left">1 to 64 characters.</param>
    /// <param name="right">1 to 64 characters, not more than the left one.</param>
    public static double Jaro(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var reach = Math.Max(0, left.Length / 2 - 1);
        Span<int> matched = stackalloc int[64];
        ulong used = 0;
        var common = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var from = i - reach;
            var to = i + reach;
            var within = (to >= 63 ? ulong.MaxValue : (1UL << (to + 1)) - 1) & (from <= 0 ? ulong.MaxValue : ulong.MaxValue << from);
            var free = from > 63 ? 0 : Places(right, left[i]) & ~used & within;
            if (free != 0)
            {
                used |= free & unchecked(~free + 1);
                matched[common++] = left[i];
            }
        }

        var moved = 0;
        for (var (rest, k) = (used, 0); rest != 0; rest &= rest - 1, k++)
        {
            moved += matched[k] == right[BitOperations.TrailingZeroCount(rest)] ? 0 : 1;
        }

        return Similarity.JaroOf(common, moved, left.Length, right.Length);
    }

    private static void Step(ulong diagonal, ulong last, ref ulong positive, ref ulong negative, ref int distance)
    {
        var up = negative | ~(diagonal | positive);
        var down = positive & diagonal;
        distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
        up = (up << 1) | 1;
        down <<= 1;
        positive = down | ~(diagonal | up);
        negative = up & diagonal;
    }

    /// <summary>The bits of the places at which a character stands.</summary>
    /// <param name="pattern">At most 64 characters.</param>
    /// <param name="code">The character.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Places(ReadOnlySpan<int> pattern, int code) =>
        Vector256.IsHardwareAccelerated ? PlacesByVectors(pattern, code) : PlacesOneByOne(pattern, code, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PlacesByVectors(ReadOnlySpan<int> pattern, int code)
    {
        ulong places = 0;
        var i = 0;
        ref var first = ref MemoryMarshal.GetReference(pattern);
        for (var wanted = Vector256.Create(code); i + 8 <= pattern.Length; i += 8)
        {
            places |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)i), wanted).ExtractMostSignificantBits() << i;
        }

        return places | PlacesOneByOne(pattern, code, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PlacesOneByOne(ReadOnlySpan<int> pattern, int code, int from)
    {
        ulong places = 0;
        for (var i = from; i < pattern.Length; i++)
        {
            places |= pattern[i] == code ? 1UL << i : 0;
        }

        return places;
    }
}
