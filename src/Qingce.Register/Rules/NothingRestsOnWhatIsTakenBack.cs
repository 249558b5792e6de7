namespace Qingce.Register;

/// <summary>A registration is not unmade beneath its later changes, nor a merge beneath one that took its person on, nor does one come back beneath another.</summary>
internal sealed class NothingRestsOnWhatIsTakenBack(Change target) : RegisterRule
{
    public override string Code => "later-changes-rest-on-it";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        Taking[] touched = [.. deliberation.Request.Registrations.Select(deliberation.Before)
            .Select(before => new Taking(before, before.With(new HistoryEntry(deliberation.Request.Pending(), []))))];
        string[] made = [.. touched.Where(UnmakesBeneathOthers).Select(one => one.RegistrationId)];
        if (made.Length > 0)
        {
            return Broken(
                "此登记由该变更建立，之后还有其他变更。请先撤销之后的变更。",
                "The change made this registration, and later changes rest on it. Take those back first.", made);
        }

        string[] merged = [.. touched.Where(PartsBeneathAMerge).Select(one => one.RegistrationId)];
        if (merged.Length > 0)
        {
            return Broken("之后的合并以该合并为基础。请先撤销之后的合并。", "A later merge rests on this one. Take that one back first.", merged);
        }

        string[] others = [.. touched.Where(MergesAmongOthers).Select(one => one.RegistrationId)];
        return others.Length == 0 ? null : Broken(
            "该合并撤销之后，所涉登记又有合并，或有合并被撤销，原合并不能恢复。请重新办理合并。",
            "Since the merge was taken back, one of them was merged, or another merge of it taken back: it cannot come back as it was. Merge them anew.", others);
    }

    private static bool UnmakesBeneathOthers(Taking one) =>
        one.Gone.Any(entry => entry.Fields.Any(change => change.Field == RegisterField.RegistrationId && change.Old.Length == 0))
        && one.After.Standing.Any(entry => !entry.Fields.IsEmpty);

    private static bool PartsBeneathAMerge(Taking one) => one.Gone.Any(entry => AMergeFollowsEarlierMerges.Merges(entry)
        && one.After.Standing.Any(other => other.Change.Sequence > entry.Change.Sequence && other.Change.Kind == ChangeKind.Merge));

    // A merge comes back among the merges that it was taken from, or not at all. One that is kept may have been kept in others since.
    private bool MergesAmongOthers(Taking one) => one.Back.Any(entry => entry.Change.Kind == ChangeKind.Merge
        && !MergesOf(one.After, entry).SetEquals(MergesOf(one.Before.Before(target), entry)));

    private static HashSet<Guid> MergesOf(RegistrationHistory history, HistoryEntry merge) =>
    [
        .. history.Standing.Where(entry => AMergeFollowsEarlierMerges.Merges(merge) ? entry.Change.Kind == ChangeKind.Merge : AMergeFollowsEarlierMerges.Merges(entry))
            .Select(entry => entry.Change.Id),
    ];

    // A registration as it is and as it would be: what one taking back unmakes, another brings back.
    private sealed record Taking(RegistrationHistory Before, RegistrationHistory After)
    {
        public string RegistrationId => Before.RegistrationId;

        public IEnumerable<HistoryEntry> Gone => Only(Before, After);

        public IEnumerable<HistoryEntry> Back => Only(After, Before);

        private static IEnumerable<HistoryEntry> Only(RegistrationHistory one, RegistrationHistory other) =>
            one.Standing.ExceptBy(other.Standing.Select(entry => entry.Change.Id), entry => entry.Change.Id);
    }
}
