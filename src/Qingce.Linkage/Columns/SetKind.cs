namespace Qingce.Linkage;

/// <summary>
/// Several values in one: items parted by <c>;</c>, <c>|</c> or <c>,</c>, perhaps in brackets. Cleaned they are names in order, each once,
/// parted by <c>;</c>.
/// </summary>
internal sealed class SetKind : ColumnKind
{
    /// <summary>What parts the items of a cleaned value.</summary>
    public const byte Separator = (byte)';';

    private static readonly NameKind Item = new();

    public override string Name => "set";

    public override int MostBytes(int length) => length * 2;

    public override int Clean(ReadOnlySpan<byte> value, Span<byte> cleaned)
    {
        value = Cleaning.Trim(value).Trim("[]{}()"u8);
        var items = new List<byte[]>();
        var room = new byte[Item.MostBytes(value.Length)];
        while (!value.IsEmpty)
        {
            var end = value.IndexOfAny(";|,"u8);
            var item = end < 0 ? value : value[..end];
            value = end < 0 ? [] : value[(end + 1)..];
            if (!item.IsEmpty && Item.Clean(item, room) is > 0 and var length)
            {
                items.Add(room[..length]);
            }
        }

        items.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        var written = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && items[i].AsSpan().SequenceEqual(items[i - 1]))
            {
                continue;
            }

            if (written > 0)
            {
                cleaned[written++] = Separator;
            }

            items[i].CopyTo(cleaned[written..]);
            written += items[i].Length;
        }

        return written;
    }
}
