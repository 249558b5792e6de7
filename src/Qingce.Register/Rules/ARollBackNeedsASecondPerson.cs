namespace Qingce.Register;

/// <summary>Nobody calls a registration illegal alone.</summary>
internal sealed class ARollBackNeedsASecondPerson : RegisterRule
{
    public override string Code => "second-person-needed";

    public override BrokenRule? Judge(Deliberation deliberation) => SecondPerson.Judge(this, deliberation.Request, [.. deliberation.Request.Registrations]);
}
