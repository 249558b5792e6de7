namespace Qingce.Linkage;

/// <summary>The compared pairs of one pattern.</summary>
public sealed record PatternSummary
{
    /// <summary>The levels.</summary>
    public required ulong Pattern { get; init; }

    /// <summary>Bits of prior and levels, without frequencies.</summary>
    public required double Weight { get; init; }

    /// <summary>Pairs that were kept.</summary>
    public required long Kept { get; init; }

    /// <summary>Pairs that were compared, as training counted them, never fewer than were kept; null when nobody counted.</summary>
    public required long? Compared { get; init; }

    /// <summary>The kept pairs of least and of most weight, one where they are the same; empty when none was kept.</summary>
    public required IReadOnlyList<ExamplePair> Examples { get; init; }
}

/// <summary>A pair with its explanation.</summary>
/// <param name="Left">0-based row.</param>
/// <param name="Right">0-based row.</param>
/// <param name="Weight">Bits, the sum of the steps.</param>
/// <param name="Steps">What it is made of, prior first.</param>
public sealed record ExamplePair(int Left, int Right, double Weight, IReadOnlyList<EvidenceStep> Steps);
