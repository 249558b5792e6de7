namespace Qingce.Linkage;

/// <summary>How a search is run; the number of threads changes nothing of what it finds.</summary>
public sealed record SearchOptions
{
    /// <summary>Threads to use, 1 or more. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Most rows that are compared each with each because they share a key, 2 or more. A larger block is parted by the further
    /// keys of its pass, and the pairs that are not compared for it are counted in the report. Default 2000.
    /// </summary>
    public int LargestBlock { get; init; } = 2000;

    /// <summary>
    /// Most pairs that one blocking rule may bring together, parted blocks counted by their parts, 1 or more. A search for more ends before
    /// any pair is compared. Default: any number.
    /// </summary>
    public long MostPairs { get; init; } = long.MaxValue;

    /// <summary>Whether only pairs of rows of two sources are compared, as of registers that are each without duplicates. Default false.</summary>
    public bool AcrossSources { get; init; }
}
