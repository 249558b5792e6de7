using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A marriage ends only where there is one. A status that was never stated is no contradiction.</summary>
internal sealed class TheyAreMarried(params string[] registrationIds) : RegisterRule
{
    public override string Code => "not-married";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] single = [.. registrationIds.Where(id => id.Length > 0 && deliberation.On(id) is { MaritalStatus: var status } && status.IsStated && !status.IsMarried)];
        return single.Length == 0 ? null : Broken(
            "该日登记的婚姻状况不是已婚，请核对，或先登记结婚。", "On that day the register has no marriage of theirs. Check, or register the marriage first.", single);
    }
}
