namespace Qingce.Checks.Indicators;

/// <summary>The values of one indicator's parameters in one province.</summary>
/// <remarks>Immutable, hence safe for use by several threads.</remarks>
public sealed class ParameterValues
{
    private readonly Dictionary<string, double> _values;

    internal ParameterValues(Dictionary<string, double> values) => _values = values;

    /// <summary>The value of a parameter.</summary>
    /// <param name="parameter">Its id in the catalogue.</param>
    /// <exception cref="ArgumentException">The indicator has no such parameter.</exception>
    public double Number(string parameter) =>
        _values.TryGetValue(parameter, out double value)
            ? value
            : throw new ArgumentException($"The indicator has no parameter {parameter}.", nameof(parameter));

    /// <summary>The value of a parameter that is a whole number.</summary>
    /// <param name="parameter">Its id in the catalogue.</param>
    /// <exception cref="ArgumentException">The indicator has no such parameter.</exception>
    public int Whole(string parameter) => (int)Number(parameter);
}
