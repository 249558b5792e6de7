namespace Qingce.Register;

/// <summary>Only a living registration takes part in the events of a life.</summary>
internal sealed class RegistrationsLive : RegisterRule
{
    public override string Code => "registration-not-living";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (new RegistrationsAreKnown().Judge(deliberation) is { } unknown)
        {
            return unknown;
        }

        string[] cancelled = [.. deliberation.Request.Registrations.Where(id => !deliberation.On(id).IsLiving)];
        return cancelled.Length == 0 ? null : Broken(
            "登记在该日已注销或尚未登记，不能办理。请核对日期，或先恢复户口。",
            "The registration was cancelled by that day, or not yet made. Check the day, or restore it first.", cancelled);
    }
}
