using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A registration, a death and whatever else is told of a person follow the birth. Where a correction sets the birth right, the earlier of both days counts.</summary>
internal sealed class NothingHappensBeforeBirth : RegisterRule
{
    public override string Code => "before-birth";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        ChangeRequest request = deliberation.Request;
        if (request.Kind.TakesBack || request.Kind is ChangeKind.DivisionChange or ChangeKind.Confirmation)
        {
            return null;
        }

        string[] unborn = [.. deliberation.Touched.Where(one => IsBefore(request.ValidFrom, one.Before.Present.BirthDate, one.After.Present.BirthDate)
                || IsRegisteredBefore(one.Before.Present, one.After.Present))
            .Select(one => one.After.RegistrationId)];
        return unborn.Length == 0 ? null : Broken(
            "日期早于出生日期，请核对两个日期。", "The day comes before the birth. Check both dates.", unborn);
    }

    private static bool IsBefore(DateOnly day, BirthDate one, BirthDate other) =>
        (one.Earliest ?? other.Earliest) is { } earliest && day < earliest && (other.Earliest is null || day < other.Earliest);

    private static bool IsRegisteredBefore(RegistrationContent before, RegistrationContent after) =>
        after.RegisteredOn is { } day && (before.RegisteredOn != day || before.BirthDate != after.BirthDate) && day < after.BirthDate.Earliest
        && !(before.RegisteredOn < before.BirthDate.Earliest);
}
