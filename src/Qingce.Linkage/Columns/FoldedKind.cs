namespace Qingce.Linkage;

/// <summary>Text folded to small letters without marks, in which punctuation is dropped, kept or parts words.</summary>
internal abstract class FoldedKind : ColumnKind
{
    protected enum Mark
    {
        Keep,
        Drop,
        Space,
    }

    // A capital beyond Latin can take a byte more when small.
    public override int MostBytes(int length) => length * 2;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        var length = 0;
        var space = false;
        while (!value.IsEmpty)
        {
            if (Cleaning.IsHan(value))
            {
                if (space)
                {
                    cleaned[length++] = (byte)' ';
                    space = false;
                }

                value[..3].CopyTo(cleaned[length..]);
                length += 3;
                value = value[3..];
                continue;
            }

            var code = Cleaning.Next(ref value, out var second);
            var mark = code == 0 ? Mark.Drop : code == ' ' ? Mark.Space : Of(code);
            if (mark == Mark.Space)
            {
                space = length > 0;
            }

            if (mark != Mark.Keep)
            {
                continue;
            }

            if (space)
            {
                cleaned[length++] = (byte)' ';
                space = false;
            }

            length += Cleaning.Write(code, cleaned[length..]);
            if (second != '\0')
            {
                cleaned[length++] = (byte)second;
            }
        }

        return Cleaning.Kept(cleaned[..length]);
    }

    // Chinese characters and digits alone, which no kind of text changes.
    public override bool TryCell(ReadOnlySpan<byte> value, out ulong cell)
    {
        cell = Cell.Missing;
        if (!HanAndDigits.Are(value))
        {
            return false;
        }

        cell = Cell.Of(value);
        return true;
    }

    /// <summary>What becomes of a character that is no space.</summary>
    protected abstract Mark Of(int code);
}
