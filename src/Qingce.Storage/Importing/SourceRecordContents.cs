using System.Text;
using System.Text.Json;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Importing;

/// <summary>A source record's row as its 23 exchange fields, and the other way round.</summary>
public static class SourceRecordContents
{
    /// <summary>What the record says: one text an exchange field, in the order of <see cref="FileShapes.Source"/>; null where nothing is said.</summary>
    /// <param name="record">The row.</param>
    /// <param name="keys">Opens its envelope.</param>
    /// <exception cref="SealBrokenException">The envelope does not open.</exception>
    public static string?[] Fields(this SourceRecord record, Keyring keys)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(keys);
        string?[] fields = [.. FileShapes.Source.Select(shape => Plain(record, shape.Name))];
        if (record.Sealed is { } envelope)
        {
            ReadOnlySpan<byte> rest = keys.Open(EnvelopePurpose.SourceRecord, record.SourceRecordId, envelope);
            while (SealedFields.TryRead(ref rest, out byte field, out ReadOnlySpan<byte> text))
            {
                fields[field] = Encoding.UTF8.GetString(text);
            }
        }

        return fields;
    }

    /// <summary>Brings the row to what a record says. Version, digest and the rest that is no content stay.</summary>
    /// <param name="record">The row.</param>
    /// <param name="fields">One text an exchange field; empty where nothing is said.</param>
    /// <param name="keys">Seals and keys it.</param>
    public static void Take(this SourceRecord record, IReadOnlyList<string> fields, Keyring keys)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(keys);
        string? Of(string name) => fields[Position(name)] is { Length: > 0 } text ? text : null;
        record.Source = Of("source");
        record.EventKind = Of("event_kind");
        record.EventDate = Of("event_date");
        record.Name = Of("name");
        record.Sex = Of("sex");
        record.BirthDate = Of("birth_date");
        record.Ethnicity = Of("ethnicity");
        record.Relation = Of("relation");
        record.CounterpartName = Of("counterpart_name");
        record.Division = Of("division");
        record.DocumentKind = Of("document_kind");
        record.IssuingAuthority = Of("issuing_authority");
        record.IssuedOn = Of("issued_on");
        record.ValidUntil = Of("valid_until");
        record.Status = Of("status");
        record.EventPlace = Of("event_place");
        record.Handler = Of("handler");
        record.RecordedAt = Of("recorded_at");
        record.NumberKey = Searching.SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(fields[Position("citizen_number")]));
        record.CounterpartKey = Searching.SearchKeys.OfNumber(keys, Encoding.UTF8.GetBytes(fields[Position("counterpart_citizen_number")]));
        record.PaperKey = Searching.SearchKeys.OfPaper(keys, SettlementPapers.IssuedBy(record.Category), Encoding.UTF8.GetBytes(fields[Position("document_number")]));
        record.Sealed = Seal(record.SourceRecordId, fields, keys);
    }

    /// <summary>The row as a version that another one replaces.</summary>
    /// <param name="record">The row.</param>
    /// <param name="version">Its version.</param>
    /// <param name="until">Instant when it was replaced.</param>
    internal static SourceRecordVersion AsVersion(this SourceRecord record, int version, DateTimeOffset until) => new()
    {
        Category = record.Category,
        SourceRecordId = record.SourceRecordId,
        Version = version,
        Plain = PlainJson(record),
        Sealed = record.Sealed,
        KnownFrom = record.KnownFrom,
        KnownUntil = until,
        DeliveryId = record.DeliveryId,
    };

    private static byte[]? Seal(string id, IReadOnlyList<string> fields, Keyring keys)
    {
        byte[] plain = new byte[SealedFields.Room(SourceRecordRows.Sealed.Count, SourceRecordRows.Sealed.Sum(field => Encoding.UTF8.GetByteCount(fields[field])))];
        int length = 0;
        foreach (int field in SourceRecordRows.Sealed)
        {
            length += SealedFields.Write(plain.AsSpan(length), (byte)field, Encoding.UTF8.GetBytes(fields[field]));
        }

        return length == 0 ? null : keys.Seal(EnvelopePurpose.SourceRecord, id, plain.AsSpan(0, length));
    }

    private static string PlainJson(SourceRecord record)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach (FieldShape shape in FileShapes.Source)
            {
                if (shape.Name != "source_record_id" && Plain(record, shape.Name) is { } text)
                {
                    json.WriteString(shape.Name, text);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static int Position(string name) => FileShapes.Source.Index().First(field => field.Item.Name == name).Index;

    private static string? Plain(SourceRecord record, string field) => field switch
    {
        "source" => record.Source,
        "source_record_id" => record.SourceRecordId,
        "event_kind" => record.EventKind,
        "event_date" => record.EventDate,
        "name" => record.Name,
        "sex" => record.Sex,
        "birth_date" => record.BirthDate,
        "ethnicity" => record.Ethnicity,
        "relation" => record.Relation,
        "counterpart_name" => record.CounterpartName,
        "division" => record.Division,
        "document_kind" => record.DocumentKind,
        "issuing_authority" => record.IssuingAuthority,
        "issued_on" => record.IssuedOn,
        "valid_until" => record.ValidUntil,
        "status" => record.Status,
        "event_place" => record.EventPlace,
        "handler" => record.Handler,
        "recorded_at" => record.RecordedAt,
        _ => null,
    };
}
