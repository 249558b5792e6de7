using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Indicators.Households;

/// <summary>Decides on the relations of one family household (I09). Members are living registrations.</summary>
internal static class HouseholdDecision
{
    /// <summary>Whether the household is looked at: of the kind family, with a living member.</summary>
    public static bool IsLookedAt(ReadOnlySpan<RegistrationRow> members) =>
        !members.IsEmpty && members[0].HouseholdType == HouseholdType.Family;

    public static int Heads(ReadOnlySpan<RegistrationRow> members)
    {
        int heads = 0;
        foreach (ref readonly RegistrationRow member in members)
        {
            heads += member.Relation.IsHead ? 1 : 0;
        }

        return heads;
    }

    public static int Spouses(ReadOnlySpan<RegistrationRow> members)
    {
        int spouses = 0;
        foreach (ref readonly RegistrationRow member in members)
        {
            spouses += member.Relation.IsSpouse ? 1 : 0;
        }

        return spouses;
    }

    /// <summary>Whether head and spouse are registered with one sex.</summary>
    public static bool IsSpouseOfOneSex(in RegistrationRow head, in RegistrationRow spouse) =>
        head.Sex.IsKnown && spouse.Sex == head.Sex;

    /// <summary>Whether the relation calls for the other sex than the registered one.</summary>
    public static bool IsRelationAgainstSex(in RegistrationRow member) => member.Relation.ExpectedSex.Contradicts(member.Sex);

    /// <summary>
    /// Whether a natural or adoptive child was born before its parent; step and in-law are exempt. With a date known to the year or month
    /// only when every day it can be is earlier.
    /// </summary>
    public static bool IsChildOlder(in RegistrationRow parent, in RegistrationRow child) =>
        !parent.Birth.IsNone && !child.Birth.IsNone && child.Birth.Latest!.Value < parent.Birth.Earliest!.Value;

    /// <summary>Whether the registration rests on an adoption.</summary>
    public static bool SaysAdopted(RegistrationReason registeredFor, RegistrationReason movedInFor) =>
        registeredFor == RegistrationReason.Adoption || movedInFor == RegistrationReason.Adoption;
}
