using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>
/// A later file of the register brings other values. Only what the source itself changed since it last delivered is taken, and never over what an
/// officer decided in the meantime: see <see cref="Withheld"/>.
/// </summary>
/// <param name="Delivered">The row in kept form.</param>
/// <param name="Columns">The columns that the file has; others are left alone.</param>
/// <param name="DeliveredOn">The day that the file describes.</param>
public sealed record TakeDelivery(RegistrationContent Delivered, ImmutableArray<RegisterField> Columns, DateOnly DeliveredOn) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.Delivery;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => DeliveredOn;

    /// <inheritdoc/>
    public override string Article => "delivery";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => [Delivered.RegistrationId];

    private protected override IEnumerable<RegistrationContent> NewContents => [Delivered];

    internal override IReadOnlyList<RegisterRule> Conditions => [new RegistrationsAreKnown()];

    /// <summary>The fields in which the source now says something else than before, but an officer's word stands.</summary>
    public static ImmutableArray<RegisterField> Withheld(RegistrationHistory history, RegistrationContent delivered, IEnumerable<RegisterField> columns) =>
        [.. New(history, delivered, columns).Where(field => history.Present[field] != delivered[field] && history.IsDecided(field))];

    internal override void Draft(EffectDraft draft)
    {
        RegistrationHistory history = draft.History(Delivered.RegistrationId);
        draft.Touch(history.RegistrationId);
        foreach (RegisterField field in New(history, Delivered, Columns).Where(field => !history.IsDecided(field)))
        {
            draft.Set(history.RegistrationId, field, Delivered[field]);
        }
    }

    private static IEnumerable<RegisterField> New(RegistrationHistory history, RegistrationContent delivered, IEnumerable<RegisterField> columns)
    {
        RegistrationContent before = history.AsDelivered;
        return columns.Where(field => field is not (RegisterField.RegistrationId or RegisterField.PersonId) && before[field] != delivered[field]);
    }
}
