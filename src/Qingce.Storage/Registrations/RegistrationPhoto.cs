namespace Qingce.Storage.Registrations;

/// <summary>A photo of the registered person, sealed.</summary>
public sealed class RegistrationPhoto
{
    /// <summary>The registration.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>Instant when the photo was recorded; a newer one leaves the older ones in place.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Media type, such as image/jpeg.</summary>
    public required string MediaType { get; init; }

    /// <summary>Envelope of the picture.</summary>
    public required byte[] Sealed { get; set; }
}
