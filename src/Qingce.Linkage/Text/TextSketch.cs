using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Qingce.Linkage;

/// <summary>
/// A text in 64 bits: how many of its characters fall into each of sixteen classes, four bits each, 15 standing for 15 or more. Two
/// sketches bound how near the texts can be.
/// </summary>
internal static class TextSketch
{
    private const ulong Low = 0x0F0F0F0F0F0F0F0F;

    /// <summary>The sketch of a text; not 0 unless it is empty.</summary>
    public static ulong Of(ReadOnlySpan<int> text)
    {
        ulong sketch = 0;
        foreach (var code in text)
        {
            // Digits fall into ten classes, and of neighbours in the alphabet no two into one.
            var shift = ClassOf(code) * 4;
            sketch += (sketch >> shift & 15) < 15 ? 1UL << shift : 0;
        }

        return sketch;
    }

    /// <summary>A sketch of fifteen classes; the highest four bits tell the class of the first character.</summary>
    public static ulong WithFirst(ReadOnlySpan<int> text)
    {
        ulong sketch = 0;
        foreach (var code in text)
        {
            var shift = Math.Min(ClassOf(code), 14) * 4;
            sketch += (sketch >> shift & 15) < 15 ? 1UL << shift : 0;
        }

        return text.IsEmpty ? 0 : sketch | (ulong)ClassOf(text[0]) << 60;
    }

    /// <summary>Whether two texts of such sketches may begin alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeginAlike(ulong left, ulong right) => (left ^ right) >> 60 == 0;

    /// <summary>The sketch without the first character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WithoutFirst(ulong sketch) => sketch & ulong.MaxValue >> 4;

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
