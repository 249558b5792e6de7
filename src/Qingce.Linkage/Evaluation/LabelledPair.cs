namespace Qingce.Linkage;

/// <summary>A pair of rows that somebody looked at.</summary>
/// <param name="Left">A row.</param>
/// <param name="Right">Another row.</param>
/// <param name="Score">How sure they are that it is one entity: 0 it is not, 1 it is.</param>
public readonly record struct LabelledPair(int Left, int Right, double Score);
