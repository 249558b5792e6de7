using System.Collections.Frozen;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Standards;

namespace Qingce.Checks.Verification;

/// <summary>What every check has at hand during a run.</summary>
/// <param name="Register">The register.</param>
/// <param name="Coverage">Where the source categories are complete.</param>
/// <param name="Life">Signs of life of every registration; whole from <c>Settle</c> on.</param>
/// <param name="Parameters">Parameters of all indicators.</param>
/// <param name="AsOf">The day looked back from.</param>
/// <param name="Threads">Number of workers, hence of lanes.</param>
/// <param name="SourceRows">Number of rows about to be read of each category, at its number; an estimate for text files. 0: not delivered.</param>
/// <param name="HasChanges">Whether past changes were given.</param>
internal sealed record CheckContext(
    RegisterStore Register,
    Coverage Coverage,
    SignsOfLife Life,
    IndicatorParameters Parameters,
    DateOnly AsOf,
    int Threads,
    IReadOnlyList<long> SourceRows,
    bool HasChanges)
{
    /// <summary>Ends long searches.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told how far the search for duplicates is, 0 to 1; from several threads.</summary>
    public IProgress<double>? Linking { get; init; }

    /// <summary>The register that this one is a few registrations of, or null.</summary>
    public ValueCounts? Whole { get; init; }

    /// <summary>Pairs of registration ids that a reviewer said are two people.</summary>
    public IReadOnlySet<(string Left, string Right)> KeptApart { get; init; } = FrozenSet<(string, string)>.Empty;

    /// <summary>The day looked back from, since 1970-01-01.</summary>
    public int AsOfDay { get; } = DayNumber.Of(AsOf);
}
