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

        // Also for some days alone: what lies on top, a merge perhaps, may be taken back, and then it is gone for good.
        string[] taken = [.. deliberation.Touched
            .Where(one => deliberation.DaysOf(one.Before).Concat(deliberation.DaysOf(one.After)).Any(day => one.Before.StateOn(day).IsLiving && !one.After.StateOn(day).IsLiving))
            .Select(one => one.Before.RegistrationId)];
        return taken.Length == 0 ? null : SecondPerson.Judge(this, request, taken);
    }
}
