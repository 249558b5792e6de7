namespace Qingce.Tables;

/// <summary>A file format that tables are written in.</summary>
public enum TableFormat
{
    /// <summary>By the end of the file name: .csv, .parquet.</summary>
    ByName,

    /// <summary>Comma-separated values as in RFC 4180.</summary>
    Csv,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}

/// <summary>The encoding of a text file.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>GB 18030, which holds all of Unicode.</summary>
    Gb18030,

    /// <summary>UTF-16, least significant byte first. Only read.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, most significant byte first. Only read.</summary>
    Utf16BigEndian,
}

/// <summary>How a table is written.</summary>
public sealed record WriteOptions
{
    /// <summary>The format. Default: by the file name.</summary>
    public TableFormat Format { get; init; }

    /// <summary>CSV: the encoding. Default UTF-8.</summary>
    public TextEncoding Encoding { get; init; }

    /// <summary>CSV in UTF-8: whether to begin with a byte-order mark, by which Excel knows UTF-8. Default true.</summary>
    public bool ByteOrderMark { get; init; } = true;

    /// <summary>
    /// CSV: whether a text that begins with = + - @ (of either width, blanks before it or not), tab or CR gets a leading apostrophe, so
    /// that a spreadsheet does not run it as a formula. A text that begins with an apostrophe gets one more, so that <see cref="ReadOptions.UndoFormulaGuard"/> gives back
    /// exactly what was written. Default false.
    /// </summary>
    public bool FormulaGuard { get; init; }
}
