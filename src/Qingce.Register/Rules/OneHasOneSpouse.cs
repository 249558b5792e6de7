using Qingce.Standards;

namespace Qingce.Register;

/// <summary>Nobody marries while married (Civil Code, Art. 1042).</summary>
internal sealed class OneHasOneSpouse : RegisterRule
{
    public override string Code => "already-married";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        DateOnly day = deliberation.Request.ValidFrom;
        string[] married = [.. deliberation.Request.Registrations.Where(id =>
            deliberation.On(id).MaritalStatus.IsMarried || NextOf(deliberation.Before(id), day) == ChangeKind.Marriage)];
        return married.Length == 0 ? null : Broken(
            "该日已有配偶，或之后已登记结婚而其间没有离婚、丧偶。请先办理离婚或更正婚姻状况。",
            "There is a spouse on that day already, or a later marriage with no divorce or death between. Register the divorce or correct the status first.", married);
    }

    // The change of marital status that comes next after the day.
    private static ChangeKind NextOf(RegistrationHistory history, DateOnly day) => history.Standing
        .FirstOrDefault(entry => entry.Change.ValidFrom > day && entry.Fields.Any(change => change.Field == RegisterField.MaritalStatus))?.Change.Kind ?? ChangeKind.None;
}
