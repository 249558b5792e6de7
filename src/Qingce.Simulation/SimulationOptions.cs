using Qingce.Tables;

namespace Qingce.Simulation;

/// <summary>What to invent, and how to write it.</summary>
public sealed record SimulationOptions
{
    /// <summary>Smallest <see cref="People"/>.</summary>
    public const int FewestPeople = 200;

    /// <summary>Largest <see cref="Provinces"/>.</summary>
    public const int MostProvinces = 20;

    /// <summary>Largest <see cref="ErrorRate"/>.</summary>
    public const double MostErrorRate = 0.3;

    /// <summary>Earliest <see cref="Until"/>.</summary>
    public static readonly DateOnly EarliestUntil = new(2022, 1, 1);

    /// <summary>Latest <see cref="Until"/>.</summary>
    public static readonly DateOnly LatestUntil = new(2059, 12, 31);

    /// <summary>Number of people over all provinces, the dead and the moved of the simulated years among them. Default 100,000; at least 200.</summary>
    public int People { get; init; } = 100_000;

    /// <summary>The seed. The same options and seed give the same bytes.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Parquet or CSV. Default Parquet.</summary>
    public TableFormat Format { get; init; } = TableFormat.Parquet;

    /// <summary>The encoding of CSV files: UTF-8 or GB 18030. Default UTF-8.</summary>
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>Number of provinces, 1 to 20. With more than one, each has a folder of its own.</summary>
    public int Provinces { get; init; } = 1;

    /// <summary>
    /// Share of registrations to make wrong, over all counties; those range around it. Default 0.083. 0 gives a clean
    /// province; at most 0.3, near which some of the rarer kinds of error run out of people they can happen to.
    /// </summary>
    public double ErrorRate { get; init; } = 0.083;

    /// <summary>The last simulated day. Default 2025-12-31; not before 2022-01-01, for the simulated years begin in 2012.</summary>
    public DateOnly Until { get; init; } = new(2025, 12, 31);

    /// <summary>Number of threads; 0 for one a processor. Changes no byte.</summary>
    public int Threads { get; init; }
}
