namespace Qingce.Checks.Indicators;

/// <summary>What came of reading a parameter file.</summary>
/// <param name="Parameters">The parameters, or null when something is wrong.</param>
/// <param name="Faults">Everything that is wrong; empty when the parameters are there.</param>
public sealed record ParameterReading(IndicatorParameters? Parameters, IReadOnlyList<ParameterFault> Faults);

/// <summary>Something wrong with a parameter file.</summary>
/// <param name="Path">Where: the names from the outermost inwards, joined by dots; empty for the file as a whole.</param>
/// <param name="English">Where, what is wrong and what is allowed.</param>
/// <param name="Chinese">The same in Chinese.</param>
public readonly record struct ParameterFault(string Path, string English, string Chinese);
