namespace Qingce.Tables;

/// <summary>A row that could not be read. It is counted, never dropped in silence.</summary>
/// <param name="File">The file, as it was given to the reader.</param>
/// <param name="Row">1-based number among the data rows of the file, rejected ones included.</param>
/// <param name="Line">1-based physical line where the row begins; 0 where the format has no lines.</param>
/// <param name="Column">Header of the column at fault, if one is.</param>
/// <param name="Reason">Why.</param>
/// <param name="Arguments">Values for the message, in the order <see cref="FaultText"/> uses them.</param>
/// <param name="RawText">The row as it stands in the file, decoded as well as may be, at most 4096 characters.</param>
public sealed record RowReject(
    string File, long Row, long Line, string? Column, RejectReason Reason, IReadOnlyList<string> Arguments, string RawText)
{
    /// <summary>What is wrong and what to do, in English.</summary>
    public string English => FaultText.English(this);

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public string Chinese => FaultText.Chinese(this);
}

/// <summary>Why a row was rejected.</summary>
public enum RejectReason
{
    /// <summary>More fields than the header. Arguments: fields found, fields expected.</summary>
    TooManyFields,

    /// <summary>Fewer fields than the header. Arguments: fields found, fields expected.</summary>
    TooFewFields,

    /// <summary>A quote that opens a field is never closed, or is closed in the middle of a field.</summary>
    BrokenQuote,

    /// <summary>The row holds a NUL byte.</summary>
    NulByte,

    /// <summary>Bytes that are no text in the encoding of the file. Arguments: the encoding.</summary>
    InvalidEncoding,
}
