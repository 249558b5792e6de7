namespace Qingce.Register;

/// <summary>An empty id is of no registration, and hence overwrites none.</summary>
internal sealed class ARegistrationHasAnId : RegisterRule
{
    public override string Code => "registration-id-missing";

    public override BrokenRule? Judge(Deliberation deliberation) =>
        deliberation.Request.Registrations.Any(string.IsNullOrWhiteSpace) || !deliberation.Request.Registrations.Any()
            ? Broken("登记编号为空，请填写。", "A registration is named without its id. Give the id.")
            : null;
}
