namespace Qingce.Register;

/// <summary>What a registration cannot be without is changed, never emptied.</summary>
internal sealed class ARegistrationGoesOnSayingWhoAndWhere(IReadOnlyDictionary<RegisterField, string> values) : RegisterRule
{
    public override string Code => "value-missing";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        RegisterField[] emptied = [.. values.Where(pair => IsNeeded(pair.Key) && EffectDraft.Kept(pair).Length == 0).Select(pair => pair.Key)];
        return emptied.Length == 0 ? null : Broken(
            $"不能改为空：{string.Join("、", emptied.Select(field => field.Shape.Chinese))}。请填写。",
            $"Not to be emptied: {string.Join(", ", emptied.Select(field => field.Shape.Name))}. Fill in.", [.. deliberation.Request.Registrations]);
    }

    private static bool IsNeeded(RegisterField field) => field is RegisterField.Name or RegisterField.Sex or RegisterField.BirthDate
        or RegisterField.HouseholdId or RegisterField.Relation or RegisterField.Division;
}
