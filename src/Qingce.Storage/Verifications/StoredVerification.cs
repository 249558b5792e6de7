namespace Qingce.Storage.Verifications;

/// <summary>A verification of the register as it stood.</summary>
public sealed class StoredVerification
{
    /// <summary>Identifier, a version-7 UUID.</summary>
    public Guid VerificationId { get; init; }

    /// <summary>Instant when it began; the register is read as it stood then.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Instant when its findings were complete; null while it runs or when it was given up.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The day it looked back from.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Number of findings.</summary>
    public long Findings { get; set; }

    /// <summary>The figures, as in metrics.json.</summary>
    public string? Metrics { get; set; }

    /// <summary>Why it failed, in English.</summary>
    public string? Fault { get; set; }

    /// <summary>Why it failed, in Chinese.</summary>
    public string? FaultChinese { get; set; }
}
