using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Qingce.Linkage;

/// <summary>
/// A text in 64 bits: how many of its characters fall into each of sixteen classes, four bits each, 15 standing for 15 or more. Two
/// sketches bound how near the texts can be. Of a long text they are of what <see cref="Similarity"/> looks at.
/// </summary>
internal static class TextSketch
{
    private const ulong Low = 0x0F0F0F0F0F0F0F0F;

    // Of three digits, of which each has the class of its value.
    private static readonly ulong[] Threes = [.. Enumerable.Range(0, 1000).Select(three => (1UL << three % 10 * 4) + (1UL << three / 10 % 10 * 4) + (1UL << three / 100 * 4))];

    /// <summary>The sketch of a text; not 0 unless it is empty.</summary>
    public static ulong Of(ReadOnlySpan<int> text)
    {
        ulong sketch = 0;
        foreach (var code in Similarity.LookedAt(text))
        {
            // Digits fall into ten classes, and of neighbours in the alphabet no two into one.
            sketch = With(sketch, ClassOf(code));
        }

        return sketch;
    }

    /// <summary>A sketch of fifteen classes; the highest four bits tell the class of the first character.</summary>
    public static ulong WithFirst(ReadOnlySpan<int> text)
    {
        ulong sketch = 0;
        foreach (var code in Similarity.LookedAt(text))
        {
            sketch = With(sketch, Math.Min(ClassOf(code), 14));
        }

        return text.IsEmpty ? 0 : sketch | (ulong)ClassOf(text[0]) << 60;
    }

    /// <summary>Whether two texts of such sketches may begin alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeginAlike(ulong left, ulong right) => (left ^ right) >> 60 == 0;

    /// <summary>The sketch without the first character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WithoutFirst(ulong sketch) => sketch & ulong.MaxValue >> 4;

    /// <summary>As <see cref="WithFirst(ReadOnlySpan{int})"/>, of UTF-8.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>0 where it has characters of two or four bytes, or is empty.</returns>
    public static ulong WithFirst(ReadOnlySpan<byte> utf8)
    {
        ulong sketch = 0, first = 0;
        for (int at = 0, count = 0; at < utf8.Length && count < Similarity.Most; count++)
        {
            int code = utf8[at];
            if (code < 0x80)
            {
                at++;
            }
            else if (CodePoints.TryThree(utf8[at..], out code))
            {
                at += 3;
            }
            else
            {
                return 0;
            }

            var its = ClassOf(code);
            first = sketch == 0 ? (ulong)its << 60 : first;
            sketch = With(sketch, Math.Min(its, 14));
        }

        return sketch | first;
    }

    /// <summary>As <see cref="WithFirst(ReadOnlySpan{int})"/>, of the text of a cell.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>0 for one that is not of Han characters.</returns>
    public static ulong WithFirstOfHan(ulong cell)
    {
        ulong sketch = 0;
        if (Cell.TryFirstHan(cell, out var code))
        {
            var first = (ulong)ClassOf(code) << 60;
            for (; code != 0; cell = Cell.WithoutFirstHan(cell), code = Cell.TryFirstHan(cell, out var next) ? next : 0)
            {
                sketch += 1UL << Math.Min(ClassOf(code), 14) * 4;
            }

            sketch |= first;
        }

        return sketch;
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{int})"/>, of the text of a cell.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>0 for one that is not of digits, or of one digit more than fifteen times.</returns>
    public static ulong OfDigits(ulong cell)
    {
        var length = Cell.LengthOfDigits(cell, out var body, out var last);
        if (length == 0)
        {
            return 0;
        }

        // A class can hold the last fifteen digits, however they are; what is before them is added where that holds all.
        var (sketch, many) = (1UL << ClassOf(last == 10 ? 'X' : '0' + last) * 4, length - 1);
        sketch += OfLast(ref body, Math.Min(many, 14));
        var before = OfLast(ref body, Math.Max(0, many - 14));
        var (even, odd) = ((sketch & Low) + (before & Low), (sketch >> 4 & Low) + (before >> 4 & Low));
        return ((even | odd) & ~Low) == 0 ? even | odd << 4 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong With(ulong sketch, int its) => sketch + ((sketch >> its * 4 & 15) < 15 ? 1UL << its * 4 : 0);

    private static ulong OfLast(ref ulong body, int digits)
    {
        ulong sketch = 0;
        for (; digits >= 3; digits -= 3)
        {
            (body, var three) = Math.DivRem(body, 1000);
            sketch += Threes[three];
        }

        for (; digits > 0; digits--)
        {
            (body, var one) = Math.DivRem(body, 10);
            sketch += 1UL << (int)one * 4;
        }

        return sketch;
    }

    private static int ClassOf(int code) => (int)(unchecked((uint)code + (uint)(code >> 7) * 5) & 15);

    /// <summary>Characters of the text, where no class is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(ulong sketch) => (int)(unchecked(((sketch & Low) + (sketch >> 4 & Low)) * 0x0101010101010101) >> 56);

    /// <summary>Whether a class is full, so that the length is not known.</summary>
    public static bool IsFull(ulong sketch)
    {
        var full = sketch & sketch >> 1;
        return (full & full >> 2 & 0x1111111111111111) != 0;
    }

    /// <summary>How many characters each text has that the other one lacks, at least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Left, int Right) Unshared(ulong left, ulong right) =>
        Sse2.IsSupported ? UnsharedVectors(left, right) : UnsharedWords(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (int Left, int Right) UnsharedVectors(ulong left, ulong right)
    {
        var a = Vector128.Create(left & Low, left >> 4 & Low).AsByte();
        var b = Vector128.Create(right & Low, right >> 4 & Low).AsByte();
        var one = Sse2.SumAbsoluteDifferences(Sse2.SubtractSaturate(a, b), Vector128<byte>.Zero).AsUInt64();
        var two = Sse2.SumAbsoluteDifferences(Sse2.SubtractSaturate(b, a), Vector128<byte>.Zero).AsUInt64();
        return ((int)(one.ToScalar() + one.GetElement(1)), (int)(two.ToScalar() + two.GetElement(1)));
    }

    internal static (int Left, int Right) UnsharedWords(ulong left, ulong right)
    {
        var (one, two) = (0, 0);
        for (; (left | right) != 0; left >>= 4, right >>= 4)
        {
            var more = (int)(left & 15) - (int)(right & 15);
            one += Math.Max(0, more);
            two += Math.Max(0, -more);
        }

        return (one, two);
    }
}
