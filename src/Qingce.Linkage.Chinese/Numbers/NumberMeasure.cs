using System.Numerics;

namespace Qingce.Linkage.Chinese;

/// <summary><c>citizen-number</c>: how two numbers agree, as one of the grades of <see cref="NumberGrade"/>, or 0.</summary>
internal sealed class NumberMeasure : Measure
{
    private const int Length = 18, MostSlips = 4, MostApart = 100, MostOfBirth = 2;

    /// <summary>The characters of year, without the century, month and day.</summary>
    private const uint BirthOfBody = 0x3F << 8;
    private const ulong Whole = 1UL << 63, RightCheck = 1UL << 62, OtherForm = 1UL << 61;
    private const ulong DigitsOfSketch = (1UL << 60) - 1, BirthOfSketch = 0xFFFFFFUL << 12;

    public override string Name => "citizen-number";

    public override bool IsSimilarity => true;

    public override double Between(in CellValue left, in CellValue right)
    {
        var a = left.Text;
        var b = right.Text;
        return a.Length == Length && b.Length == Length ? Between(a, b)
            : Similarity.EditDistance(a, b) == 1 ? NumberGrade.Slip
            : NumberGrade.FaultyOther;
    }

    public override bool TryBetween(ulong left, ulong right, out double measured)
    {
        measured = 0;
        if (!Cell.IsDigits(left) || !Cell.IsDigits(right))
        {
            return false;
        }

        Span<int> a = stackalloc int[Cell.MostInline];
        Span<int> b = stackalloc int[Cell.MostInline];
        if (Cell.Decode(left, a) != Length || Cell.Decode(right, b) != Length)
        {
            return false;
        }

        measured = Between(a, b);
        return true;
    }

    public override bool HasSketch => true;

    // Division, birth date without the century and sequence, four bits a digit; above them what kind of number it is.
    public override ulong Sketch(in CellValue value)
    {
        var text = value.Text;
        if (text.Length != Length)
        {
            return OtherForm;
        }

        ulong sketch = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sketch = i is 6 or 7 ? sketch : sketch << 4 | (uint)text[i] & 15;
        }

        return sketch | (HasRightCheck(text) ? Whole | RightCheck : Whole);
    }

    public override ulong Sketch(ulong cell)
    {
        if (Cell.LengthOfDigits(cell, out var body) != Length)
        {
            return 0;
        }

        var sketch = FourDigits.Code(body / 100_000_000_000) << 36 | FourDigits.Code(body % 1_000_000_000);
        return sketch | (FourDigits.CheckOf(body) == Cell.LastOfDigits(cell, body) ? Whole | RightCheck : Whole);
    }

    public override double Best(ulong left, ulong right, out bool isExact)
    {
        isExact = false;
        if ((left & right & Whole) == 0)
        {
            return NumberGrade.Slip;
        }

        var apart = (left ^ right) & DigitsOfSketch;
        apart |= apart >> 2;
        apart = (apart | apart >> 1) & 0x0111_1111_1111_1111;
        if (BitOperations.PopCount(apart) <= MostSlips || BitOperations.PopCount(apart >> 12) <= 2)
        {
            return NumberGrade.Slip;
        }

        if ((apart & ~BirthOfSketch) == 0)
        {
            return NumberGrade.OtherBirth;
        }

        isExact = true;
        return (left & right & RightCheck) == 0 ? NumberGrade.FaultyOther : BitOperations.PopCount(apart & BirthOfSketch) <= MostOfBirth ? NumberGrade.OneBirth : 0;
    }

    /// <summary>True when the last character is the one that GB 11643 computes.</summary>
    internal static bool HasRightCheck(ReadOnlySpan<int> number)
    {
        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var digit = number[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            sum += digit * weights[i];
        }

        return number[^1] == "10X98765432"[sum % 11];
    }

    private static double Between(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        uint differences = 0;
        for (var i = 0; i < Length; i++)
        {
            differences |= a[i] != b[i] ? 1u << i : 0;
        }

        var body = differences & 0x1FFFF;
        var wrong = BitOperations.PopCount(differences) <= 2 || body >> 14 << 14 == body ? !HasRightCheck(a) || !HasRightCheck(b) : (bool?)null;
        if (wrong == true && (BitOperations.PopCount(differences) == 1 || AreSwapped(a, b, differences)))
        {
            return NumberGrade.Slip;
        }

        // The first fourteen digits are division and birth date.
        if (body >> 14 << 14 == body)
        {
            return body == 0 ? NumberGrade.Slip : wrong == true ? NumberGrade.OneSequenceFaulty : NumberGrade.OneSequence;
        }

        if (wrong is not null && (BitOperations.PopCount(body) == 1 || AreSwapped(a, b, differences)))
        {
            return NumberGrade.SlipRechecked;
        }

        // Two slips that make the number of a neighbour in the sequence are rarer than twins with a slip in one number.
        if (body >> 14 != 0 && BitOperations.PopCount(body & 0x3FFF) <= 2 && Math.Abs(SequenceOf(a) - SequenceOf(b)) < MostApart)
        {
            return wrong ?? !(HasRightCheck(a) && HasRightCheck(b)) ? NumberGrade.OneSequenceFaulty : NumberGrade.OneSequence;
        }

        return (body & ~(0xFFu << 6)) == 0 ? NumberGrade.OtherBirth
            : HasRightCheck(a) && HasRightCheck(b) ? BitOperations.PopCount(body & BirthOfBody) <= MostOfBirth ? NumberGrade.OneBirth : 0
            : BitOperations.PopCount(differences) <= MostSlips ? NumberGrade.Faulty
            : NumberGrade.FaultyOther;
    }

    private static int SequenceOf(ReadOnlySpan<int> number) => (number[14] - '0') * 100 + (number[15] - '0') * 10 + number[16] - '0';

    private static bool AreSwapped(ReadOnlySpan<int> a, ReadOnlySpan<int> b, uint differences)
    {
        var first = BitOperations.TrailingZeroCount(differences);
        return differences == 3u << first && a[first] == b[first + 1] && a[first + 1] == b[first];
    }
}
