namespace Qingce.Register;

/// <summary>Births, registrations and moves have happened.</summary>
internal sealed class NoDayIsToCome : RegisterRule
{
    private static readonly RegisterField[] Days = [RegisterField.BirthDate, RegisterField.RegisteredOn, RegisterField.MovedInOn];

    public override string Code => "day-in-the-future";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        if (deliberation.Request.Kind.TakesBack)
        {
            return null;
        }

        DateOnly today = deliberation.Extract.Today;
        RegisterField[] ahead = [.. deliberation.Touched.SelectMany(one => Days.Where(
            field => one.Before.Present[field] != one.After.Present[field] && DayOf(one.After.Present, field) > today)).Distinct()];
        return ahead.Length == 0 ? null : Broken(
            $"日期在今天之后：{string.Join("、", ahead.Select(field => field.Shape.Chinese))}。请核对。",
            $"A day is yet to come: {string.Join(", ", ahead.Select(field => field.Shape.Name))}. Check it.",
            [.. deliberation.Touched.Select(one => one.After.RegistrationId)]);
    }

    private static DateOnly? DayOf(RegistrationContent content, RegisterField field) => field switch
    {
        RegisterField.BirthDate => content.BirthDate.Earliest,
        RegisterField.RegisteredOn => content.RegisteredOn,
        _ => content.MovedInOn,
    };
}
