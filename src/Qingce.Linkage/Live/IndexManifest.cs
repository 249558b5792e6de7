using System.Buffers.Binary;

namespace Qingce.Linkage;

/// <summary>What an index consists of. The file is replaced whole, so that there is always exactly one valid one.</summary>
/// <param name="LargestBlock">Most rows of a block that are compared.</param>
/// <param name="Model">Number of the model's file.</param>
/// <param name="ModelSum">Checksum of the model's file.</param>
/// <param name="Log">Number of the log.</param>
/// <param name="Segments">Numbers of the segments, and of the files with their removed rows; 0 for none.</param>
internal sealed record IndexManifest(int LargestBlock, int Model, uint ModelSum, int Log, IReadOnlyList<(int Number, int Removed)> Segments)
{
    private const ulong Magic = 0x31_58_44_49_4B_4E_4C_51; // QLNKIDX1
    private const int Version = 1;
    private const int FixedLength = 32;

    /// <summary>The paths of its files.</summary>
    public IReadOnlySet<string> Files(string folder) => Segments.Select(s => IndexFolder.Segment(folder, s.Number))
        .Concat(Segments.Where(s => s.Removed > 0).Select(s => IndexFolder.Removed(folder, s.Removed)))
        .Append(IndexFolder.Log(folder, Log))
        .Append(IndexFolder.Model(folder, Model))
        .ToHashSet();

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="LinkIndexException">There is none, or it is damaged or of another version.</exception>
    public static IndexManifest Read(string folder)
    {
        var path = Path.Combine(folder, IndexFolder.Manifest);
        if (!File.Exists(path))
        {
            throw new LinkIndexException($"{folder} holds no index. Make one first: LinkIndex.Create, at the command line link index.", $"{folder} 中没有索引。请先建立：代码中用 LinkIndex.Create，命令行用 link index。");
        }

        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < FixedLength + 4 || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
        {
            throw LinkIndexException.Damaged(path, "it is no manifest of an index", "不是索引的清单");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) is not Version and var version)
        {
            throw LinkIndexException.OtherVersion(path, version, Version);
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]);
        if (Checksum.Of(bytes[..^4]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) || bytes.Length != FixedLength + 8 * (long)count + 4)
        {
            throw LinkIndexException.Damaged(path, "it has another checksum", "校验和不符");
        }

        var segments = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var its = bytes[(FixedLength + 8 * i)..];
            segments[i] = (BinaryPrimitives.ReadInt32LittleEndian(its), BinaryPrimitives.ReadInt32LittleEndian(its[4..]));
        }

        return new IndexManifest(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
            segments);
    }

    /// <summary>Makes it the manifest of a folder, at once.</summary>
    public void Switch(string folder)
    {
        var bytes = new byte[FixedLength + 8 * Segments.Count + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), LargestBlock);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Model);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), ModelSum);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Log);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Segments.Count);
        for (var i = 0; i < Segments.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FixedLength + 8 * i), Segments[i].Number);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FixedLength + 8 * i + 4), Segments[i].Removed);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), Checksum.Of(bytes.AsSpan(0, bytes.Length - 4)));
        IndexFolder.Switch(folder, bytes);
    }
}
