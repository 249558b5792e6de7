using System.Collections.Immutable;
using Qingce.Standards;

namespace Qingce.Register;

/// <summary>The code of a division gives way to another for registrations that lie under it.</summary>
/// <param name="From">The old code, of a county, township or village.</param>
/// <param name="To">The new code of the same level.</param>
/// <param name="ChangedOn">The day from which it holds.</param>
/// <param name="RegistrationIds">The registrations; those that do not lie under the old code stay as they are.</param>
public sealed record ChangeDivision(
    DivisionCode From, DivisionCode To, DateOnly ChangedOn, ImmutableArray<string> RegistrationIds) : ChangeRequest
{
    /// <inheritdoc/>
    public override ChangeKind Kind => ChangeKind.DivisionChange;

    /// <inheritdoc/>
    public override DateOnly ValidFrom => ChangedOn;

    /// <inheritdoc/>
    public override string Article => "gb-t-2260";

    /// <inheritdoc/>
    public override IEnumerable<string> Registrations => RegistrationIds;

    /// <inheritdoc/>
    public override Surroundings Surroundings(IEnumerable<RegistrationHistory> named) => Qingce.Register.Surroundings.None;

    internal override IReadOnlyList<RegisterRule> Conditions => [new ADivisionHasThatSuccessor(From, To)];

    internal override void Draft(EffectDraft draft)
    {
        foreach (string id in RegistrationIds)
        {
            if (DivisionSuccession.TryMove(draft[id].Division, From, To, out DivisionCode moved))
            {
                draft.Set(id, RegisterField.Division, moved.ToString());
            }
        }
    }
}

/// <summary>How the code of a place follows when that of a division above it changes.</summary>
public static class DivisionSuccession
{
    /// <summary>The code of a place after a division that it lies in, or is, got another code: the digits below stay.</summary>
    /// <param name="place">The place.</param>
    /// <param name="from">The old code of the division.</param>
    /// <param name="to">The new code, of the same level.</param>
    /// <param name="moved">The new code of the place, or the place itself.</param>
    /// <returns>Whether the place lies under the division.</returns>
    public static bool TryMove(DivisionCode place, DivisionCode from, DivisionCode to, out DivisionCode moved)
    {
        long below = from.Level switch
        {
            DivisionLevel.County => 1_000_000,
            DivisionLevel.Township => 1000,
            DivisionLevel.Village => 1,
            _ => 0,
        };
        bool lies = below > 0 && place.Value / below == from.Value / below;
        moved = lies ? DivisionCode.FromValue(to.Value + place.Value % below) : place;
        return lies;
    }
}
