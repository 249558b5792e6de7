namespace Qingce.Exchange.Codes;

/// <summary>What a source record says has happened (exchange field event_kind). See docs/guide/sources.md.</summary>
public enum EventKind : byte
{
    /// <summary>Not given, or not on the list.</summary>
    None = 0,

    /// <summary>A permanent registration was opened (01).</summary>
    Registered,

    /// <summary>A move in was filed (01), or a migration permit taken in (04).</summary>
    MovedIn,

    /// <summary>A move out was filed (01), or a migration permit written (04).</summary>
    MovedOut,

    /// <summary>A permanent registration was cancelled (01).</summary>
    Cancelled,

    /// <summary>A permit or card was issued (02, 03).</summary>
    Issued,

    /// <summary>A marriage was registered (05).</summary>
    Married,

    /// <summary>A divorce took effect (06).</summary>
    Divorced,

    /// <summary>An adoption was registered or found (07, 23).</summary>
    Adopted,

    /// <summary>A body was cremated (08).</summary>
    Cremated,

    /// <summary>A body was buried (08).</summary>
    Buried,

    /// <summary>A spell of social assistance (09).</summary>
    Assistance,

    /// <summary>A birth (10).</summary>
    Born,

    /// <summary>A death (11).</summary>
    Died,

    /// <summary>A contact with a health office or hospital (12, 17): date and place only.</summary>
    Contact,

    /// <summary>A paying spell of an insurance or fund (13, 16, 22).</summary>
    Insured,

    /// <summary>A spell of drawing a pension (13).</summary>
    Pension,

    /// <summary>A spell of employment (14).</summary>
    Employed,

    /// <summary>A labour contract on file (15).</summary>
    Contract,

    /// <summary>A spell at a school (18).</summary>
    Enrolled,

    /// <summary>An admission to a school (19).</summary>
    Admitted,

    /// <summary>A spell of owning real estate (20).</summary>
    Owned,

    /// <summary>A building's own row, without a person (20): demolished, or not for living in.</summary>
    Building,

    /// <summary>A spell of renting a home (21).</summary>
    Leased,

    /// <summary>A court declared the person missing (23).</summary>
    DeclaredMissing,

    /// <summary>A court declared the person dead (23).</summary>
    DeclaredDead,

    /// <summary>A court took back its declaration (23).</summary>
    DeclarationRevoked,

    /// <summary>A guardian was named (23).</summary>
    Guardianship,
}
