namespace Qingce.Register;

/// <summary>A registration is not unmade beneath its later changes.</summary>
internal sealed class NothingRestsOnWhatIsTakenBack(Change target) : RegisterRule
{
    public override string Code => "later-changes-rest-on-it";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] ids = [.. deliberation.Request.Registrations.Where(id => MadeIt(deliberation.Before(id)) && HasMore(deliberation.Before(id)))];
        return ids.Length == 0 ? null : Broken(
            "此登记由该变更建立，之后还有其他变更。请先撤销之后的变更。",
            "The change made this registration, and later changes rest on it. Take those back first.", ids);
    }

    private bool MadeIt(RegistrationHistory history) =>
        history.Find(target.Id) is { } entry && entry.Fields.Any(change => change.Field == RegisterField.RegistrationId && change.Old.Length == 0);

    private bool HasMore(RegistrationHistory history) => history.Standing.Any(entry => entry.Change.Id != target.Id && !entry.Fields.IsEmpty);
}
