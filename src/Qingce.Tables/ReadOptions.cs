namespace Qingce.Tables;

/// <summary>How a table is read.</summary>
public sealed record ReadOptions
{
    /// <summary>The encoding of a text file, or null to find it by looking.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The delimiter of a text file, or null to find it by looking among comma, semicolon, tab and |.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether to take off the leading apostrophe that <see cref="WriteOptions.FormulaGuard"/> puts before = + - @ tab CR and '.</summary>
    public bool UndoFormulaGuard { get; init; }

    /// <summary>CSV: bytes read at a time, the unit of parallel work. A longer record gets a longer block. Default 1 MiB.</summary>
    public int BlockBytes { get; init; } = 1 << 20;

    /// <summary>CSV: bytes a record may have. An open quote that is not closed within them is broken. Default 1 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 1 << 20;

    /// <summary>Parquet and Excel: most rows of one batch. Default 65,536.</summary>
    public int BatchRows { get; init; } = 1 << 16;
}
