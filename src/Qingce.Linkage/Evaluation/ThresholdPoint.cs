namespace Qingce.Linkage;

/// <summary>What linking all pairs from a weight on brings; counts are whole when labels are known, else expected values.</summary>
/// <param name="Threshold">Bits from which a pair is linked.</param>
/// <param name="TruePositives">Pairs that are linked and belong together.</param>
/// <param name="FalsePositives">Pairs that are linked and do not.</param>
/// <param name="FalseNegatives">Pairs that belong together and are not linked.</param>
public readonly record struct ThresholdPoint(double Threshold, double TruePositives, double FalsePositives, double FalseNegatives)
{
    /// <summary>Share of the linked pairs that belong together, 0 to 1; 1 when none is linked.</summary>
    public double Precision => Ratio.Of(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of the pairs that belong together that are linked, 0 to 1; 1 when none belongs together.</summary>
    public double Recall => Ratio.Of(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall, 0 to 1; 1 when there is no pair in either.</summary>
    public double F1 => Ratio.Of(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);
}
