namespace Qingce.Storage.Bulk;

/// <summary>What a column of a bulk path holds.</summary>
internal enum BulkType : byte
{
    Text,
    Bytes,
    Int32,
    Int64,
    Boolean,
    Instant,
    Double,
    Uuid,
}

/// <summary>A column of a bulk path.</summary>
internal readonly record struct BulkColumn(string Name, BulkType Type);

/// <summary>A table that is written by the bulk path, and its columns in the order of the row images.</summary>
internal sealed record BulkTable(string Name, params BulkColumn[] Columns)
{
    public static BulkTable Registrations { get; } = new(
        "registrations",
        [
            Text("registration_id"), Int32("area"), Text("household_id"), Text("household_type"), Text("relation"), Text("name"), Text("former_name"), Text("sex"),
            Text("ethnicity"), Text("birth_date"), Text("division"), Text("birthplace"), Text("native_place"), Text("marital_status"), Text("education"),
            Text("occupation"), Text("employer"), Text("registered_on"), Text("registered_for"), Text("moved_in_on"), Text("moved_in_from"), Text("moved_in_for"),
            Text("card_issued_on"), Text("cancelled_on"), Text("cancelled_for"), Text("moved_out_to"), Bytes("sealed"), Int64("number_key"), Int64("phone_key"),
            Int64("address_key"), Text("name_key"), Text("pinyin"), Text("person_id"), Int32("version"), Int64("digest"), Int64("delivery_id"),
            new("known_from", BulkType.Instant), new("is_provisional", BulkType.Boolean),
        ]);

    public static BulkTable SourceRecords { get; } = new(
        "source_records",
        [
            Int32("category"), Text("source_record_id"), Text("source"), Text("event_kind"), Text("event_date"), Text("name"), Text("sex"), Text("birth_date"),
            Text("ethnicity"), Text("relation"), Text("counterpart_name"), Text("division"), Text("document_kind"), Text("issuing_authority"), Text("issued_on"),
            Text("valid_until"), Text("status"), Text("event_place"), Text("handler"), Text("recorded_at"), Bytes("sealed"), Int64("number_key"), Int64("counterpart_key"),
            Int64("paper_key"), Int64("digest"), Int64("delivery_id"), Int32("version"), new("known_from", BulkType.Instant),
        ]);

    public static BulkTable PastChanges { get; } = new(
        "past_changes",
        [
            Int64("delivery_id"), Int64("row"), Text("registration_id"), Text("changed_on"), Text("field"), Text("reason"), Text("document_kind"), Text("handler"),
            Text("agent"), Bytes("sealed"), Int64("paper_key"), Int64("digest"),
        ]);

    public static BulkTable DeliveryRejects { get; } = new(
        "delivery_rejects",
        [Int64("delivery_id"), Int64("row"), Text("column"), Text("code"), Text("english"), Text("chinese"), Bytes("sealed")]);

    public static BulkTable Findings { get; } = new(
        "findings",
        [
            new("verification_id", BulkType.Uuid), Text("finding_id"), Int32("indicator"), Text("class"), new("weight", BulkType.Double),
            new("is_reportable", BulkType.Boolean), Text("registration_ids"), Text("registration_id"), Text("task"), Bytes("sealed"),
            new("recorded_at", BulkType.Instant),
        ]);

    public static BulkTable FindingMentions { get; } = new("finding_mentions", [new("verification_id", BulkType.Uuid), Text("registration_id"), Text("finding_id")]);

    public static IReadOnlyList<BulkTable> All { get; } = [Registrations, SourceRecords, PastChanges, DeliveryRejects, Findings, FindingMentions];

    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private static BulkColumn Text(string name) => new(name, BulkType.Text);

    private static BulkColumn Bytes(string name) => new(name, BulkType.Bytes);

    private static BulkColumn Int32(string name) => new(name, BulkType.Int32);

    private static BulkColumn Int64(string name) => new(name, BulkType.Int64);
}
