namespace Qingce.Linkage;

/// <summary>A blocking rule brings more pairs together than <see cref="SearchOptions.MostPairs"/> allows. Nothing was compared.</summary>
public sealed class TooManyPairsException : Exception
{
    internal TooManyPairsException(string rule, long pairs, long most)
        : base($"The blocking rule '{rule}' brings about {pairs:N0} pairs together, more than {most:N0}. Add a column to the rule, or allow more.")
    {
        Rule = rule;
        Pairs = pairs;
        Chinese = $"分块规则“{rule}”约产生 {pairs:N0} 对，超过 {most:N0} 对。请给规则加一列，或放宽上限。";
    }

    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>About how many pairs it makes.</summary>
    public long Pairs { get; }
}
