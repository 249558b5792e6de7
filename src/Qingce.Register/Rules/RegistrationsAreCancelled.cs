namespace Qingce.Register;

/// <summary>Only a cancelled registration is restored.</summary>
internal sealed class RegistrationsAreCancelled : RegisterRule
{
    public override string Code => "registration-living";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (new RegistrationsAreKnown().Judge(deliberation) is { } unknown)
        {
            return unknown;
        }

        string[] living = [.. deliberation.Request.Registrations.Where(id => deliberation.On(id).IsLiving || deliberation.Before(id).Present.IsLiving)];
        return living.Length == 0 ? null : Broken("该登记未注销，无须恢复。", "The registration is not cancelled; there is nothing to restore.", living);
    }
}
