namespace Qingce.Linkage;

/// <summary>A blocking rule brings more pairs together than <see cref="SearchOptions.MostPairs"/> allows.</summary>
public sealed class TooManyPairsException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TooManyPairsException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What to say.</param>
    public TooManyPairsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="innerException">What came before.</param>
    public TooManyPairsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TooManyPairsException(string rule, long pairs, long most)
        : base($"The blocking rule '{rule}' brings about {pairs:N0} pairs together, more than {most:N0}.")
    {
        Rule = rule;
        Pairs = pairs;
    }

    /// <summary>The rule.</summary>
    public string Rule { get; } = "";

    /// <summary>About how many pairs it makes.</summary>
    public long Pairs { get; }
}
