namespace Qingce.Storage.Sealing;

/// <summary>A table with envelopes: the columns of its key, and what each envelope belongs to, as SQL over the row <c>t</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Columns by which its rows are gone through and found again, of text or numbers.</param>
/// <param name="Subject">SQL of the subject.</param>
/// <param name="Purpose">Purpose of its envelopes.</param>
internal sealed record SealedTable(string Table, string[] Key, string Subject, EnvelopePurpose Purpose)
{
    public static IReadOnlyList<SealedTable> All { get; } =
    [
        new("registrations", ["registration_id"], "t.registration_id", EnvelopePurpose.Registration),
        new("registration_photos", ["registration_id"], "t.registration_id", EnvelopePurpose.Photo),
        new("changes", ["sequence"], "lower(CAST(t.change_id AS text))", EnvelopePurpose.Evidence),
        new("change_effects", ["registration_id", "sequence"], "t.registration_id", EnvelopePurpose.Effect),
        new("past_changes", ["delivery_id", "row"], "t.registration_id", EnvelopePurpose.PastChange),
        new("delivery_rejects", ["delivery_id", "row", "column"], "(SELECT d.sha256 FROM deliveries d WHERE d.delivery_id = t.delivery_id)", EnvelopePurpose.Reject),
        new("source_records", ["category", "source_record_id"], "t.source_record_id", EnvelopePurpose.SourceRecord),
        new("source_record_versions", ["category", "source_record_id", "version"], "t.source_record_id", EnvelopePurpose.SourceRecord),
        new("findings", ["finding_id"], "t.finding_id", EnvelopePurpose.Finding),
        new("proposals", ["made_at"], "lower(CAST(t.proposal_id AS text))", EnvelopePurpose.Proposal),
        new("events", ["sequence"], "t.event_id", EnvelopePurpose.Event),
        new("idempotency_keys", ["actor", "key"], "t.actor || ' ' || t.key", EnvelopePurpose.Answer),
    ];
}
