using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>What a change makes of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Old">The text valid just before, as far as was known when the change was recorded.</param>
/// <param name="New">The text from then on.</param>
public readonly record struct FieldChange(RegisterField Field, string Old, string New)
{
    /// <summary>Whether the text became another one. An act also says what it found said already: what comes late lands under that too.</summary>
    public bool IsDifferent => Old != New;
}

/// <summary>What a change makes of one registration.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Fields">
/// The fields that it states, of which one at least becomes different. Empty for what only concerns other changes (an undo, a roll-back, a confirmation): it says which
/// registrations are touched.
/// </param>
public sealed record ChangeEffect(string RegistrationId, ImmutableArray<FieldChange> Fields);
