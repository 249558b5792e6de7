using Qingce.Exchange.Files;
using Qingce.Register;
using Qingce.Storage.Sealing;

namespace Qingce.Storage.Reading;

/// <summary>A table of the store as the file that it would be.</summary>
/// <param name="Table">The table.</param>
/// <param name="Shape">The columns of the file.</param>
/// <param name="Sealed">The columns that lie in the envelope, with their numbers in it.</param>
/// <param name="Purpose">Purpose of the envelope.</param>
/// <param name="Subject">The column that the envelope belongs to.</param>
internal sealed record ReadTable(
    string Table, IReadOnlyList<FieldShape> Shape, IReadOnlyDictionary<string, byte> Sealed, EnvelopePurpose Purpose, string Subject)
{
    public static ReadTable Registrations { get; } = new(
        "registrations", FileShapes.Register,
        RegisterFields.All().Where(field => field.IsSensitive).ToDictionary(field => field.Shape.Name, field => (byte)field),
        EnvelopePurpose.Registration, "registration_id");

    public static ReadTable SourceRecords { get; } = new(
        "source_records", FileShapes.Source,
        new Dictionary<string, byte> { ["citizen_number"] = 4, ["counterpart_citizen_number"] = 10, ["address"] = 13, ["document_number"] = 15 },
        EnvelopePurpose.SourceRecord, "source_record_id");

    public static ReadTable PastChanges { get; } = new(
        "past_changes", FileShapes.Changes, new Dictionary<string, byte> { ["old_value"] = 3, ["new_value"] = 4, ["document_number"] = 7 },
        EnvelopePurpose.PastChange, "registration_id");
}
