using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Ages;
using Qingce.Checks.Indicators.Numbers;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Verification;

/// <summary>A cause of an indicator that one registration shows by itself.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Cause">Name of the cause, as in evidence.</param>
/// <param name="Weight">Strength, like bits, 0 to 20.</param>
/// <param name="IsReportable">False for a hint.</param>
public readonly record struct RowSuspicion(Indicator Indicator, string Cause, float Weight, bool IsReportable);

/// <summary>
/// What one registration shows by itself, without its household, changes or sources: the same decisions as a verification of many. For
/// callers that have a single registration at hand, such as an entry form.
/// </summary>
public static class RowChecks
{
    private static readonly IReadOnlyList<string> AgeCauses = new AgeLogicCheck().Causes;
    private static readonly IReadOnlyList<string> NumberCauses = new CitizenNumberCheck().Causes;

    /// <summary>Checks one registration.</summary>
    /// <param name="row">The registration. A cancelled one shows nothing.</param>
    /// <param name="parameters">Parameters of the indicators; those of the registration's province hold.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <returns>What it shows, by indicator and cause; empty when nothing.</returns>
    public static IReadOnlyList<RowSuspicion> Check(in RegistrationRow row, IndicatorParameters parameters, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        CauseSet causes = new(stackalloc float[32]);
        List<RowSuspicion> found = [];
        AgeDecision.Check(row, AgeSettings.From(parameters.Of("I03", row.Division.Province)), asOf, ref causes);
        Take(Indicator.I03, AgeCauses, ref causes, found);
        NumberDecision.Check(row, ref causes);
        Take(Indicator.I04, NumberCauses, ref causes, found);
        return found;
    }

    private static void Take(Indicator indicator, IReadOnlyList<string> names, ref CauseSet causes, List<RowSuspicion> found)
    {
        while (causes.TryTake(out int cause))
        {
            found.Add(new RowSuspicion(indicator, names[cause], causes.Weight(cause), !causes.IsHint(cause)));
        }

        causes.Clear();
    }
}
