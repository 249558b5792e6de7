namespace Qingce.Linkage;

/// <summary>
/// A way to measure how near two values of a column are. Stateless and symmetric: the same both ways round. Equal values have
/// the best result of the measure, and are not asked for.
/// </summary>
public abstract class Measure
{
    /// <summary>Name in model files.</summary>
    public abstract string Name { get; }

    /// <summary>True for a similarity, which must reach a bound; false for a distance, which must not exceed it.</summary>
    public abstract bool IsSimilarity { get; }

    /// <summary>The most that two values that are not equal can come to, or the least distance they can have; bounds beyond hold for equal ones alone.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    /// <returns>In the measure's unit; NaN when it has nothing to say of these values, so that no bound holds.</returns>
    public abstract double Between(in CellValue left, in CellValue right);
}

/// <summary>A value as measures see it.</summary>
/// <param name="cell">Its cell.</param>
/// <param name="text">Its code points, cleaned; never empty.</param>
public readonly ref struct CellValue(ulong cell, ReadOnlySpan<int> text)
{
    /// <summary>Its cell.</summary>
    public ulong Cell { get; } = cell;

    /// <summary>Its code points, cleaned; never empty.</summary>
    public ReadOnlySpan<int> Text { get; } = text;
}
