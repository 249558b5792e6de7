namespace Qingce.Register;

/// <summary>Registrations are merged once all of them have begun.</summary>
internal sealed class AMergeFollowsWhatItMerges : RegisterRule
{
    public override string Code => "registration-not-living";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] later = [.. deliberation.Request.Registrations.Where(id => deliberation.Before(id).Present.Exists && !deliberation.On(id).Exists)];
        return later.Length == 0 ? null : Broken(
            "该日有登记尚未建立，不能合并。请核对合并日期。", "One of them was not yet made on that day. Check the day of the merge.", later);
    }
}
