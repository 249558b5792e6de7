using System.Text;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Deliveries;
using Qingce.Storage.Bulk;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Importing;

/// <summary>Past changes for the bulk path. One thread at a time.</summary>
internal sealed class PastChangeRows(Keyring keys, long deliveryId) : RowImages(BulkTable.PastChanges)
{
    // Positions in FileShapes.Changes; those of the sealed ones are their numbers in an envelope.
    private static readonly int[] Plain = [0, 1, 2, 5, 6, 8, 9];
    private static readonly int[] Sealed = [3, 4, 7];

    private static readonly (byte[] Token, DocumentKind Kind)[] Papers =
        [.. SettlementPapers.Kinds.Select(kind => (Encoding.UTF8.GetBytes(CodeLists.DocumentKinds.Token(kind)), kind))];

    private static readonly byte[] Registration = Encoding.UTF8.GetBytes(ChangedFields.Registration);

    private byte[] _opened = new byte[256];

    public void Append(DeliveryChunk chunk, int row, long digest)
    {
        BeginRow();
        Append((long?)deliveryId);
        Append((long?)chunk.RowNumber(row));
        foreach (int field in Plain)
        {
            Append(chunk[row, field]);
        }

        int room = SealedFields.Room(Sealed.Length, chunk.Row(row).Length);
        if (_opened.Length < room)
        {
            _opened = new byte[room * 2];
        }

        int length = 0;
        foreach (int field in Sealed)
        {
            length += SealedFields.Write(_opened.AsSpan(length), (byte)field, chunk[row, field]);
        }

        if (length == 0)
        {
            Append(default(ReadOnlySpan<byte>));
        }
        else
        {
            keys.Seal(EnvelopePurpose.PastChange, chunk[row, 0], _opened.AsSpan(0, length), AppendRoom(Keyring.SealedLength(length)));
        }

        Append(PaperKey(chunk[row, 2], chunk[row, 6], chunk[row, 7]));
        Append((long?)digest);
    }

    // Of the acts of registration alone: no other change is a settlement.
    private long? PaperKey(ReadOnlySpan<byte> field, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> number)
    {
        if (kind.IsEmpty || number.IsEmpty || !field.SequenceEqual(Registration))
        {
            return null;
        }

        foreach ((byte[] token, DocumentKind paper) in Papers)
        {
            if (kind.SequenceEqual(token))
            {
                return SearchKeys.OfPaper(keys, paper, number);
            }
        }

        return null;
    }
}
