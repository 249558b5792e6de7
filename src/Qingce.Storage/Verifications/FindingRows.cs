using Qingce.Storage.Bulk;

namespace Qingce.Storage.Verifications;

/// <summary>Findings for the bulk path. One thread at a time.</summary>
internal sealed class FindingRows() : RowImages(BulkTable.Findings)
{
    /// <summary>Appends a finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Append(StoredFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        BeginRow();
        Append(finding.VerificationId);
        AppendText(finding.FindingId);
        Append(finding.Indicator);
        AppendText(finding.Class);
        Append(finding.Weight);
        Append(finding.IsReportable);
        AppendText(finding.RegistrationIds);
        AppendText(finding.RegistrationId);
        AppendText(finding.Task);
        Append(finding.Sealed);
        Append(finding.RecordedAt);
    }
}
