using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Deaths;

/// <summary>The causes of I05, one bit each; the position of the bit is the number of the cause.</summary>
[Flags]
internal enum DeathCauses : byte
{
    None = 0,
    Certificate = 1 << 0,
    Cremation = 1 << 1,
    Court = 1 << 2,
    BenefitStopped = 1 << 3,
    Silent = 1 << 4,

    /// <summary>Comes only beside proof of the death.</summary>
    DrawingBenefits = 1 << 5,
    ActiveAfterDeath = 1 << 6,
    DeclarationRevoked = 1 << 7,
}

/// <summary>I05 on one registration: dead and not cancelled, or cancelled for death and not dead.</summary>
internal static class DeathDecision
{
    private const int NoDay = RegistrationRow.NoDay;
    private const DeathCauses Proofs = DeathCauses.Certificate | DeathCauses.Cremation | DeathCauses.Court | DeathCauses.BenefitStopped;

    /// <summary>Decides on one registration.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="settings">The parameters of its province.</param>
    /// <param name="asOf">The day looked back from, since 1970-01-01.</param>
    public static DeathCauses Decide(in DeathFacts facts, in DeathSettings settings, int asOf) =>
        facts.IsLiving ? Living(facts, settings, asOf)
        : facts.IsCancelledForDeath ? Cancelled(facts, settings)
        : DeathCauses.None;

    /// <summary>The day of death as far as the sources tell it; <see cref="NoDay"/> when they do not.</summary>
    public static int DayOfDeath(in DeathFacts facts) =>
        facts.CertificateDay != NoDay ? facts.CertificateDay
        : facts.CremationDay != NoDay ? facts.CremationDay
        : Stands(facts) ? facts.CourtDay
        : facts.StoppedDay;

    private static DeathCauses Living(in DeathFacts facts, in DeathSettings settings, int asOf)
    {
        int due = asOf - settings.GraceDays;
        DeathCauses causes = DeathCauses.None;
        if (Late(facts.CertificateDay, due))
        {
            causes |= DeathCauses.Certificate;
        }

        if (Late(facts.CremationDay, due))
        {
            causes |= DeathCauses.Cremation;
        }

        if (Stands(facts) && Late(facts.CourtDay, due))
        {
            causes |= DeathCauses.Court;
        }

        // An office that stopped paying may have mistaken the person; whoever was seen elsewhere since then has not died.
        bool seenSince = !facts.LifeIsBenefit && facts.LifeDay != NoDay && facts.LifeDay > (long)facts.StoppedDay + settings.AfterDeathDays;
        if (Late(facts.StoppedDay, due) && (causes != DeathCauses.None || !seenSince))
        {
            causes |= DeathCauses.BenefitStopped;
        }

        if ((causes & Proofs) != 0)
        {
            return facts.BenefitDay != NoDay && facts.BenefitDay > DayOfDeath(facts) + settings.GraceDays
                ? causes | DeathCauses.DrawingBenefits
                : causes;
        }

        return IsSilent(facts, settings, asOf) ? DeathCauses.Silent : DeathCauses.None;
    }

    private static bool IsSilent(in DeathFacts facts, in DeathSettings settings, int asOf)
    {
        if (facts.Age < settings.SilentAge || facts.CoveredSources < 2 || facts.CertificateDay != NoDay || facts.CremationDay != NoDay)
        {
            return false;
        }

        int since = asOf - (int)(settings.SilentYears * 365.25);
        return facts.LifeDay < since && facts.RegisterDay < since;
    }

    private static DeathCauses Cancelled(in DeathFacts facts, in DeathSettings settings)
    {
        DeathCauses causes = DeathCauses.None;
        if (facts.RevokedDay != NoDay && facts.RevokedDay >= facts.CourtDay)
        {
            causes |= DeathCauses.DeclarationRevoked;
        }

        if (facts.CancelledDay != NoDay && facts.LifeDay != NoDay && facts.LifeDay > facts.CancelledDay + settings.AfterDeathDays)
        {
            causes |= DeathCauses.ActiveAfterDeath;
        }

        return causes;
    }

    private static bool Late(int day, int due) => day != NoDay && day <= due;

    private static bool Stands(in DeathFacts facts) => facts.CourtDay != NoDay && facts.RevokedDay < facts.CourtDay;
}
