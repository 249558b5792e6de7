using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qingce.Linkage;

/// <summary>Texts of Chinese characters of the common block, U+4E00 to U+9FFF, and digits alone: most names and addresses, and no kind of text changes them.</summary>
internal static class HanAndDigits
{
    private const int Longest = 61;
    private const byte FirstLead = 0xE4, LastLead = 0xE9, FirstTail = 0x80, LastTail = 0xBF, FirstBehindFirst = 0xB8;

    /// <summary>Whether a text is one of them, by the fastest means there are.</summary>
    /// <param name="value">Bytes; longer ones than 61 are said to be none.</param>
    public static bool Are(ReadOnlySpan<byte> value) =>
        Vector128.IsHardwareAccelerated && value.Length is >= 16 and <= Longest ? AreVectors(value) : AreBytes(value);

    /// <summary>The same, sixteen bytes at a time.</summary>
    /// <param name="value">16 to 61 bytes.</param>
    public static bool AreVectors(ReadOnlySpan<byte> value)
    {
        ulong digits = 0, leads = 0, tails = 0, first = 0, behindFirst = 0;
        for (var at = 0; ; at = Math.Min(at + 16, value.Length - 16))
        {
            var bytes = Vector128.Create(value.Slice(at, 16));
            digits |= Between(bytes, (byte)'0', (byte)'9') << at;
            leads |= Between(bytes, FirstLead, LastLead) << at;
            tails |= Between(bytes, FirstTail, LastTail) << at;
            first |= (ulong)Vector128.Equals(bytes, Vector128.Create(FirstLead)).ExtractMostSignificantBits() << at;
            behindFirst |= Between(bytes, FirstBehindFirst, LastTail) << at;
            if (at == value.Length - 16)
            {
                break;
            }
        }

        return (digits | leads | tails) == (1UL << value.Length) - 1 && tails == (leads << 1 | leads << 2) && (first << 1 & ~behindFirst) == 0;
    }

    /// <summary>The same, a byte at a time.</summary>
    public static bool AreBytes(ReadOnlySpan<byte> value)
    {
        if (value.Length > Longest)
        {
            return false;
        }

        for (var at = 0; at < value.Length;)
        {
            if (value[at] is >= (byte)'0' and <= (byte)'9')
            {
                at++;
            }
            else if (Cleaning.IsHan(value[at..]))
            {
                at += 3;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Between(Vector128<byte> bytes, byte from, byte to) =>
        Vector128.LessThanOrEqual(bytes - Vector128.Create(from), Vector128.Create((byte)(to - from))).ExtractMostSignificantBits();
}
