using System.Numerics;

namespace Qingce.Standards;

public readonly partial record struct CitizenNumber
{
    /// <summary>How many of the 18 characters differ. 18 when one of them is no number.</summary>
    public static int Distance(CitizenNumber left, CitizenNumber right)
    {
        if (left.IsNone || right.IsNone)
        {
            return Length;
        }

        return BitOperations.PopCount(Differences(left, right));
    }

    /// <summary>
    /// True when exactly one character differs. One of two such numbers is always faulty, since the check character
    /// notices every single slip.
    /// </summary>
    public static bool DigitSlip(CitizenNumber left, CitizenNumber right) => Distance(left, right) == 1;

    /// <summary>
    /// True when exactly one of the first 17 digits differs and each number has its right check character: a slip made
    /// before the check character was computed.
    /// </summary>
    public static bool DigitSlipRechecked(CitizenNumber left, CitizenNumber right) =>
        !left.IsNone && !right.IsNone && left.HasRightCheck && right.HasRightCheck
        && BitOperations.PopCount(Differences(left, right) & ~1u) == 1;

    /// <summary>True when the numbers are equal but for two neighbouring characters that have changed places.</summary>
    public static bool AdjacentSwap(CitizenNumber left, CitizenNumber right)
    {
        if (left.IsNone || right.IsNone)
        {
            return false;
        }

        var differences = Differences(left, right);
        var low = BitOperations.TrailingZeroCount(differences);
        if (differences == 0 || differences != 3u << low)
        {
            return false;
        }

        Span<byte> a = stackalloc byte[Length];
        Span<byte> b = stackalloc byte[Length];
        left.TryFormat(a, out _);
        right.TryFormat(b, out _);
        var at = Length - 1 - low;
        return a[at] == b[at - 1] && a[at - 1] == b[at];
    }

    /// <summary>
    /// True for two people of one division and birth date whose sequences follow each other (next of either sex, or next
    /// of the same sex): what twins registered together get, and no sign of an error.
    /// </summary>
    public static bool AdjacentSequences(CitizenNumber left, CitizenNumber right) =>
        !left.IsNone && !right.IsNone && left.Body / 1000 == right.Body / 1000
        && Math.Abs(left.Sequence - right.Sequence) is 1 or 2;

    /// <summary>True when one could be the 15-digit form of the other: equal but for the century and the check character.</summary>
    public static bool SameShortForm(CitizenNumber left, CitizenNumber right) =>
        !left.IsNone && !right.IsNone && left.ShortForm == right.ShortForm;

    // Bit 0 is the check character, bit 17 the first digit.
    private static uint Differences(CitizenNumber left, CitizenNumber right)
    {
        var differences = left.LastDigit == right.LastDigit ? 0u : 1u;
        var a = left.Body;
        var b = right.Body;
        for (var bit = 2u; a != b; bit <<= 1)
        {
            if (a % 10 != b % 10)
            {
                differences |= bit;
            }

            a /= 10;
            b /= 10;
        }

        return differences;
    }
}
