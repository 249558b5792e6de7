using System.Text;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Bulk;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Importing;

/// <summary>Rejected rows and notes for the bulk path. What stood in a row is sealed. One thread at a time.</summary>
internal sealed class RejectRows(Keyring keys, long deliveryId, string sha256) : RowImages(BulkTable.DeliveryRejects)
{
    private readonly byte[] _subject = Encoding.UTF8.GetBytes(sha256);

    public void Append(RowFault fault)
    {
        Begin(fault.Row, fault.Column, fault.Fault.Code, fault.English, fault.Chinese);
        byte[] value = Encoding.UTF8.GetBytes(fault.Value);
        if (value.Length == 0)
        {
            Append(default(ReadOnlySpan<byte>));
        }
        else
        {
            keys.Seal(EnvelopePurpose.Reject, _subject, value, AppendRoom(Keyring.SealedLength(value.Length)));
        }
    }

    public void Append(DeliveryNote note)
    {
        Begin(DeliveryNote.Row, note.Column, note.Code, note.English, note.Chinese);
        Append(default(ReadOnlySpan<byte>));
    }

    private void Begin(long row, string column, string code, string english, string chinese)
    {
        BeginRow();
        Append((long?)deliveryId);
        Append((long?)row);
        // The whole row is an empty text here, which is not null.
        Encoding.UTF8.GetBytes(column, AppendRoom(Encoding.UTF8.GetByteCount(column)));
        AppendText(code);
        AppendText(english);
        AppendText(chinese);
    }
}
