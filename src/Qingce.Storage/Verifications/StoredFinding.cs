namespace Qingce.Storage.Verifications;

/// <summary>A finding of a verification, or of an event.</summary>
public sealed class StoredFinding
{
    /// <summary>The verification; all zeros for findings from events.</summary>
    public Guid VerificationId { get; init; }

    /// <summary>16 hexadecimal digits, the same in every run that finds it.</summary>
    public required string FindingId { get; init; }

    /// <summary>Number of the indicator, 1 to 12.</summary>
    public int Indicator { get; init; }

    /// <summary>Token of the problem class it proposes.</summary>
    public required string Class { get; init; }

    /// <summary>Strength, 0 to 20.</summary>
    public double Weight { get; init; }

    /// <summary>False for a hint that counts in no rate.</summary>
    public bool IsReportable { get; init; }

    /// <summary>The registrations it names, joined by semicolons, in ordinal order.</summary>
    public required string RegistrationIds { get; init; }

    /// <summary>First of the registrations.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>Token of what somebody should do.</summary>
    public required string Task { get; init; }

    /// <summary>Envelope of the evidence and of the sentence in Chinese and English.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Instant of recording.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
