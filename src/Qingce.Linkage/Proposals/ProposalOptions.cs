namespace Qingce.Linkage;

/// <summary>What a proposal is made for.</summary>
public sealed record ProposalOptions
{
    /// <summary>The column of record ids; null to find it.</summary>
    public string? IdColumn { get; init; }

    /// <summary>Columns that are left out, whatever they hold.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>
    /// The most pairs that blocking may bring together, 1 or more; null for six a row, and four million where that is more. Tables of up to
    /// <see cref="AllPairs"/> rows are not blocked.
    /// </summary>
    public long? MostPairs { get; init; }

    /// <summary>Rows up to which every pair is compared, at most <see cref="SearchOptions.LargestBlock"/>. Default 1500.</summary>
    public int AllPairs { get; init; } = 1500;

    /// <summary>Rows that are looked at, 100 or more. Default 30,000.</summary>
    public int SampleRows { get; init; } = 30_000;

    /// <summary>Threads to use, 1 or more; the result is the same. Default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>False to compare columns that depend on one another as if they did not: for measuring what the handling of dependence brings.</summary>
    public bool WeighsDependence { get; init; } = true;
}
