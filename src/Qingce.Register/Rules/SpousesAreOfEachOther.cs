namespace Qingce.Register;

/// <summary>A marriage ends between the two who are in it. Where a file or a marriage without the other's registration tells the status, nothing contradicts.</summary>
internal sealed class SpousesAreOfEachOther : RegisterRule
{
    public override string Code => "not-each-others-spouse";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] spouses = [.. deliberation.Request.Registrations];
        return spouses is [var one, var other] && (IsOfAnother(deliberation, one, other) || IsOfAnother(deliberation, other, one))
            ? Broken(
                "按已登记的婚姻，所列两人不是彼此的配偶。请核对配偶的登记编号。",
                "By the marriages registered, the two are not each other's spouse. Check the id of the spouse.", spouses)
            : null;
    }

    private static bool IsOfAnother(Deliberation deliberation, string one, string other)
    {
        HistoryEntry? last = deliberation.Before(one).Standing.LastOrDefault(entry => entry.Change.ValidFrom <= deliberation.Request.ValidFrom
            && HistoryFold.IsAnOfficersWord(entry.Change.Kind) && entry.Fields.Any(change => change.Field == RegisterField.MaritalStatus && change.IsDifferent));
        return last is { Change: { Kind: ChangeKind.Marriage } marriage }
            && deliberation.All.FirstOrDefault(history => history.RegistrationId != one && history.Find(marriage.Id) is not null) is { } spouse
            && spouse.RegistrationId != other && spouse.Present.PersonId != deliberation.Before(other).Present.PersonId;
    }
}
