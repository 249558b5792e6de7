using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>By what a province tells which of several registrations of one person is the true one. The numbers are permanent.</summary>
public enum KeepCriterion : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>One not gained by fraud goes before one that was.</summary>
    NotGainedByFraud = 1,

    /// <summary>One with a second-generation identity card goes before one without.</summary>
    SecondGenerationCard = 2,

    /// <summary>The one registered first.</summary>
    RegisteredFirst = 3,

    /// <summary>The one that the holder chooses.</summary>
    HoldersChoice = 4,
}

/// <summary>What provinces regulate on their own, with the common rule as default.</summary>
public sealed record ProvinceRules
{
    /// <summary>The common rules.</summary>
    public static ProvinceRules Common { get; } = new();

    /// <summary>By what the true registration is told, in the order in which they are asked until one registration is left.</summary>
    public ImmutableArray<KeepCriterion> TrueRegistration { get; init; } =
        [KeepCriterion.NotGainedByFraud, KeepCriterion.SecondGenerationCard, KeepCriterion.HoldersChoice];

    /// <summary>From when cards are of the second generation.</summary>
    public DateOnly SecondGenerationFrom { get; init; } = new(2004, 1, 1);
}
