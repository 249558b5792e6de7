using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Who is registered below the age of marriage is nobody's spouse and never was.</summary>
internal sealed class ANewbornIsUnmarried(RegistrationContent child) : RegisterRule
{
    public override string Code => "below-marriage-age";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        bool saysMarried = child.Relation.IsSpouse || (child.MaritalStatus.IsStated && child.MaritalStatus != MaritalStatus.NeverMarried);
        return saysMarried && NobodyMarriesBeforeTheAge.IsTooYoung(child, deliberation.Request.ValidFrom, child.Division)
            ? Broken(
                "未到法定婚龄，不能登记为配偶，也不能登记为未婚以外的婚姻状况。请核对。",
                "Below the age of marriage nobody is a spouse, nor anything but unmarried. Check relation and marital status.", child.RegistrationId)
            : null;
    }
}
