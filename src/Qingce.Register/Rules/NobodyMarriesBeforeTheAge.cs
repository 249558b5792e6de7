using Qingce.Standards;

namespace Qingce.Register;

/// <summary>The age of marriage: 22 and 20, and 20 and 18 before 1981; lower in autonomous areas.</summary>
internal sealed class NobodyMarriesBeforeTheAge(DivisionCode place) : RegisterRule
{
    public override string Code => "below-marriage-age";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        DateOnly day = deliberation.Request.ValidFrom;
        string[] young = [.. deliberation.Request.Registrations.Where(id => IsTooYoung(deliberation.On(id), day, place))];
        return young.Length == 0 ? null : Broken(
            "未到当时当地的法定婚龄，请核对出生日期和结婚日期。", "Below the age of marriage of that day and place. Check the birth date and the day of marriage.", young);
    }

    /// <summary>Whether somebody is below the age of marriage on a day, at a place or else at home.</summary>
    public static bool IsTooYoung(RegistrationContent content, DateOnly day, DivisionCode place) => !content.BirthDate.IsNone
        && content.BirthDate.OldestAgeOn(day) < MarriageAge.Of(content.Sex, DayNumber.Of(day), place.IsNone ? content.Division : place);
}
