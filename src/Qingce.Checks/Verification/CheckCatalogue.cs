using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Ages;
using Qingce.Checks.Indicators.Away;
using Qingce.Checks.Indicators.Births;
using Qingce.Checks.Indicators.Deaths;
using Qingce.Checks.Indicators.Duplicates;
using Qingce.Checks.Indicators.EmptyHouseholds;
using Qingce.Checks.Indicators.Households;
using Qingce.Checks.Indicators.IdentityChanges;
using Qingce.Checks.Indicators.Marriages;
using Qingce.Checks.Indicators.Moves;
using Qingce.Checks.Indicators.Numbers;
using Qingce.Checks.Indicators.Papers;

namespace Qingce.Checks.Verification;

/// <summary>The checks there are, one for each indicator.</summary>
internal static class CheckCatalogue
{
    private static readonly (Indicator Indicator, Func<Check> Make)[] Makers =
    [
        (Indicator.I01, () => new DuplicateCheck()),
        (Indicator.I02, () => new ChangeCheck()),
        (Indicator.I03, () => new AgeLogicCheck()),
        (Indicator.I04, () => new CitizenNumberCheck()),
        (Indicator.I05, () => new DeathCheck()),
        (Indicator.I06, () => new MarriageCheck()),
        (Indicator.I07, () => new AwayCheck()),
        (Indicator.I08, () => new EmptyHouseholdCheck()),
        (Indicator.I09, () => new HouseholdRelationsCheck()),
        (Indicator.I10, () => new PaperCheck()),
        (Indicator.I11, () => new BirthCheck()),
        (Indicator.I12, () => new MoveCheck()),
    ];

    /// <summary>New checks, one for each indicator asked for, in the order of the indicators.</summary>
    /// <param name="only">The indicators, or null for all.</param>
    public static Check[] Make(IReadOnlySet<Indicator>? only) =>
        [.. Makers.Where(maker => only is null || only.Contains(maker.Indicator)).OrderBy(maker => maker.Indicator).Select(maker => maker.Make())];
}
