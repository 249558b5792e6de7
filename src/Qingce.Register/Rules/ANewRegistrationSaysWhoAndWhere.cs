using Qingce.Standards;

namespace Qingce.Register;

/// <summary>A new registration says name, sex, birth date, household and relation, and nothing of an end.</summary>
internal sealed class ANewRegistrationSaysWhoAndWhere(RegistrationContent content) : RegisterRule
{
    /// <summary>Whether the registration may be a known one, which says who already.</summary>
    public bool OrIsKnown { get; init; }

    public override string Code => "value-missing";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        bool isKnown = OrIsKnown && deliberation.Before(content.RegistrationId).Present.Exists;
        List<RegisterField> missing = [];
        Need(content.HouseholdId.Length > 0, RegisterField.HouseholdId);
        Need(!content.Relation.IsNone, RegisterField.Relation);
        Need(isKnown || content.Name.Length > 0, RegisterField.Name);
        Need(isKnown || content.Sex.IsKnown, RegisterField.Sex);
        Need(isKnown || content.BirthDate.Precision == DatePrecision.Day, RegisterField.BirthDate);
        if (missing.Count > 0)
        {
            return Broken(
                $"缺少：{string.Join("、", missing.Select(field => field.Shape.Chinese))}。请填写。",
                $"Missing: {string.Join(", ", missing.Select(field => field.Shape.Name))}. Fill in.", content.RegistrationId);
        }

        return content.IsLiving || !content.Exists ? null : Broken(
            "新登记不能带有注销内容。", "A new registration cannot be cancelled already.", content.RegistrationId);

        void Need(bool given, RegisterField field)
        {
            if (!given)
            {
                missing.Add(field);
            }
        }
    }
}
