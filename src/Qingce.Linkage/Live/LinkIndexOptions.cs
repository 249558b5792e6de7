namespace Qingce.Linkage;

/// <summary>How an index is kept.</summary>
public sealed record LinkIndexOptions
{
    /// <summary>
    /// Most rows of a block that are compared, as <see cref="SearchOptions.LargestBlock"/> of a batch run: 2 or more. Kept in the index.
    /// Default 2000.
    /// </summary>
    public int LargestBlock { get; init; } = 2000;

    /// <summary>
    /// Changed records that are held in memory and in the log before they are written to a segment, 1 or more. More make puts cheaper and
    /// opening slower. Default 16384.
    /// </summary>
    public int OverlayRows { get; init; } = 16384;

    /// <summary>Threads that sort when segments are written, 1 or more. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// True to open for finding alone: needs no lock, and sees what was put before it was opened. Default false.
    /// </summary>
    public bool ReadOnly { get; init; }
}
