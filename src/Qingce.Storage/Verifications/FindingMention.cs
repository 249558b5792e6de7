namespace Qingce.Storage.Verifications;

/// <summary>A registration that a finding names beside its first one, by which it is found as well. Written once, with the finding.</summary>
public sealed class FindingMention
{
    /// <summary>The verification; all zeros for findings from events.</summary>
    public Guid VerificationId { get; init; }

    /// <summary>The registration.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>The finding.</summary>
    public required string FindingId { get; init; }

    /// <summary>Those of a finding; none where it names one registration.</summary>
    public static IEnumerable<FindingMention> Of(StoredFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.RegistrationIds.Split(';').Skip(1).Distinct(StringComparer.Ordinal).Where(registration => registration != finding.RegistrationId)
            .Select(registration => new FindingMention { VerificationId = finding.VerificationId, RegistrationId = registration, FindingId = finding.FindingId });
    }
}
