namespace Qingce.Exchange.Codes;

/// <summary>The twelve kinds of papers of the catalogue (exchange field document_kind).</summary>
public enum DocumentKind : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>Identity card.</summary>
    IdentityCard,

    /// <summary>Household booklet.</summary>
    HouseholdBooklet,

    /// <summary>Residence permit.</summary>
    ResidencePermit,

    /// <summary>Social-security card.</summary>
    SocialSecurityCard,

    /// <summary>Birth certificate.</summary>
    BirthCertificate,

    /// <summary>Death certificate.</summary>
    DeathCertificate,

    /// <summary>Marriage certificate.</summary>
    MarriageCertificate,

    /// <summary>Divorce certificate.</summary>
    DivorceCertificate,

    /// <summary>Real-estate certificate.</summary>
    RealEstateCertificate,

    /// <summary>Labour contract.</summary>
    LabourContract,

    /// <summary>School record or letter of admission.</summary>
    SchoolRecord,

    /// <summary>Migration permit.</summary>
    MigrationPermit,
}
