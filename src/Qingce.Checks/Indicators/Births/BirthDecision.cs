using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Births;

/// <summary>The causes of I11; the value less one is the number of the cause.</summary>
internal enum BirthCause : byte
{
    None,
    NotRegistered,
    NoCertificate,
    CertificateUsedTwice,
    NoTwins,
}

/// <summary>The parameters of I11 in one province.</summary>
/// <param name="Days">Days after a birth within which nothing is late.</param>
/// <param name="ChildAge">Age below which a registration without a certificate counts.</param>
internal readonly record struct BirthSettings(int Days, int ChildAge)
{
    public static BirthSettings From(ParameterValues values) => new(values.Whole("days"), values.Whole("child_age"));
}

/// <summary>I11 on one birth, one child, or two children of one day.</summary>
internal static class BirthDecision
{
    /// <summary>A birth certificate to which no registration was found.</summary>
    /// <param name="day">Day of birth.</param>
    /// <param name="motherIsLiving">Whether the mother has a living registration here, so that the child would be on this register.</param>
    /// <param name="childDied">Whether the child is known to have died.</param>
    /// <param name="days">Days within which nothing is late.</param>
    /// <param name="asOf">The day looked back from.</param>
    public static BirthCause Unregistered(int day, bool motherIsLiving, bool childDied, int days, int asOf) =>
        motherIsLiving && !childDied && day <= asOf - days ? BirthCause.NotRegistered : BirthCause.None;

    /// <summary>A registered child to whom no birth certificate was found.</summary>
    /// <param name="reason">Why the registration began.</param>
    /// <param name="birthDay">Day of birth; <see cref="int.MinValue"/> when not known to the day.</param>
    /// <param name="isCovered">Whether birth certificates are complete for that day and place.</param>
    /// <param name="settings">The parameters of its province.</param>
    /// <param name="asOf">The day looked back from.</param>
    public static BirthCause Uncertified(RegistrationReason reason, int birthDay, bool isCovered, in BirthSettings settings, int asOf) =>
        reason == RegistrationReason.Birth && birthDay != int.MinValue && isCovered && birthDay <= asOf - settings.Days
        && Age.On(DayNumber.ToDate(birthDay), DayNumber.ToDate(asOf)) < settings.ChildAge
            ? BirthCause.NoCertificate
            : BirthCause.None;

    /// <summary>Two children of one household, registered as born on one day.</summary>
    /// <param name="oneIsCertified">Whether a certificate was found for the one.</param>
    /// <param name="otherIsCertified">Whether a certificate was found for the other.</param>
    /// <param name="sameMother">Whether both certificates name one mother.</param>
    /// <param name="sameDay">Whether both certificates say that day, or a day next to it.</param>
    public static BirthCause Twins(bool oneIsCertified, bool otherIsCertified, bool sameMother, bool sameDay) =>
        oneIsCertified != otherIsCertified || (oneIsCertified && (!sameMother || !sameDay)) ? BirthCause.NoTwins : BirthCause.None;
}
