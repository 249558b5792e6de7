namespace Qingce.Register;

/// <summary>A change of a registration needs one.</summary>
internal sealed class RegistrationsAreKnown : RegisterRule
{
    public override string Code => "registration-unknown";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] unknown = [.. deliberation.Request.Registrations.Where(id => !deliberation.Before(id).Present.Exists)];
        return unknown.Length == 0 ? null : Broken("没有这个登记编号，请核对。", "There is no such registration. Check the id.", unknown);
    }
}
