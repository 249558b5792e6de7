namespace Qingce.Linkage.Chinese;

/// <summary>Blocking keys of citizen numbers. Numbers that are not of 18 characters have their whole for a body, and no other part.</summary>
internal sealed class NumberKey(string name, NumberPart part) : Derivation
{
    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var text = value.Text;
        if (text.Length != 18)
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

        Span<int> text = stackalloc int[Cell.MostInline];
        Span<ulong> one = [0];
        return Keys(new CellValue(cell, text[..Cell.Decode(cell, text)]), argument, one) == 0 ? 0 : one[0];
    }

    private static ulong KeyOf(ReadOnlySpan<int> text)
    {
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
