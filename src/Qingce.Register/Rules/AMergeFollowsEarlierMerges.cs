namespace Qingce.Register;

/// <summary>Merges follow one another: one that came beneath another would leave a person in two parts.</summary>
internal sealed class AMergeFollowsEarlierMerges : RegisterRule
{
    public override string Code => "contradicts-later-change";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        DateOnly day = deliberation.Request.ValidFrom;
        string[] merged = [.. deliberation.Request.Registrations.SelectMany(deliberation.OfOnePersonWith).Distinct(StringComparer.Ordinal)
            .Where(id => deliberation.Before(id).Standing.Any(entry => entry.Change.ValidFrom > day && Merges(entry)))];
        return merged.Length == 0 ? null : Broken(
            "其中有登记在该日之后已合并，合并日期不能早于那次合并。", "One of them was merged for a later day. Date this merge on that day or after it.", merged);
    }

    /// <summary>Whether an entry is a merge that gives the registration another person.</summary>
    public static bool Merges(HistoryEntry entry) =>
        entry.Change.Kind == ChangeKind.Merge && entry.Fields.Any(change => change.Field == RegisterField.PersonId && change.IsDifferent);
}
