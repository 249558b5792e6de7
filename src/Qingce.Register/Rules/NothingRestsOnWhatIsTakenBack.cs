namespace Qingce.Register;

/// <summary>A registration is not unmade beneath its later changes, nor a merge beneath one that took its person on.</summary>
internal sealed class NothingRestsOnWhatIsTakenBack(Change target) : RegisterRule
{
    public override string Code => "later-changes-rest-on-it";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        RegistrationHistory[] touched = [.. deliberation.Request.Registrations.Select(deliberation.Before)];
        string[] made = [.. touched.Where(history => MadeIt(history) && HasMore(history)).Select(history => history.RegistrationId)];
        if (made.Length > 0)
        {
            return Broken(
                "此登记由该变更建立，之后还有其他变更。请先撤销之后的变更。",
                "The change made this registration, and later changes rest on it. Take those back first.", made);
        }

        string[] merged = [.. touched.Where(MergedOn).Select(history => history.RegistrationId)];
        return merged.Length == 0 ? null : Broken(
            "之后的合并以该合并为基础。请先撤销之后的合并。", "A later merge rests on this one. Take that one back first.", merged);
    }

    private bool MadeIt(RegistrationHistory history) =>
        history.Find(target.Id) is { } entry && entry.Fields.Any(change => change.Field == RegisterField.RegistrationId && change.Old.Length == 0);

    private bool HasMore(RegistrationHistory history) => history.Standing.Any(entry => entry.Change.Id != target.Id && !entry.Fields.IsEmpty);

    private bool MergedOn(RegistrationHistory history) => history.Find(target.Id) is { } entry && AMergeFollowsEarlierMerges.Merges(entry)
        && history.Standing.Any(other => other.Change.Sequence > target.Sequence && AMergeFollowsEarlierMerges.Merges(other));
}
