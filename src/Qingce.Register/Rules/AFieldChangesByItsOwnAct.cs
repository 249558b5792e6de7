namespace Qingce.Register;

/// <summary>What a move, a marriage, a cancellation or a merge says is changed by these acts alone, where their own rules hold.</summary>
internal sealed class AFieldChangesByItsOwnAct(IEnumerable<RegisterField> fields) : RegisterRule
{
    /// <summary>Whether it is a correction, which may set right how the registration began and where it belongs.</summary>
    public bool OfACorrection { get; init; }

    public override string Code => "field-has-its-own-act";

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        RegisterField[] others = [.. fields.Where(field => !MayChange(field))];
        return others.Length == 0 ? null : Broken(
            $"不能以此变更：{string.Join("、", others.Select(field => field.Shape.Chinese))}。请办理迁移、结婚、离婚、分户、注销、恢复、合并或区划代码变更。",
            $"Not to be changed like this: {string.Join(", ", others.Select(field => field.Shape.Name))}. Register the move, marriage, divorce, split, cancellation, restoration, merge or change of the division.");
    }

    private bool MayChange(RegisterField field) => field switch
    {
        RegisterField.RegistrationId or RegisterField.PersonId => false,
        RegisterField.CancelledOn or RegisterField.CancelledFor or RegisterField.MovedOutTo => false,
        RegisterField.HouseholdId or RegisterField.HouseholdType or RegisterField.RegisteredOn or RegisterField.RegisteredFor => OfACorrection,
        RegisterField.Division or RegisterField.MaritalStatus => OfACorrection,
        RegisterField.MovedInOn or RegisterField.MovedInFrom or RegisterField.MovedInFor => OfACorrection,
        _ => true,
    };
}
