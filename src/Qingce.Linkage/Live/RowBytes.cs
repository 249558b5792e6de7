using System.Text;

namespace Qingce.Linkage;

/// <summary>The bytes of a row beside its words: its id, and the texts that are too long for their cells, each after its column.</summary>
internal static class RowBytes
{
    /// <summary>The id of the row, UTF-8.</summary>
    public static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> bytes) => Item(bytes, out _);

    /// <summary>The long text of a column; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, int column)
    {
        _ = Item(bytes, out var end);
        while (end + 1 < bytes.Length)
        {
            var found = bytes[end] == column;
            bytes = bytes[(end + 1)..];
            var text = Item(bytes, out end);
            if (found)
            {
                return text;
            }
        }

        return [];
    }

    /// <summary>The id of the row as text.</summary>
    public static string IdText(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(Id(bytes));

    /// <summary>A key of an id, from which all its bits can be told apart but by chance.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> id)
    {
        var key = KeyMix.Of((ulong)id.Length + 1);
        while (id.Length >= sizeof(ulong))
        {
            key = KeyMix.Of(key, System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(id));
            id = id[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (var b in id)
        {
            rest = rest << 8 | b;
        }

        return KeyMix.Of(key, rest);
    }

    private static ReadOnlySpan<byte> Item(ReadOnlySpan<byte> bytes, out int end)
    {
        int length = 0, start = 0, more = 128;
        for (var shift = 0; start < bytes.Length && shift < 28 && more > 0; shift += 7)
        {
            length |= (bytes[start] & 127) << shift;
            more = bytes[start++] & 128;
        }

        end = Math.Min(start + length, bytes.Length);
        return bytes[start..end];
    }
}

/// <summary>Room in which the bytes of one row are put together. Not safe for several threads.</summary>
internal sealed class RowBytesBuilder
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Begin(ReadOnlySpan<byte> id)
    {
        _length = 0;
        Add(id);
    }

    public void AddText(int column, ReadOnlySpan<byte> text)
    {
        Room(1)[0] = (byte)column;
        _length++;
        Add(text);
    }

    private void Add(ReadOnlySpan<byte> item)
    {
        var room = Room(item.Length + 5);
        var at = 0;
        for (var rest = item.Length; at == 0 || rest > 0; rest >>= 7)
        {
            room[at++] = (byte)(rest & 127 | (rest > 127 ? 128 : 0));
        }

        item.CopyTo(room[at..]);
        _length += at + item.Length;
    }

    private Span<byte> Room(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * (_length + count));
        }

        return _bytes.AsSpan(_length, count);
    }
}
