namespace Qingce.Register;

/// <summary>What waits for a person is confirmed or declined once.</summary>
internal sealed class OnlyAProvisionalChangeIsConfirmed(Change target) : RegisterRule
{
    public override string Code => "not-provisional";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        string[] ids = [.. deliberation.Request.Registrations];
        return target.IsProvisional && ids.All(id => deliberation.Before(id) is var history
            && history.Find(target.Id) is not null && !history.IsTakenBack(target.Id) && !history.IsConfirmed(target.Id))
            ? null
            : Broken("该变更不是待确认的变更，或已确认、已撤销。", "The change does not wait for a person: it is not provisional, confirmed already, or taken back.", ids);
    }
}
