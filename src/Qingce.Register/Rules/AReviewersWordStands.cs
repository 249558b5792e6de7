namespace Qingce.Register;

/// <summary>What a reviewer decided on two registrations stands until it is voided.</summary>
internal sealed class AReviewersWordStands : RegisterRule
{
    public override string Code => "decided-different";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        HashSet<string> ids = [.. deliberation.Request.Registrations.SelectMany(deliberation.OfOnePersonWith)];
        foreach (ReviewersWord decision in deliberation.Extract.Decisions.Where(decision => decision.Verdict == PersonVerdict.Different))
        {
            if (ids.Contains(decision.Left) && ids.Contains(decision.Right))
            {
                return Broken(
                    "已由核查人员认定为不同的人。请先撤销该认定。", "A reviewer has decided that they are different people. Void that decision first.",
                    decision.Left, decision.Right);
            }
        }

        return null;
    }
}
