using Qingce.Checks.Registrations;
using Qingce.Checks.Verification;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Ages;

/// <summary>
/// Decides on ages (I03). A birth date known to the year or month counts as wrong only where no day it can be would be right.
/// </summary>
internal static class AgeDecision
{
    /// <summary>Adds what the registration alone shows. A cancelled one is not looked at.</summary>
    public static void Check(in RegistrationRow row, AgeSettings settings, DateOnly asOf, ref CauseSet causes)
    {
        if (row.IsCancelled)
        {
            return;
        }

        if (row.Birth.IsNone)
        {
            if (row.BirthFault == DateFault.Impossible)
            {
                causes.Add((int)AgeCause.BirthImpossible, 9);
            }

            return;
        }

        DateOnly earliest = row.Birth.Earliest!.Value;
        int firstDay = DayNumber.Of(earliest);
        if (earliest > asOf)
        {
            causes.Add((int)AgeCause.BornInFuture, 12);
            return;
        }

        if (row.RegisteredOn != RegistrationRow.NoDay && firstDay > row.RegisteredOn)
        {
            causes.Add((int)AgeCause.BornAfterRegistration, 9);
        }

        if (row.Birth.YoungestAgeOn(asOf) > settings.OldestAge)
        {
            causes.Add((int)AgeCause.OverAge, 9);
        }

        int oldestAge = Age.On(earliest, asOf);
        if (oldestAge < 30)
        {
            CheckYoung(row, oldestAge, asOf, ref causes);
        }
    }

    private static void CheckYoung(in RegistrationRow row, int oldestAge, DateOnly asOf, ref CauseSet causes)
    {
        if ((row.MaritalStatus.IsMarried || row.MaritalStatus is MaritalStatus.Divorced or MaritalStatus.Widowed)
            && oldestAge < MarriageAge.Of(row.Sex, DayNumber.Of(asOf), row.Division))
        {
            causes.Add((int)AgeCause.StatusUnderAge, 8);
        }

        if (oldestAge < row.Education.MinimumAge)
        {
            causes.Add((int)AgeCause.EducationTooEarly, 6);
        }

        if (row.Relation.IsSpouse && oldestAge < AgeSettings.Majority)
        {
            causes.Add((int)AgeCause.MinorSpouse, 8);
        }
    }

    /// <summary>Whether the head of a family household is a minor.</summary>
    public static bool IsMinorHead(in RegistrationRow head, DateOnly asOf) =>
        head.Relation.IsHead && head.HouseholdType != HouseholdType.Collective && !head.Birth.IsNone
        && head.Birth.OldestAgeOn(asOf) is >= 0 and < AgeSettings.Majority;

    /// <summary>Whether a member is a relative of the head who is of age, and so could be head.</summary>
    public static bool IsAdultRelative(in RegistrationRow member, DateOnly asOf) =>
        !member.Relation.IsHead && !member.Relation.IsNone && !member.Relation.IsNotRelated && !member.Birth.IsNone
        && member.Birth.YoungestAgeOn(asOf) >= AgeSettings.Majority;

    /// <summary>
    /// Whether the gap of age between two people is impossible for a parent and a natural child, and in which direction. None where step,
    /// adoption or marriage makes them so.
    /// </summary>
    public static AgeCause? ParentGap(in RegistrationRow parent, in RegistrationRow child, AgeSettings settings)
    {
        if (parent.Birth.IsNone || child.Birth.IsNone || IsAdopted(child))
        {
            return null;
        }

        int mostYears = Age.On(parent.Birth.Earliest!.Value, child.Birth.Latest!.Value);
        if (mostYears < settings.YoungestParent)
        {
            return AgeCause.ParentTooYoung;
        }

        int fewestYears = Age.On(parent.Birth.Latest!.Value, child.Birth.Earliest!.Value);
        return fewestYears > settings.OldestParent ? AgeCause.ParentTooOld : null;
    }

    private static bool IsAdopted(in RegistrationRow child) =>
        child.RegisteredFor == RegistrationReason.Adoption || child.MovedInFor == RegistrationReason.Adoption;

    /// <summary>
    /// Whether somebody with a birth date cannot have reached an age on a day, as far as the date is known. Reckoned in days first, so that
    /// calendars are looked at only near the bound.
    /// </summary>
    /// <param name="birthCode">yyyyMMdd, month or day 00 where unknown; not 0.</param>
    /// <param name="day">The day, since 1970-01-01.</param>
    /// <param name="years">The age in completed years.</param>
    public static bool IsBelow(int birthCode, int day, int years)
    {
        int firstDay = DayNumber.Of(birthCode / 10_000, Math.Max(1, birthCode / 100 % 100), Math.Max(1, birthCode % 100));
        int lived = day - firstDay;
        return lived < years * 366 && (lived < years * 365 || Age.On(DayNumber.ToDate(firstDay), DayNumber.ToDate(day)) < years);
    }
}
