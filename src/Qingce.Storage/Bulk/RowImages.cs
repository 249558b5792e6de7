using System.Buffers.Binary;

namespace Qingce.Storage.Bulk;

/// <summary>
/// Rows as the binary COPY of PostgreSQL takes them: number of columns (2 bytes), then for each its length (4 bytes, -1 for null) and its bytes, numbers
/// with the highest byte first. PostgreSQL gets them as they are; SQLite binds them one by one. Clear it and use it again. One thread at a time.
/// </summary>
public class RowImages
{
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    internal RowImages(BulkTable table) => Table = table;

    /// <summary>Rows in it.</summary>
    public int Count { get; private set; }

    internal BulkTable Table { get; }

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Forgets the rows and keeps the memory.</summary>
    public void Clear()
    {
        _length = 0;
        Count = 0;
    }

    private protected void BeginRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), (short)Table.Columns.Length);
        _length += 2;
        Count++;
    }

    /// <summary>Appends a text or bytes; nothing is null.</summary>
    private protected void Append(ReadOnlySpan<byte> value)
    {
        Span<byte> room = Room(4 + value.Length);
        if (value.IsEmpty)
        {
            BinaryPrimitives.WriteInt32BigEndian(room, -1);
            _length += 4;
            return;
        }

        BinaryPrimitives.WriteInt32BigEndian(room, value.Length);
        value.CopyTo(room[4..]);
        _length += 4 + value.Length;
    }

    /// <summary>Begins a value of so many bytes, which the caller writes at once.</summary>
    private protected Span<byte> AppendRoom(int length)
    {
        Span<byte> room = Room(4 + length);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _length += 4 + length;
        return room.Slice(4, length);
    }

    private protected void AppendText(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Append(default(ReadOnlySpan<byte>));
            return;
        }

        System.Text.Encoding.UTF8.GetBytes(value, AppendRoom(System.Text.Encoding.UTF8.GetByteCount(value)));
    }

    private protected void Append(int value) => BinaryPrimitives.WriteInt32BigEndian(AppendRoom(4), value);

    private protected void Append(long? value)
    {
        if (value is { } number)
        {
            BinaryPrimitives.WriteInt64BigEndian(AppendRoom(8), number);
        }
        else
        {
            Append(default(ReadOnlySpan<byte>));
        }
    }

    private protected void Append(bool value) => AppendRoom(1)[0] = value ? (byte)1 : (byte)0;

    private protected void Append(double value) => BinaryPrimitives.WriteDoubleBigEndian(AppendRoom(8), value);

    private protected void Append(Guid value) => value.TryWriteBytes(AppendRoom(16), bigEndian: true, out _);

    private protected void Append(DateTimeOffset value) => BinaryPrimitives.WriteInt64BigEndian(AppendRoom(8), Microseconds.Of(value));

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        return _bytes.AsSpan(_length);
    }
}

/// <summary>Instants as PostgreSQL counts them: microseconds since 2000. Those of SQLite are since 1970.</summary>
internal static class Microseconds
{
    /// <summary>From 1970 to 2000.</summary>
    public const long SqliteOffset = 946_684_800_000_000;

    private static readonly DateTimeOffset Year2000 = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - Year2000.Ticks) / TimeSpan.TicksPerMicrosecond;
}
