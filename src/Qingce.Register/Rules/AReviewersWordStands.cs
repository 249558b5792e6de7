namespace Qingce.Register;

/// <summary>What a reviewer decided on two registrations stands until it is voided: against a merge, and against taking back that one was undone.</summary>
internal sealed class AReviewersWordStands : RegisterRule
{
    public override string Code => "decided-different";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        Func<ReviewersWord, bool> joins = deliberation.Request.Kind switch
        {
            ChangeKind.Merge => JoinsAllOf([.. deliberation.Request.Registrations.SelectMany(deliberation.OfOnePersonWith)]),
            ChangeKind.Undo or ChangeKind.RollBack => word => MakesOnePersonOf(deliberation, word),
            _ => _ => false,
        };
        foreach (ReviewersWord decision in deliberation.Extract.Decisions.Where(decision => decision.Verdict == PersonVerdict.Different))
        {
            if (joins(decision))
            {
                return Broken(
                    "已由核查人员认定为不同的人。请先撤销该认定。", "A reviewer has decided that they are different people. Void that decision first.",
                    decision.Left, decision.Right);
            }
        }

        return null;
    }

    private static Func<ReviewersWord, bool> JoinsAllOf(HashSet<string> ids) => word => ids.Contains(word.Left) && ids.Contains(word.Right);

    // Whoever takes back that a merge was undone merges again.
    private static bool MakesOnePersonOf(Deliberation deliberation, ReviewersWord word) =>
        deliberation.Before(word.Left).Present.PersonId != deliberation.Before(word.Right).Present.PersonId
        && PersonAfter(deliberation, word.Left) is { Length: > 0 } person && person == PersonAfter(deliberation, word.Right);

    private static string PersonAfter(Deliberation deliberation, string id) =>
        deliberation.All.FirstOrDefault(history => history.RegistrationId == id)?.Present.PersonId ?? "";
}
