using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Qingce.Linkage;

/// <summary>One change in the log of an index.</summary>
/// <param name="words">The words of the record that was put; empty for a removal.</param>
/// <param name="bytes">Its id and long texts; of a removal the id.</param>
/// <param name="segment">Number of the segment that holds the record it takes the place of; 0 when none does.</param>
/// <param name="row">The row there.</param>
internal readonly ref struct LogEntry(ReadOnlySpan<ulong> words, ReadOnlySpan<byte> bytes, int segment, int row)
{
    /// <summary>Bytes of an entry before the words: length, checksum, words, segment, row, unused.</summary>
    public const int FixedLength = 32;

    /// <summary>Most bytes of an entry.</summary>
    public const int MostBytes = FixedLength + 32 * sizeof(ulong) + PackedRecord.MostBytes + sizeof(ulong);

    public ReadOnlySpan<ulong> Words { get; } = words;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public int Segment { get; } = segment;

    public int Row { get; } = row;

    /// <summary>Bytes of the entry, a multiple of eight.</summary>
    public int Length => (FixedLength + Words.Length * sizeof(ulong) + Bytes.Length + 7) & ~7;

    /// <summary>Writes the entry.</summary>
    /// <param name="into">Room for <see cref="Length"/>.</param>
    /// <param name="log">Number of the log.</param>
    /// <param name="offset">Where the entry will begin in it.</param>
    public void Write(Span<byte> into, int log, long offset)
    {
        into = into[..Length];
        into.Clear();
        var length = FixedLength + Words.Length * sizeof(ulong) + Bytes.Length;
        BinaryPrimitives.WriteInt32LittleEndian(into, length);
        BinaryPrimitives.WriteInt32LittleEndian(into[8..], Words.Length);
        BinaryPrimitives.WriteInt32LittleEndian(into[12..], Segment);
        BinaryPrimitives.WriteInt32LittleEndian(into[16..], Row);
        MemoryMarshal.AsBytes(Words).CopyTo(into[FixedLength..]);
        Bytes.CopyTo(into[(FixedLength + Words.Length * sizeof(ulong))..]);
        BinaryPrimitives.WriteUInt32LittleEndian(into[4..], SumOf(into, log, offset));
    }

    /// <summary>Reads the entry at the beginning of some bytes.</summary>
    /// <returns>False when there is no whole and undamaged entry.</returns>
    public static bool TryRead(ReadOnlySpan<byte> from, int log, long offset, out LogEntry entry)
    {
        entry = default;
        if (from.Length < FixedLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(from);
        var words = BinaryPrimitives.ReadInt32LittleEndian(from[8..]);
        if (length is < FixedLength or > MostBytes || words is < 0 or > 32 || length < FixedLength + words * sizeof(ulong) || (length + 7 & ~7) > from.Length)
        {
            return false;
        }

        from = from[..((length + 7) & ~7)];
        if (BinaryPrimitives.ReadUInt32LittleEndian(from[4..]) != SumOf(from, log, offset))
        {
            return false;
        }

        entry = new LogEntry(
            MemoryMarshal.Cast<byte, ulong>(from.Slice(FixedLength, words * sizeof(ulong))),
            from[(FixedLength + words * sizeof(ulong))..length],
            BinaryPrimitives.ReadInt32LittleEndian(from[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[16..]));
        return true;
    }

    private static uint SumOf(ReadOnlySpan<byte> entry, int log, long offset) => unchecked(
        Checksum.Of(entry[8..], KeyMix.Of((ulong)log, (ulong)offset)) + BinaryPrimitives.ReadUInt32LittleEndian(entry));
}
