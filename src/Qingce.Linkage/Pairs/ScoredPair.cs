namespace Qingce.Linkage;

/// <summary>Two rows and the evidence that they are one entity.</summary>
/// <param name="Left">The smaller row number.</param>
/// <param name="Right">The larger row number.</param>
/// <param name="Weight">Bits, prior and frequency adjustment included.</param>
/// <param name="Pattern">The levels that hold.</param>
public readonly record struct ScoredPair(int Left, int Right, double Weight, ulong Pattern) : IComparable<ScoredPair>
{
    /// <summary>By left row, then by right row.</summary>
    public int CompareTo(ScoredPair other) => Left != other.Left ? Left.CompareTo(other.Left) : Right.CompareTo(other.Right);

    /// <summary>True when the left operand comes first.</summary>
    public static bool operator <(ScoredPair left, ScoredPair right) => left.CompareTo(right) < 0;

    /// <summary>True when the left operand comes later.</summary>
    public static bool operator >(ScoredPair left, ScoredPair right) => left.CompareTo(right) > 0;

    /// <summary>True when the left operand does not come later.</summary>
    public static bool operator <=(ScoredPair left, ScoredPair right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left operand does not come first.</summary>
    public static bool operator >=(ScoredPair left, ScoredPair right) => left.CompareTo(right) >= 0;
}
