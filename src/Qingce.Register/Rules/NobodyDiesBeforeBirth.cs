namespace Qingce.Register;

/// <summary>A death follows the birth.</summary>
internal sealed class NobodyDiesBeforeBirth(string registrationId, DateOnly diedOn) : RegisterRule
{
    public override string Code => "before-birth";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        deliberation.Before(registrationId).Present.BirthDate.Earliest is { } birth && diedOn < birth
            ? Broken("死亡日期早于出生日期，请核对。", "The death would come before the birth. Check both dates.", registrationId)
            : null;
}
