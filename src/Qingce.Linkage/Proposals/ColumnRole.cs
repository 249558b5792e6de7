namespace Qingce.Linkage;

/// <summary>What a column holds, and so how it is compared. <see cref="None"/> is a column that is not to be compared.</summary>
public enum ColumnRole
{
    /// <summary>Not compared: a record id, a result of linkage, or what must not decide who somebody is.</summary>
    None,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Second or middle name.</summary>
    MiddleName,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>All parts of a name in one.</summary>
    FullName,

    /// <summary>A whole date.</summary>
    Date,

    /// <summary>The year of a date in columns.</summary>
    Year,

    /// <summary>The month of a date in columns.</summary>
    Month,

    /// <summary>The day of a date in columns.</summary>
    Day,

    /// <summary>The number of a house.</summary>
    HouseNumber,

    /// <summary>A street or line of an address.</summary>
    Address,

    /// <summary>A town, suburb or other place.</summary>
    Town,

    /// <summary>A postal code.</summary>
    Postcode,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A number that stands for one person or thing.</summary>
    Identifier,

    /// <summary>One of a few words.</summary>
    Category,

    /// <summary>A quantity.</summary>
    Number,

    /// <summary>Several values in one.</summary>
    Set,

    /// <summary>Latitude and longitude.</summary>
    Point,

    /// <summary>What the people of a household have in common, whatever it is: a number, the name of a parent.</summary>
    Shared,
}
