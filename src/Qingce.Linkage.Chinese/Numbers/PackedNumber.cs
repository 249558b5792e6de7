using System.Numerics;
using System.Runtime.CompilerServices;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// Citizen numbers with a digit in each four bits, so that differences are found by one exclusive or: the fifteen digits that
/// both forms have, then the check character. From the highest bit: division 24 bits, year of two digits, month and day 24, sequence 12, check 4.
/// </summary>
internal static class PackedNumber
{
    private const ulong Ones = 0x1111_1111_1111_1111;

    /// <summary>Packs a number; 0 for none.</summary>
    public static ulong Of(CitizenNumber number)
    {
        var rest = number.ShortForm;
        ulong packed = 0;
        for (var shift = 4; shift < 64; shift += 4)
        {
            packed |= (ulong)(rest % 10) << shift;
            rest /= 10;
        }

        return number.IsNone ? 0 : packed | (number.CheckCharacter == 'X' ? 10UL : (ulong)(number.CheckCharacter - '0'));
    }

    /// <summary>A bit for each digit that differs, the lowest of its four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Differences(ulong left, ulong right)
    {
        var x = left ^ right;
        x |= x >> 2;
        return (x | (x >> 1)) & Ones;
    }

    /// <summary>True when the numbers are equal but for two neighbouring characters that changed places.</summary>
    public static bool AreSwapped(ulong left, ulong right, ulong differences)
    {
        var low = BitOperations.TrailingZeroCount(differences);
        if (BitOperations.PopCount(differences) != 2 || differences >> low != 0x11)
        {
            return false;
        }

        var a = (left >> low) & 0xFF;
        var b = (right >> low) & 0xFF;
        return a >> 4 == (b & 15) && b >> 4 == (a & 15);
    }
}
