using System.Text;

namespace Qingce.Standards;

/// <summary>Names as code points, cleaned step by step. Buffers are the caller's; nothing allocates.</summary>
internal static class NameText
{
    /// <summary>The separator of the parts of minority names, U+00B7.</summary>
    public const int Dot = 0xB7;

    /// <summary>Names longer than this in code points are cut for comparing.</summary>
    public const int Longest = 96;

    /// <summary>
    /// Writes the name without surrounding space, with one kind of middle dot, half-width Latin capitals and no space beside a
    /// Chinese character. Characters are not folded. Returns the number of code points.
    /// </summary>
    /// <param name="name">The name as delivered.</param>
    /// <param name="destination">Takes up to its length of code points; the rest is cut off.</param>
    /// <param name="keepSpaces">True to keep single spaces between Chinese characters, where a character may be lost.</param>
    public static int Tidy(ReadOnlySpan<char> name, Span<int> destination, bool keepSpaces = false)
    {
        var count = 0;
        var space = false;
        foreach (var rune in name.EnumerateRunes())
        {
            var code = Narrow(rune.Value);
            if (code < 0)
            {
                continue;
            }

            if (code == ' ')
            {
                space = true;
                continue;
            }

            var previous = count == 0 ? 0 : destination[count - 1];
            if (IsDot(code) || (code is '.' or '-' or 0x2014 or 0x2013 && IsHan(previous)))
            {
                code = Dot;
                if (count == 0 || previous == Dot)
                {
                    continue;
                }
            }
            else if (code == 0x3005 && IsHan(previous))
            {
                code = previous;
            }

            if (space && count > 0 && count < destination.Length
                && ((keepSpaces && previous != Dot && code != Dot) || (IsLatin(code) && IsLatin(previous))))
            {
                destination[count++] = ' ';
            }

            space = false;
            if (count == destination.Length)
            {
                break;
            }

            destination[count++] = code;
        }

        while (count > 0 && destination[count - 1] is Dot or ' ')
        {
            count--;
        }

        return count;
    }

    /// <summary>Replaces each character by its simplified form.</summary>
    public static void Simplify(Span<int> name)
    {
        foreach (ref var code in name)
        {
            if (code >= 0x2E80)
            {
                code = Variants.Simplify(code);
            }
        }
    }

    /// <summary>Writes code points as UTF-16; -1 when they do not fit.</summary>
    public static int Write(ReadOnlySpan<int> name, Span<char> destination)
    {
        var written = 0;
        foreach (var code in name)
        {
            if (!new Rune(code).TryEncodeToUtf16(destination[written..], out var length))
            {
                return -1;
            }

            written += length;
        }

        return written;
    }

    public static bool IsHan(int code) => code >= 0x2E80 && Han.Is(new Rune(code));

    public static bool IsLatin(int code) => code is (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x24F) or '\'' or '.';

    private static bool IsDot(int code) => code is 0xB7 or 0x2022 or 0x2027 or 0x30FB or 0xFF65 or 0x2219 or 0x22C5 or 0x25CF or 0x3002 or 0xFE52
        or 0x2D9 or 0x2024 or 0x16EB or 0x387 or 0x25E6 or 0x2E31 or 0xFF61;

    // Full-width forms to half-width, small letters to capitals; -1 for what is left out.
    private static int Narrow(int code) => code switch
    {
        >= 'a' and <= 'z' => code - 32,
        ' ' or '\t' or '\r' or '\n' or 0xA0 or 0x3000 or (>= 0x2000 and <= 0x200A) or 0x202F => ' ',
        < 0x20 or 0x7F or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0xAD => -1,
        >= 0xFF41 and <= 0xFF5A => code - 0xFF41 + 'A',
        >= 0xFF01 and <= 0xFF5E => code - 0xFF01 + 0x21,
        _ => code,
    };
}
