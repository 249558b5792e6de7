namespace Qingce.Linkage;

/// <summary>
/// Evidence in bits: the logarithm to base 2 of the odds that two rows are one entity. 0 is even odds, 10 about 1000 to 1 for,
/// -10 about 1000 to 1 against.
/// </summary>
/// <param name="Bits">The weight.</param>
public readonly record struct MatchWeight(double Bits) : IComparable<MatchWeight>
{
    /// <summary>The probability of these odds, 0 to 1.</summary>
    public double Probability => Bits >= 0 ? 1 / (1 + double.Exp2(-Bits)) : double.Exp2(Bits) / (1 + double.Exp2(Bits));

    /// <summary>The weight of a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0, 1 or outside.</exception>
    public static MatchWeight FromProbability(double probability) =>
        probability is > 0 and < 1
            ? new(Math.Log2(probability / (1 - probability)))
            : throw new ArgumentOutOfRangeException(nameof(probability));

    /// <inheritdoc/>
    public int CompareTo(MatchWeight other) => Bits.CompareTo(other.Bits);

    /// <summary>True when the left one is less.</summary>
    public static bool operator <(MatchWeight left, MatchWeight right) => left.Bits < right.Bits;

    /// <summary>True when the left one is more.</summary>
    public static bool operator >(MatchWeight left, MatchWeight right) => left.Bits > right.Bits;

    /// <summary>True when the left one is not more.</summary>
    public static bool operator <=(MatchWeight left, MatchWeight right) => left.Bits <= right.Bits;

    /// <summary>True when the left one is not less.</summary>
    public static bool operator >=(MatchWeight left, MatchWeight right) => left.Bits >= right.Bits;
}
