using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Deliveries;
using Qingce.Exchange.Files;
using Qingce.Storage.Bulk;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Importing;

/// <summary>Source records for the bulk path: sealed and keyed as they are appended. One thread at a time.</summary>
internal sealed class SourceRecordRows(Keyring keys, int category, long? deliveryId, DateTimeOffset knownFrom) : RowImages(BulkTable.SourceRecords)
{
    /// <summary>Positions in the file's shape of what is sealed; the numbers by which it stands in an envelope.</summary>
    public static IReadOnlyList<int> Sealed { get; } = Positions("citizen_number", "counterpart_citizen_number", "address", "document_number");

    private const int IdField = 1;

    private static readonly int[] Plain = [.. Enumerable.Range(0, FileShapes.Source.Count).Where(field => field != IdField && !Sealed.Contains(field))];

    private readonly DocumentKind _paper = SettlementPapers.IssuedBy(category);
    private byte[] _opened = new byte[1024];

    public void Append(DeliveryChunk chunk, int row, long digest, int version)
    {
        BeginRow();
        Append(category);
        Append(chunk[row, IdField]);
        foreach (int field in Plain)
        {
            Append(chunk[row, field]);
        }

        int room = SealedFields.Room(Sealed.Count, chunk.Row(row).Length);
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
            keys.Seal(EnvelopePurpose.SourceRecord, chunk[row, IdField], _opened.AsSpan(0, length), AppendRoom(Keyring.SealedLength(length)));
        }

        Append(SearchKeys.OfNumber(keys, chunk[row, Sealed[0]]));
        Append(SearchKeys.OfNumber(keys, chunk[row, Sealed[1]]));
        Append(_paper == DocumentKind.None ? null : SearchKeys.OfPaper(keys, _paper, chunk[row, Sealed[3]]));
        Append((long?)digest);
        Append(deliveryId);
        Append(version);
        Append(knownFrom);
    }

    private static int[] Positions(params string[] names) =>
        [.. names.Select(name => Enumerable.Range(0, FileShapes.Source.Count).Single(field => FileShapes.Source[field].Name == name))];
}
