namespace Qingce.Linkage;

/// <summary>
/// Comparisons in which the people of one household agree though they are several: address, telephone, family name. However many of them
/// agree, together they say no more than that two rows are of one household.
/// </summary>
public sealed record SharedEvidence
{
    /// <summary>Names of the comparisons.</summary>
    public required IReadOnlyList<string> Comparisons { get; init; }

    /// <summary>
    /// The bits that they approach and never exceed together, frequencies included: the logarithm to base 2 of one over the share of all pairs that
    /// are of one household. Above 0; training estimates it.
    /// </summary>
    public required double MostBits { get; init; }

    /// <summary>What is left of evidence: a mixture of random pairs and of pairs of one household stands against the match.</summary>
    /// <param name="bits">What the comparisons add up to.</param>
    /// <param name="most">See <see cref="MostBits"/>.</param>
    internal static double Bound(double bits, double most) =>
        bits < most - 20 ? bits : bits > most + 40 ? most : -Math.Log2(double.Exp2(-bits) + double.Exp2(-most));
}
