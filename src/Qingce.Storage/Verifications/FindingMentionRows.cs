using Qingce.Storage.Bulk;

namespace Qingce.Storage.Verifications;

/// <summary>What findings name beside their first registration, for the bulk path. One thread at a time.</summary>
internal sealed class FindingMentionRows() : RowImages(BulkTable.FindingMentions)
{
    /// <summary>Appends those of a finding.</summary>
    public void Append(StoredFinding finding)
    {
        foreach (FindingMention mention in FindingMention.Of(finding))
        {
            BeginRow();
            Append(mention.VerificationId);
            AppendText(mention.RegistrationId);
            AppendText(mention.FindingId);
        }
    }
}
