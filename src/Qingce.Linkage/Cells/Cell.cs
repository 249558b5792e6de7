using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// A value of a column in 64 bits. Two values of a column are equal when their cells are. Short texts, Han names of up to four
/// characters and numbers of up to eighteen digits stand in the cell itself; of a longer text the cell is a hash of 62 bits, and the
/// text lies in the heap of its <see cref="LinkTable"/>. 0 is missing.
/// </summary>
public static class Cell
{
    /// <summary>The cell of a missing value.</summary>
    public const ulong Missing = 0;

    /// <summary>The most code points that stand in a cell itself.</summary>
    public const int MostInline = 18;

    // The two highest bits tell what the others are. Letters and bytes share a tag and are told apart by the next bit.
    private const ulong Han = 1UL << 62, Digits = 2UL << 62, Short = 3UL << 62, Letters = Short | 1UL << 61, Tag = 3UL << 62;
    private const int FirstHan = 0x4E00, LastHan = 0x9FFF, MostHan = 4, HanBits = 15;
    private const int MostLetters = 12, LetterBits = 5, MostBytes = 7, MostDigits = 18;
    private static readonly ulong[] DigitStarts = StartsOfDigits();
    private static readonly byte[] MostDigitsOfBits = [.. Enumerable.Range(0, 65).Select(MostDigitsOf)];

    /// <summary>Whether the text of a cell lies in the heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLong(ulong cell) => cell != Missing && (cell & Tag) == 0;

    /// <summary>Whether the cell is a number: digits, the last of which may be an X.</summary>
    public static bool IsDigits(ulong cell) => (cell & Tag) == Digits;

    /// <summary>Whether the cell is one to four Han characters of the basic block, U+4E00 to U+9FFF.</summary>
    public static bool IsHan(ulong cell) => (cell & Tag) == Han;

    /// <summary>The first character of a cell of up to four Han characters.</summary>
    /// <returns>False for any other cell.</returns>
    internal static bool TryFirstHan(ulong cell, out int character)
    {
        character = FirstHan - 1 + (int)(cell & (1 << HanBits) - 1);
        return (cell & Tag) == Han;
    }

    /// <summary>A cell of Han characters without its first one; no such cell where there is no other.</summary>
    internal static ulong WithoutFirstHan(ulong cell) => (cell & ~Tag) >> HanBits is not 0 and var rest ? Han | rest : Missing;

    /// <summary>The cell of a text.</summary>
    /// <param name="text">Valid UTF-8, cleaned; empty is missing.</param>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return Missing;
        }

        var first = text[0];
        if (first is >= (byte)'0' and <= (byte)'9' && text.Length <= MostDigits && OfDigits(text) is not 0 and var digits)
        {
            return digits;
        }

        if (first >= 0xE4 && text.Length <= 3 * MostHan && OfHan(text) is not 0 and var han)
        {
            return han;
        }

        if (text.Length <= MostBytes)
        {
            ulong bytes = 0;
            for (var i = 0; i < text.Length; i++)
            {
                bytes |= (ulong)text[i] << (8 * i);
            }

            return Short | bytes;
        }

        return text.Length <= MostLetters && OfLetters(text) is not 0 and var letters ? letters : OfHash(text);
    }

    /// <summary>The cell of a number, as that of its text.</summary>
    /// <param name="body">The digits before the last one, read as decimal.</param>
    /// <param name="last">The last digit, or 10 for an X.</param>
    /// <param name="length">How many digits there are with the last one and with zeros at the beginning, 1 to 18.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfDigits(ulong body, int last, int length) => Digits | (DigitStarts[length] + body * 11 + (ulong)last);

    /// <summary>Writes the code points of a cell whose text stands in it.</summary>
    /// <param name="cell">Neither missing nor long.</param>
    /// <param name="text">Room for <see cref="MostInline"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Decode(ulong cell, Span<int> text)
    {
        if ((cell & Tag) == Han)
        {
            var length = 0;
            for (var rest = cell & ~Tag; rest != 0; rest >>= HanBits)
            {
                text[length++] = FirstHan - 1 + (int)(rest & (1 << HanBits) - 1);
            }

            return length;
        }

        if ((cell & Tag) == Digits)
        {
            return DecodeDigits(cell & ~Tag, text);
        }

        if ((cell & Letters) == Letters)
        {
            var length = 0;
            for (var rest = cell & ~Letters; rest != 0; rest >>= LetterBits)
            {
                text[length++] = LetterOf((int)(rest & 31));
            }

            return length;
        }

        return DecodeBytes(cell & ~Tag, text);
    }

    /// <summary>The number that the digits of a cell are, read as decimal, and how many digits there are.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="number">The number; 0 when there is none.</param>
    /// <param name="length">1 to 18 digits; 0 when there is none.</param>
    /// <returns>False for a cell that is not digits alone.</returns>
    public static bool TryNumber(ulong cell, out long number, out int length)
    {
        (number, length) = (0, 0);
        if (!IsDigits(cell))
        {
            return false;
        }

        var value = ValueOfDigits(cell & ~Tag, out length);
        var (rest, last) = (value / 11, value % 11);
        if (last == 10)
        {
            length = 0;
            return false;
        }

        number = (long)(rest * 10 + last);
        return true;
    }

    /// <summary>How many characters a cell of digits has, and the number that all but the last are.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="body">The number; 0 when there is none.</param>
    /// <returns>1 to 18; 0 for a cell that is not of digits.</returns>
    public static int LengthOfDigits(ulong cell, out ulong body) => LengthOfDigits(cell, out body, out _);

    /// <summary>As the other, with the last character.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="body">The number; 0 when there is none.</param>
    /// <param name="last">The last character, 10 for an X.</param>
    internal static int LengthOfDigits(ulong cell, out ulong body, out int last)
    {
        (body, last) = (0, 0);
        if (!IsDigits(cell))
        {
            return 0;
        }

        var value = ValueOfDigits(cell & ~Tag, out var length);
        body = value / 11;
        last = (int)(value - body * 11);
        return length;
    }

    /// <summary>The last character of a cell of digits, 10 for an X.</summary>
    /// <param name="cell">A cell of digits.</param>
    /// <param name="body">The number that the others are, as <see cref="LengthOfDigits(ulong, out ulong)"/> tells it.</param>
    public static int LastOfDigits(ulong cell, ulong body) => (int)(ValueOfDigits(cell & ~Tag, out _) - body * 11);

    private static ulong OfDigits(ReadOnlySpan<byte> text)
    {
        ulong value = 0;
        var rest = text[..^1];
        for (; rest.Length >= 8; rest = rest[8..])
        {
            if (!TryEight(BinaryPrimitives.ReadUInt64LittleEndian(rest), out var eight))
            {
                return 0;
            }

            value = value * 100_000_000 + eight;
        }

        foreach (var digit in rest)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return 0;
            }

            value = value * 10 + digit - '0';
        }

        var last = text[^1] switch
        {
            >= (byte)'0' and <= (byte)'9' => text[^1] - '0',
            (byte)'X' => 10,
            _ => 11,
        };
        return last == 11 ? 0 : OfDigits(value, last, text.Length);
    }

    // Eight digits at once: neighbours are put together, then pairs of them, then fours.
    private static bool TryEight(ulong text, out uint number)
    {
        const ulong High = 0xF0F0F0F0F0F0F0F0, Zeros = 0x3030303030303030, Sixes = 0x0606060606060606;
        unchecked
        {
            var isDigits = (text & High) == Zeros && (text + Sixes & High) == Zeros;
            text = (text & 0x0F0F0F0F0F0F0F0F) * (10 * 0x100 + 1) >> 8;
            text = (text & 0x00FF00FF00FF00FF) * (100 * 0x10000 + 1) >> 16;
            number = (uint)((text & 0x0000FFFF0000FFFF) * (10000 * 0x100000000UL + 1) >> 32);
            return isDigits;
        }
    }

    private static ulong ValueOfDigits(ulong packed, out int length)
    {
        length = MostDigitsOfBits[64 - (int)ulong.LeadingZeroCount(packed)];
        while (packed < DigitStarts[length])
        {
            length--;
        }

        return packed - DigitStarts[length];
    }

    private static int DecodeDigits(ulong packed, Span<int> text)
    {
        var value = ValueOfDigits(packed, out var length);
        var last = (int)(value % 11);
        text[length - 1] = last == 10 ? 'X' : '0' + last;

        // Two halves of less than 32 bits, for their divisions are quick and do not wait for each other.
        var (high, low) = Math.DivRem(value / 11, 100_000_000UL);
        DecodeDigits((uint)low, text[Math.Max(0, length - 9)..(length - 1)]);
        DecodeDigits((uint)high, text[..Math.Max(0, length - 9)]);
        return length;
    }

    private static void DecodeDigits(uint value, Span<int> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var next = value / 10;
            text[i] = '0' + (int)(value - next * 10);
            value = next;
        }
    }

    private static ulong OfHan(ReadOnlySpan<byte> text)
    {
        if (text.Length % 3 != 0)
        {
            return 0;
        }

        ulong packed = 0;
        for (int i = 0, shift = 0; i < text.Length; i += 3, shift += HanBits)
        {
            var code = (text[i] & 15) << 12 | (text[i + 1] & 63) << 6 | text[i + 2] & 63;
            if (text[i] >> 4 != 14 || code is < FirstHan or > LastHan)
            {
                return 0;
            }

            packed |= (ulong)(code - FirstHan + 1) << shift;
        }

        return Han | packed;
    }

    private static ulong OfLetters(ReadOnlySpan<byte> text)
    {
        ulong packed = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i] switch
            {
                >= (byte)'a' and <= (byte)'z' => text[i] - 'a' + 1,
                (byte)' ' => 27,
                (byte)'-' => 28,
                (byte)'\'' => 29,
                (byte)'.' => 30,
                _ => 0,
            };
            if (letter == 0)
            {
                return 0;
            }

            packed |= (ulong)letter << (LetterBits * i);
        }

        return Letters | packed;
    }

    private static int LetterOf(int letter) => letter switch
    {
        27 => ' ',
        28 => '-',
        29 => '\'',
        30 => '.',
        _ => 'a' - 1 + letter,
    };

    private static int DecodeBytes(ulong packed, Span<int> text)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, packed);
        return CodePoints.Decode(bytes[..((64 - (int)ulong.LeadingZeroCount(packed) + 7) / 8)], text);
    }

    private static ulong OfHash(ReadOnlySpan<byte> text)
    {
        var hash = unchecked((ulong)text.Length * 0x9E3779B97F4A7C15);
        while (text.Length >= 8)
        {
            hash = KeyMix.Of(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = KeyMix.Of(hash, rest) & ~Tag;
        return hash == 0 ? 1 : hash;
    }

    private static byte MostDigitsOf(int bits)
    {
        var length = MostDigits;
        while (length > 1 && bits < 64 && DigitStarts[length] >= 1UL << bits)
        {
            length--;
        }

        return (byte)length;
    }

    private static ulong[] StartsOfDigits()
    {
        var starts = new ulong[MostDigits + 1];
        ulong count = 11, next = 0;
        for (var length = 1; length <= MostDigits; length++, count *= 10)
        {
            starts[length] = next;
            next += count;
        }

        return starts;
    }
}
