using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Deaths;

/// <summary>
/// What the sources say about the life and death of the person of one registration, as days since 1970-01-01 with
/// <see cref="RegistrationRow.NoDay"/> for none. Only rows whose number and name agree with the registration count.
/// </summary>
internal readonly record struct DeathFacts
{
    public DeathFacts()
    {
    }

    /// <summary>Whether the registration is living.</summary>
    public required bool IsLiving { get; init; }

    /// <summary>Whether the registration was cancelled for death.</summary>
    public bool IsCancelledForDeath { get; init; }

    public int CancelledDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>Day of death by a death certificate.</summary>
    public int CertificateDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>Day of a cremation or burial, or of the death where it gives that.</summary>
    public int CremationDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>Day of the last judgment that declared the person dead.</summary>
    public int CourtDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>Day of the last judgment that took such a declaration back.</summary>
    public int RevokedDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>The first day on which a benefit or an insurance was stopped for death.</summary>
    public int StoppedDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>The last day for which a running pension or assistance is confirmed.</summary>
    public int BenefitDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>The last sign of life in any source, running benefits included.</summary>
    public int LifeDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>Whether <see cref="LifeDay"/> rests on a benefit or insurance that may run on by itself.</summary>
    public bool LifeIsBenefit { get; init; }

    /// <summary>The last day on which the register itself saw the person: registration, move, identity card.</summary>
    public int RegisterDay { get; init; } = RegistrationRow.NoDay;

    /// <summary>The lowest age the person can have on the as-of day; -1 when there is no birth date.</summary>
    public int Age { get; init; } = -1;

    /// <summary>How many of health record, pension and medical insurance are complete here over the years looked back on.</summary>
    public int CoveredSources { get; init; }
}
