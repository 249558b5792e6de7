namespace Qingce.Register;

/// <summary>Whatever takes a living registration away needs a second, different person. A move out is the holder's own wish; what is provisional waits for a person.</summary>
internal sealed class CancellationNeedsASecondPerson : RegisterRule
{
    public override string Code => "second-person-needed";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.IsProvisional || request.Kind == ChangeKind.MoveOut)
        {
            return null;
        }

        string[] taken = [.. deliberation.Touched.Where(one => one.Before.Present.IsLiving && !one.After.Present.IsLiving)
            .Select(one => one.Before.RegistrationId)];
        return taken.Length == 0 ? null : SecondPerson.Judge(this, request, taken);
    }
}
