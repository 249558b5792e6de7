namespace Qingce.Tables;

/// <summary>What kind of values a column holds.</summary>
public enum ColumnType
{
    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>64-bit signed whole numbers.</summary>
    Whole,

    /// <summary>64-bit binary floating-point numbers.</summary>
    Real,

    /// <summary>Calendar days, as days since 1970-01-01.</summary>
    Date,
}
