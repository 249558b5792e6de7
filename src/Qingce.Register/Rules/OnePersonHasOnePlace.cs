namespace Qingce.Register;

/// <summary>
/// Article 6 of 1958: one person is registered in one place, on every day. What was so before a change is no fault of it, nor of taking it back, which gives back exactly what was.
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
            string[] others = [.. deliberation.All
                .Where(other => other.RegistrationId != after.RegistrationId && BecomeOne(deliberation, before, after, other))
                .Select(other => other.RegistrationId)];
            if (others.Length > 0)
            {
                return Broken(
                    "此人（同一公民身份号码或已认定为同一人）在同一日另有在册登记。一人只能登记一处，请先注销、迁出或合并，并核对日期。",
                    "The person (one citizen number, or decided to be one person) has another living registration on the same day. One person has one place: cancel, move or merge it first, and check the days.",
                    [after.RegistrationId, .. others]);
            }
        }

        return null;
    }

    private static bool BecomeOne(Deliberation deliberation, RegistrationHistory before, RegistrationHistory after, RegistrationHistory other)
    {
        RegistrationHistory otherBefore = deliberation.Before(other.RegistrationId);
        Change? target = deliberation.Request.Kind.TakesBack ? before.Find(deliberation.Request.RefersTo!.Value)?.Change : null;
        return deliberation.DaysOf(after).Concat(deliberation.DaysOf(other)).Distinct().Any(day => AreOne(after, other, day) && !AreOne(before, otherBefore, day)
            && !(target is not null && AreOne(before.Before(target), otherBefore.Before(target), day)));
    }

    private static bool AreOne(RegistrationHistory one, RegistrationHistory other, DateOnly day) => AreOne(one.StateOn(day), other.StateOn(day), day);

    private static bool AreOne(RegistrationContent one, RegistrationContent other, DateOnly day) => Stands(one, day) && Stands(other, day)
        && (one.PersonId == other.PersonId || (one.Number.IsWellFormed && one.Number.Number == other.Number.Number && other.Number.IsWellFormed));

    // A file brings a registration as it is; where it says since when, nothing is known of it for the days before.
    private static bool Stands(RegistrationContent content, DateOnly day) =>
        content.IsLiving && !(day < content.RegisteredOn) && !(day < content.MovedInOn);
}
