using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Inputs;

namespace Qingce.Storage.Importing;

/// <summary>A file to take into the register.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Kind">What it is.</param>
/// <param name="DeliveredBy">The person or office that answers for it.</param>
public sealed record DeliveryRequest(string Path, DeliveryKind Kind, string DeliveredBy)
{
    /// <summary>The name under which it was delivered; that of the file when not given.</summary>
    public string? FileName { get; init; }

    /// <summary>Other headers.</summary>
    public HeaderMapping Mapping { get; init; } = HeaderMapping.None;

    /// <summary>The day that the file describes, from which other values than before are valid; null for the day on which it is taken.</summary>
    public DateOnly? DescribedDay { get; init; }

    /// <summary>Threads that read and seal, beside the one that writes; 1 or more.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Bytes of a text file that are one transaction: the most that is done again after a run was ended.</summary>
    public int ChunkBytes { get; init; } = DeliveryReader.UsualChunkBytes;

    internal string ShownName => FileName ?? System.IO.Path.GetFileName(Path);
}

/// <summary>How far the taking of a file is.</summary>
/// <param name="FileName">The file as delivered.</param>
/// <param name="Read">Rows dealt with and safe, those of earlier runs among them.</param>
/// <param name="Expected">Rows expected; -1 where unknown. For a text file an estimate.</param>
/// <param name="RowsPerSecond">Speed of this run; 0 before the first chunk.</param>
/// <param name="Left">Time left at that speed; null where unknown.</param>
public readonly record struct ImportProgress(string FileName, long Read, long Expected, double RowsPerSecond, TimeSpan? Left);
