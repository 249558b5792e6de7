namespace Qingce.Linkage.Chinese;

/// <summary>How a search for duplicate registrations is made.</summary>
public sealed record DuplicateOptions
{
    /// <summary>Weight in bits from which a pair is handed out for review. Default 0: one person is as likely as not.</summary>
    public double ReviewWeight { get; init; }

    /// <summary>Weight in bits from which a pair is reported as found. Not below <see cref="ReviewWeight"/>. Default 3, probability 0.89.</summary>
    public double LinkWeight { get; init; } = 3;

    /// <summary>Threads to use, 1 or more. Results do not depend on it. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Largest number of registrations that are compared each with each because they share a key. Default 2000.</summary>
    public int LargestBlock { get; init; } = 2000;

    /// <summary>The comparisons and their weights; null for the model that comes with the package.</summary>
    public LinkageModel? Model { get; init; }

    /// <summary>The register that the table is a part of, by whose size and values pairs are weighed; null where the table is all of it.</summary>
    public WholeRegister? Whole { get; init; }
}
