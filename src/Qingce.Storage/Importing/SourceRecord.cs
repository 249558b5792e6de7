namespace Qingce.Storage.Importing;

/// <summary>A source record as last delivered. Texts are in the form of the source file; what is missing is null.</summary>
public sealed class SourceRecord
{
    /// <summary>Category, 1 to 23.</summary>
    public int Category { get; init; }

    /// <summary>Identifier, unique in its category.</summary>
    public required string SourceRecordId { get; init; }

    /// <summary>Delivering office.</summary>
    public string? Source { get; set; }

    /// <summary>Token of the event.</summary>
    public string? EventKind { get; set; }

    /// <summary>Day of the event.</summary>
    public string? EventDate { get; set; }

    /// <summary>Name of the person.</summary>
    public string? Name { get; set; }

    /// <summary>Code of the sex.</summary>
    public string? Sex { get; set; }

    /// <summary>Birth date.</summary>
    public string? BirthDate { get; set; }

    /// <summary>Code of the ethnicity.</summary>
    public string? Ethnicity { get; set; }

    /// <summary>Code of the relation of the counterpart.</summary>
    public string? Relation { get; set; }

    /// <summary>Name of the counterpart.</summary>
    public string? CounterpartName { get; set; }

    /// <summary>Division of 6 to 12 digits.</summary>
    public string? Division { get; set; }

    /// <summary>Kind of the document.</summary>
    public string? DocumentKind { get; set; }

    /// <summary>Who issued the document.</summary>
    public string? IssuingAuthority { get; set; }

    /// <summary>Day of issue.</summary>
    public string? IssuedOn { get; set; }

    /// <summary>Last day of validity.</summary>
    public string? ValidUntil { get; set; }

    /// <summary>Status.</summary>
    public string? Status { get; set; }

    /// <summary>Where the event happened.</summary>
    public string? EventPlace { get; set; }

    /// <summary>Who handled it.</summary>
    public string? Handler { get; set; }

    /// <summary>Day on which the source last confirmed the record.</summary>
    public string? RecordedAt { get; set; }

    /// <summary>Envelope with citizen number, counterpart's number, address and document number; null when all are missing.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Blind index of the citizen number; equal to that of the registration.</summary>
    public long? NumberKey { get; set; }

    /// <summary>Blind index of the counterpart's citizen number.</summary>
    public long? CounterpartKey { get; set; }

    /// <summary>Blind index of the paper, where its department issues papers of settlements.</summary>
    public long? PaperKey { get; set; }

    /// <summary>Keyed digest of the row as last delivered.</summary>
    public long Digest { get; set; }

    /// <summary>The delivery that brought this version; null for what came as an event.</summary>
    public long? DeliveryId { get; set; }

    /// <summary>1 when first delivered, one more with every version.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Instant when this version was recorded.</summary>
    public DateTimeOffset KnownFrom { get; set; }
}
