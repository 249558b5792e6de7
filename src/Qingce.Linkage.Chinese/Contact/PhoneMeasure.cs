using System.Numerics;

namespace Qingce.Linkage.Chinese;

/// <summary><c>chinese-phone</c>: 1 for numbers that one typing error tells apart (a digit, two neighbours in each other's place, a digit too many), else 2.</summary>
internal sealed class PhoneMeasure : Measure
{
    /// <summary>The greatest distance: within it are any two numbers.</summary>
    public const double Different = 2;

    private const double Slip = 1;
    private const int MostSketched = 15;
    private const ulong Digits = (1UL << 60) - 1, Ones = 0x0111_1111_1111_1111;

    public override string Name => "chinese-phone";

    public override bool IsSimilarity => false;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text.Length <= right.Text.Length ? left.Text : right.Text;
        var b = left.Text.Length <= right.Text.Length ? right.Text : left.Text;
        if (b.Length - a.Length > 1)
        {
            return Different;
        }

        var start = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
        {
            return a[start..].SequenceEqual(b[(start + 1)..]) ? Slip : Different;
        }

        if (start == a.Length || a[(start + 1)..].SequenceEqual(b[(start + 1)..]))
        {
            return Slip;
        }

        return AreSwapped(a, b, start) ? Slip : Different;
    }

    public override bool HasSketch => true;

    // The digits, four bits each, and above them how many there are; more than a sketch holds are told by texts alone.
    public override ulong Sketch(in CellValue value)
    {
        ulong sketch = 0;
        foreach (var code in value.Text)
        {
            sketch = sketch << 4 | (uint)code & 15;
        }

        return value.Text.Length is 0 or > MostSketched || value.Text.ContainsAnyExceptInRange('0', '9') ? ulong.MaxValue : sketch & Digits | (ulong)value.Text.Length << 60;
    }

    public override ulong Sketch(ulong cell) =>
        Cell.TryNumber(cell, out var number, out var length) && length <= MostSketched ? FourDigits.Code((ulong)number) | (ulong)length << 60 : 0;

    public override double Best(ulong left, ulong right, out bool isExact)
    {
        if (left == ulong.MaxValue || right == ulong.MaxValue)
        {
            isExact = false;
            return Slip;
        }

        var longer = (int)(left >> 60) - (int)(right >> 60);
        var apart = (left ^ right) & Digits;
        apart |= apart >> 2;
        apart = (apart | apart >> 1) & Ones;
        isExact = longer != 0 ? longer is not (1 or -1) : BitOperations.PopCount(apart) > 2;
        return isExact ? Different : Slip;
    }

    private static bool AreSwapped(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int start) =>
        start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
}
