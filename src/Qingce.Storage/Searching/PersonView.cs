namespace Qingce.Storage.Searching;

/// <summary>A look at a person's values unmasked: who, when and for what purpose. Written once.</summary>
public sealed class PersonView
{
    /// <summary>Place in the order of recording; given by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>Instant of the look.</summary>
    public DateTimeOffset ViewedAt { get; init; }

    /// <summary>Who looked.</summary>
    public required string Actor { get; init; }

    /// <summary>For what.</summary>
    public required string Purpose { get; init; }

    /// <summary>The registration that was shown.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>Where it was shown, such as <c>search</c> or <c>registration</c>.</summary>
    public required string Place { get; init; }
}
