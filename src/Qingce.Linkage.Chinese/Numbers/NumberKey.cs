namespace Qingce.Linkage.Chinese;

/// <summary>Blocking keys of citizen numbers. Numbers that are not of 18 characters have their whole for a body, and no other part.</summary>
internal sealed class NumberKey(string name, NumberPart part) : Derivation
{
    private const int Length = 18;

    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var text = value.Text;
        if (text.Length != Length)
        {
            keys[0] = KeyOf(text);
            return part == NumberPart.Body ? 1 : 0;
        }

        keys[0] = KeyOf(part switch
        {
            NumberPart.Birth => text.Slice(6, 8),
            NumberPart.Division => text[..6],
            NumberPart.DivisionAndSequence => [.. text[..6], .. text[14..17]],
            _ => text[..17],
        });
        return 1;
    }

    public override ulong KeyOf(ulong cell, int argument)
    {
        if (!Cell.IsDigits(cell))
        {
            return 0;
        }

        if (Cell.LengthOfDigits(cell, out var body) == Length)
        {
            return part switch
            {
                NumberPart.Birth => OfDigits(body / 1000 % 100_000_000, 8),
                NumberPart.Division => OfDigits(body / 100_000_000_000, 6),
                NumberPart.DivisionAndSequence => OfDigits(body / 100_000_000_000 * 1000 + body % 1000, 9),
                _ => OfDigits(body, 17),
            };
        }

        Span<int> text = stackalloc int[Cell.MostInline];
        Span<ulong> one = [0];
        return Keys(new CellValue(cell, text[..Cell.Decode(cell, text)]), argument, one) == 0 ? 0 : one[0];
    }

    // Digits as the number that they are, for most numbers need not be read character by character.
    private static ulong OfDigits(ulong number, int digits) => KeyMix.Of(number * 32 + (ulong)digits) | 1;

    private static ulong KeyOf(ReadOnlySpan<int> text)
    {
        if (text.Length < Length && !text.ContainsAnyExceptInRange('0', '9'))
        {
            ulong number = 0;
            foreach (var code in text)
            {
                number = number * 10 + (ulong)(code - '0');
            }

            return OfDigits(number, text.Length);
        }

        ulong key = (ulong)text.Length;
        foreach (var code in text)
        {
            key = unchecked(key * 37 + (uint)code);
        }

        return KeyMix.Of(key) | 1;
    }
}

/// <summary>What a <see cref="NumberKey"/> takes of a number.</summary>
internal enum NumberPart : byte
{
    /// <summary>All but the check character.</summary>
    Body,

    /// <summary>The birth date.</summary>
    Birth,

    /// <summary>The division.</summary>
    Division,

    /// <summary>Division and sequence, which stay when the birth date is corrected.</summary>
    DivisionAndSequence,
}
