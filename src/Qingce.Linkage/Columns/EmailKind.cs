namespace Qingce.Linkage;

/// <summary>An e-mail address: small letters, no spaces, without what follows a + before the @.</summary>
internal sealed class EmailKind : ColumnKind
{
    public override string Name => "email";

    public override int MostBytes(int length) => length * 2;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value);
        var length = 0;
        var skipping = false;
        var at = value.LastIndexOf((byte)'@');
        var end = value.Length;
        while (!value.IsEmpty)
        {
            var place = end - value.Length;
            var code = Cleaning.Next(ref value, out var second);
            skipping = place < at && (skipping || (code == '+' && length > 0));
            if (!skipping && code is not (0 or ' ' or '<' or '>' or '"'))
            {
                length += Cleaning.Write(code, cleaned[length..]);
                length += second == '\0' ? 0 : Cleaning.Write(second, cleaned[length..]);
            }
        }

        if (cleaned[..length].StartsWith("mailto:"u8))
        {
            cleaned[7..length].CopyTo(cleaned);
            length -= 7;
        }

        return Cleaning.Kept(cleaned[..length]);
    }
}
