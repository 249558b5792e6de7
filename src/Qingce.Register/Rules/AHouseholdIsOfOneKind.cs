using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>
/// Who comes into a household is of its kind: of a family, where one is the head, or of a collective one, where everybody stands alone. Where its members are of both, as
/// files deliver them, either is right; and a correction may set right the kind of one after another.
/// </summary>
internal sealed class AHouseholdIsOfOneKind : RegisterRule
{
    public override string Code => "household-of-another-kind";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.Kind.TakesBack || request.Kind is ChangeKind.DivisionChange or ChangeKind.Confirmation)
        {
            return null;
        }

        string[] strangers = [.. deliberation.Touched
            .Where(one => IsOfAnother(deliberation, one.Before.StateOn(request.ValidFrom), one.After.StateOn(request.ValidFrom)))
            .Select(one => one.After.RegistrationId)];
        return strangers.Length == 0 ? null : Broken(
            "户别与该户在册成员的不同：集体户成员不能登记在家庭户，家庭户成员也不能登记在集体户。请核对户号和户别。",
            "The kind of household given is not that of its members: nobody is of a collective household in a family's, nor the other way round. Check the id of the household and its kind.",
            strangers);
    }

    private static bool IsOfAnother(Deliberation deliberation, RegistrationContent before, RegistrationContent after)
    {
        bool comes = before.HouseholdId != after.HouseholdId
            || (before.HouseholdType != after.HouseholdType && deliberation.Request.Kind != ChangeKind.Correction);
        if (!comes || after.HouseholdType == HouseholdType.None)
        {
            return false;
        }

        HouseholdType[] kinds = [.. deliberation.MembersBefore(after.HouseholdId, deliberation.Request.ValidFrom)
            .Where(member => member.RegistrationId != after.RegistrationId && member.HouseholdType != HouseholdType.None).Select(member => member.HouseholdType)];
        return kinds.Length > 0 && !kinds.Contains(after.HouseholdType);
    }
}
