namespace Qingce.Linkage;

/// <summary>Any text: capital Latin letters become small, runs of white space one space, none at the ends.</summary>
internal sealed class TextKind : ColumnKind
{
    public override string Name => "text";

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        var length = 0;
        var space = false;
        foreach (var b in value)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                space = length > 0;
                continue;
            }

            if (space)
            {
                cleaned[length++] = (byte)' ';
                space = false;
            }

            cleaned[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
        }

        return length;
    }
}
