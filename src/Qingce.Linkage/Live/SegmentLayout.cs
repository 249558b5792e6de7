using System.Buffers.Binary;

namespace Qingce.Linkage;

/// <summary>A run of values of one type in a segment.</summary>
/// <param name="Offset">Bytes from the beginning of the file, a multiple of the page.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct Section(long Offset, long Length);

/// <summary>
/// The header of a segment: how many rows it has and where everything lies. The file goes on with the sections, each beginning on a
/// page, and ends with a checksum for each page.
/// </summary>
internal sealed record SegmentLayout
{
    public const int PageLength = 4096;
    public const int HeaderPages = 2;
    public const int HeaderLength = HeaderPages * PageLength;
    private const ulong Magic = 0x31_47_45_53_4B_4E_4C_51; // QLNKSEG1
    private const int Version = 1;
    private const int FixedLength = 56;

    public required int Rows { get; init; }

    public required int Width { get; init; }

    /// <summary>Where the checksums of the pages begin: the end of the pages.</summary>
    public required long Checksums { get; init; }

    public required uint ChecksumOfChecksums { get; init; }

    /// <summary>By how much the rows of the segment, and those of older ones that it removed, change the rows that have a value in each column.</summary>
    public required IReadOnlyList<long> Present { get; init; }

    /// <summary>The sections: words, bytes of rows, starts of the bytes; then three each for the ids, the rules and the counted columns.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public int Pages => (int)(Checksums / PageLength);

    public static SegmentLayout Read(ReadOnlySpan<byte> header, string path, long length)
    {
        var reader = header;
        if (BinaryPrimitives.ReadUInt64LittleEndian(reader) != Magic)
        {
            throw LinkIndexException.Damaged(path, "it is no segment", "不是索引段");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(reader[8..]) is not Version and var version)
        {
            throw LinkIndexException.OtherVersion(path, version, Version);
        }

        if (Checksum.Of(header[..^4]) != BinaryPrimitives.ReadUInt32LittleEndian(header[^4..]))
        {
            throw LinkIndexException.Damaged(path, "its header has another checksum", "文件头的校验和不符");
        }

        var columns = BinaryPrimitives.ReadInt32LittleEndian(reader[20..]);
        var sections = BinaryPrimitives.ReadInt32LittleEndian(reader[24..]);
        var layout = new SegmentLayout
        {
            Rows = BinaryPrimitives.ReadInt32LittleEndian(reader[12..]),
            Width = BinaryPrimitives.ReadInt32LittleEndian(reader[16..]),
            Checksums = BinaryPrimitives.ReadInt64LittleEndian(reader[32..]),
            ChecksumOfChecksums = BinaryPrimitives.ReadUInt32LittleEndian(reader[40..]),
            Present = [.. Longs(header[FixedLength..], columns)],
            Sections = [.. Longs(header[(FixedLength + 8 * columns)..], 2 * sections).Chunk(2).Select(pair => new Section(pair[0], pair[1]))],
        };
        if (layout.Checksums + (long)layout.Pages * sizeof(uint) != length)
        {
            throw LinkIndexException.Damaged(path, $"it has {length:N0} bytes where its header says {layout.Checksums + (long)layout.Pages * sizeof(uint):N0}",
                $"共 {length:N0} 字节，而文件头写明 {layout.Checksums + (long)layout.Pages * sizeof(uint):N0} 字节");
        }

        return layout;
    }

    public byte[] Write()
    {
        var header = new byte[HeaderLength];
        if (FixedLength + 8 * (Present.Count + 2 * Sections.Count) > HeaderLength - 4)
        {
            throw new LinkIndexException(
                $"A model of {Sections.Count / 3} rules and counted columns is more than an index can hold.",
                $"模型的规则和计频列共 {Sections.Count / 3} 个，超出索引的容量。");
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Rows);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), Width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), Present.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), Sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(32), Checksums);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), ChecksumOfChecksums);
        var at = FixedLength;
        foreach (var number in Present.Concat(Sections.SelectMany(s => new[] { s.Offset, s.Length })))
        {
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(at), number);
            at += sizeof(long);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(HeaderLength - 4), Checksum.Of(header.AsSpan(0, HeaderLength - 4)));
        return header;
    }

    private static long[] Longs(ReadOnlySpan<byte> bytes, int count)
    {
        var numbers = new long[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(8 * i)..]);
        }

        return numbers;
    }
}
