namespace Qingce.Checks.Indicators;

/// <summary>What came of reading a parameter file.</summary>
/// <param name="Parameters">The parameters, or null when something is wrong.</param>
/// <param name="Faults">Everything that is wrong; empty when the parameters are there.</param>
public sealed record ParameterReading(IndicatorParameters? Parameters, IReadOnlyList<ParameterFault> Faults);

/// <summary>Something wrong with a parameter file.</summary>
/// <param name="Path">Where: the names from the outermost inwards, joined by dots, or a line of the file.</param>
/// <param name="Message">What is wrong and what is allowed, to be read after the path.</param>
public readonly record struct ParameterFault(string Path, string Message)
{
    /// <summary>The path and the message, as shown to a person.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
