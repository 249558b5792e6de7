namespace Qingce.Storage.Changes;

/// <summary>What a change did to one registration. Written once; only its envelope is ever replaced, when keys are rotated.</summary>
public sealed class StoredEffect
{
    /// <summary>The registration.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>The change, by its <see cref="StoredChange.Sequence"/>.</summary>
    public long Sequence { get; init; }

    /// <summary>The household that the registration was in before, where the effect changes it: by it past members of a household are found.</summary>
    public string? HouseholdFrom { get; init; }

    /// <summary>The household that the registration is in from then on, where the effect changes it.</summary>
    public string? HouseholdTo { get; init; }

    /// <summary>The plain fields as JSON: the field's number to a pair of old and new value.</summary>
    public string? Plain { get; init; }

    /// <summary>Envelope of the sealed fields in the same form, or null.</summary>
    public byte[]? Sealed { get; init; }
}
