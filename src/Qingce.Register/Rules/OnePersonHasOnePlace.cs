namespace Qingce.Register;

/// <summary>
/// Article 6 of 1958: one person is registered in one place. What was so before a change is no fault of it, nor of taking it back, which gives back exactly what was.
/// </summary>
internal sealed class OnePersonHasOnePlace : RegisterRule
{
    public override string Code => "one-person-one-place";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.Kind is ChangeKind.DivisionChange or ChangeKind.Confirmation)
        {
            return null;
        }

        foreach ((RegistrationHistory before, RegistrationHistory after) in deliberation.Touched)
        {
            RegistrationContent mine = after.Present;
            string[] others = [.. deliberation.All
                .Where(other => other.RegistrationId != after.RegistrationId && AreOne(mine, other.Present))
                .Where(other => !WereOne(before, deliberation.Before(other.RegistrationId), request))
                .Select(other => other.RegistrationId)];
            if (others.Length > 0)
            {
                return Broken(
                    "此人（同一公民身份号码或已认定为同一人）另有在册登记。一人只能登记一处，请先注销、迁出或合并。",
                    "The person (one citizen number, or decided to be one person) has another living registration. One person has one place: cancel, move or merge it first.",
                    [after.RegistrationId, .. others]);
            }
        }

        return null;
    }

    private static bool WereOne(RegistrationHistory one, RegistrationHistory other, ChangeRequest request) => AreOne(one.Present, other.Present)
        || (request.Kind.TakesBack && one.Find(request.RefersTo!.Value)?.Change is { } target && AreOne(one.Before(target).Present, other.Before(target).Present));

    private static bool AreOne(RegistrationContent one, RegistrationContent other) => one.IsLiving && other.IsLiving
        && (one.PersonId == other.PersonId || (one.Number.IsWellFormed && one.Number.Number == other.Number.Number && other.Number.IsWellFormed));
}
