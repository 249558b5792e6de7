namespace Qingce.Linkage.Chinese;

/// <summary>Two registrations and how sure it is that they are one person.</summary>
/// <param name="Left">Row of the first registration, the smaller.</param>
/// <param name="Right">Row of the second registration.</param>
/// <param name="Weight">Bits for one person, prior included. May be negative for one number used by two people.</param>
/// <param name="Kind">What the pair is suspected of.</param>
/// <param name="Pattern">The levels that held, packed; see <see cref="DuplicatePairs.Explain"/>.</param>
public readonly record struct DuplicatePair(int Left, int Right, float Weight, DuplicateKind Kind, ulong Pattern)
{
    /// <summary>True when both registrations have the same number, which is wrong whoever they are.</summary>
    public bool SharesNumber => Qingce.Linkage.Pattern.Level(Pattern, Levels.Number) == Levels.OfNumber.Equal;

    /// <summary>Probability that the two are one person, 0 to 1.</summary>
    public double Probability => new MatchWeight(Weight).Probability;
}
