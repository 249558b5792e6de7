namespace Qingce.Linkage;

/// <summary>Pairs of one weight.</summary>
/// <param name="Weight">Bits, prior included.</param>
/// <param name="Pairs">How many there are, 0 or more.</param>
public readonly record struct WeightedCount(double Weight, double Pairs);
