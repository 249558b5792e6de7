namespace Qingce.Register;

/// <summary>A registration follows the birth.</summary>
internal sealed class NobodyIsRegisteredBeforeBirth(RegistrationContent content, DateOnly day) : RegisterRule
{
    public override string Code => "before-birth";

    public override BrokenRule? Judge(Deliberation deliberation) => content.BirthDate.Earliest is { } birth && day < birth
        ? Broken("登记日期早于出生日期，请核对。", "The registration would come before the birth. Check both dates.", content.RegistrationId)
        : null;
}
