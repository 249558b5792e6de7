using Qingce.Standards;

namespace Qingce.Register;

/// <summary>GB 11643: the number tells birth date and sex. One that was unfit before a change and stays the same is no fault of it.</summary>
internal sealed class NumberFitsThePerson : RegisterRule
{
    public override string Code => "number-does-not-fit";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (deliberation.Request.Kind.TakesBack)
        {
            return null;
        }

        string[] unfit = [.. deliberation.Touched
            .Where(one => !Fits(one.After.Present) && (Fits(one.Before.Present) || IsOther(one.Before.Present, one.After.Present)))
            .Select(one => one.After.RegistrationId)];
        return unfit.Length == 0 ? null : Broken(
            "公民身份号码有误，或与出生日期、性别不符，请核对。",
            "The citizen number is faulty, or does not agree with the birth date or sex. Check all three.", unfit);
    }

    private static bool IsOther(RegistrationContent before, RegistrationContent after) =>
        before[RegisterField.CitizenNumber] != after[RegisterField.CitizenNumber];

    private static bool Fits(RegistrationContent content)
    {
        if (content[RegisterField.CitizenNumber].Length == 0)
        {
            return true;
        }

        CitizenNumberReading reading = content.Number;
        return reading.IsValid && !reading.Number.Sex.Contradicts(content.Sex)
            && (content.BirthDate.IsNone || (reading.Number.Birth is { } birth && content.BirthDate.Agrees(BirthDate.Of(birth))));
    }
}
