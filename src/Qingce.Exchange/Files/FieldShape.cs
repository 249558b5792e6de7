namespace Qingce.Exchange.Files;

/// <summary>What the values of a column are.</summary>
public enum FieldKind : byte
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A value of a code list: the national code, the token or the Chinese name.</summary>
    Code,

    /// <summary>A day: yyyy-MM-dd or yyyyMMdd.</summary>
    Date,

    /// <summary>A birth date, which may stop at the month or the year.</summary>
    BirthDate,

    /// <summary>A citizen number of 18 or 15 characters.</summary>
    CitizenNumber,

    /// <summary>A division code of 6 to 12 digits.</summary>
    Division,
}

/// <summary>A column of one of the files: its headers, what its values are, and whether a file without it is refused.</summary>
/// <param name="Name">The English header.</param>
/// <param name="Chinese">The Chinese header, as on the resident's card where it has one.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="IsRequired">Whether a file without this column is refused.</param>
public sealed record FieldShape(string Name, string Chinese, FieldKind Kind, bool IsRequired);
