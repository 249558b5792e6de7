namespace Qingce.Linkage;

/// <summary>One step of the waterfall that leads from the prior to the weight of a pair.</summary>
/// <param name="Comparison">Name of the comparison, or <c>prior</c> or <c>frequency</c>.</param>
/// <param name="Level">Name of the level that held; empty for the prior and for frequencies.</param>
/// <param name="Weight">Bits: positive speaks for one person, negative against, 0 is neutral or missing.</param>
public readonly record struct EvidenceStep(string Comparison, string Level, double Weight);
