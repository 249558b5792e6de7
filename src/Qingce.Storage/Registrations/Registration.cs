namespace Qingce.Storage.Registrations;

/// <summary>
/// A registration as it is valid now and known now: the projection of its baseline and its changes, kept in the transaction of each change. Texts are
/// in the form of the register file; what is missing is null. The columns number, former numbers, phone and addresses are in <see cref="Sealed"/> alone.
/// </summary>
public sealed class Registration
{
    /// <summary>The registration's identifier, unique in the register whatever the area.</summary>
    public required string RegistrationId { get; init; }

    /// <summary>First four digits of the county code, 0 where unknown; PostgreSQL keeps each area in a partition of its own.</summary>
    public int Area { get; set; }

    /// <summary>Identifier of the household.</summary>
    public string? HouseholdId { get; set; }

    /// <summary>Code of the kind of household.</summary>
    public string? HouseholdType { get; set; }

    /// <summary>Code of the relation to the head (GB/T 4761).</summary>
    public string? Relation { get; set; }

    /// <summary>The name as written.</summary>
    public string? Name { get; set; }

    /// <summary>A former name as written.</summary>
    public string? FormerName { get; set; }

    /// <summary>Code of the sex (GB/T 2261.1).</summary>
    public string? Sex { get; set; }

    /// <summary>Code of the ethnicity (GB/T 3304).</summary>
    public string? Ethnicity { get; set; }

    /// <summary>Birth date, yyyy-MM-dd, or shorter where only month or year are known.</summary>
    public string? BirthDate { get; set; }

    /// <summary>Division of 6 to 12 digits.</summary>
    public string? Division { get; set; }

    /// <summary>Place of birth.</summary>
    public string? Birthplace { get; set; }

    /// <summary>Native place.</summary>
    public string? NativePlace { get; set; }

    /// <summary>Code of the marital status (GB/T 2261.2).</summary>
    public string? MaritalStatus { get; set; }

    /// <summary>Code of the education (GB/T 4658).</summary>
    public string? Education { get; set; }

    /// <summary>Occupation.</summary>
    public string? Occupation { get; set; }

    /// <summary>Employer.</summary>
    public string? Employer { get; set; }

    /// <summary>Day of registration.</summary>
    public string? RegisteredOn { get; set; }

    /// <summary>Reason of registration.</summary>
    public string? RegisteredFor { get; set; }

    /// <summary>Day of the last move in.</summary>
    public string? MovedInOn { get; set; }

    /// <summary>Where the person moved from.</summary>
    public string? MovedInFrom { get; set; }

    /// <summary>Reason of the move in.</summary>
    public string? MovedInFor { get; set; }

    /// <summary>Day on which the identity card was issued.</summary>
    public string? CardIssuedOn { get; set; }

    /// <summary>Day of cancellation; null for a living registration.</summary>
    public string? CancelledOn { get; set; }

    /// <summary>Reason of cancellation; null for a living registration.</summary>
    public string? CancelledFor { get; set; }

    /// <summary>Where the person moved to.</summary>
    public string? MovedOutTo { get; set; }

    /// <summary>Envelope with citizen number, former numbers, phone, address and other address; null when all are missing.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Blind index of the citizen number in its form of 18 characters, or as delivered when it cannot be read.</summary>
    public long? NumberKey { get; set; }

    /// <summary>Blind index of the phone number in its normal form.</summary>
    public long? PhoneKey { get; set; }

    /// <summary>Blind index of street and door of the address, whatever building and room.</summary>
    public long? AddressKey { get; set; }

    /// <summary>The name for searching: traditional and variant characters folded. Never shown.</summary>
    public string? NameKey { get; set; }

    /// <summary>Reading of the name for searching: small letters, surname first, without spaces.</summary>
    public string? Pinyin { get; set; }

    /// <summary>The person, named by a registration of theirs; null where the registration is the only one known of its person. See <see cref="Person"/>.</summary>
    public string? PersonId { get; set; }

    /// <summary>1 when first recorded, one more with every change: the ETag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Keyed digest of the row as last delivered, by which an unchanged row of a later delivery is told.</summary>
    public long Digest { get; set; }

    /// <summary>The delivery that last brought it; null for what an office entered.</summary>
    public long? DeliveryId { get; set; }

    /// <summary>Instant when it was first recorded here.</summary>
    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>Whether it was entered from an event and waits for a person's confirmation.</summary>
    public bool IsProvisional { get; set; }

    /// <summary>The person's identifier: <see cref="PersonId"/>, or the registration's own.</summary>
    public string Person => PersonId ?? RegistrationId;
}
