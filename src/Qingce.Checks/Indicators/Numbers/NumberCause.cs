namespace Qingce.Checks.Indicators.Numbers;

/// <summary>What can be wrong with the citizen number of a registration (I04). The values are positions among the causes of the check.</summary>
internal enum NumberCause : byte
{
    Checksum,
    ImpossibleDate,
    BirthMismatch,
    SexMismatch,
    FifteenDigits,
    Placeholder,
    SpreadsheetRounded,
    Unreadable,
    PermitNumber,
    UnknownPrefix,
    SequenceZero,
}
