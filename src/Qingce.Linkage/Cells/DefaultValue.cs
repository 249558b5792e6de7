using System.Globalization;

namespace Qingce.Linkage;

/// <summary>A value that stands for none.</summary>
/// <param name="Value">The value, as it stands in the files or clean.</param>
/// <param name="Share">The share of the values of its column that it is, 0 to 1.</param>
public readonly record struct DefaultValue(string Value, double Share)
{
    /// <summary>What is said of it.</summary>
    /// <param name="column">Name of the column.</param>
    internal Wording Note(string column) => new(
        string.Create(CultureInfo.InvariantCulture, $"{100 * Share:0}% of the values of '{column}' are '{Value}', which is taken for missing."),
        string.Create(CultureInfo.InvariantCulture, $"“{column}”有 {100 * Share:0}% 的值是“{Value}”，按缺失处理。"));
}
