namespace Qingce.Tables;

/// <summary>
/// A file cannot be read as a table. The message says which file, where in it, and what to do, in English; <see cref="Chinese"/> says
/// the same in Chinese.
/// </summary>
public sealed class TableFormatException : IOException
{
    internal TableFormatException(TableFault fault, string file, string place = "", Exception? inner = null, params string[] arguments)
        : base(FaultText.English(fault, file, place, arguments), inner)
    {
        Fault = fault;
        File = file;
        Place = place;
        Arguments = arguments;
    }

    internal static TableFormatException Unreadable(string file, Exception error, string place = "")
    {
        AccessReason reason = AccessReason.Of(error);
        return new TableFormatException(TableFault.Unreadable, file, place, error, reason.English, reason.Chinese);
    }

    /// <summary>What is wrong.</summary>
    public TableFault Fault { get; }

    /// <summary>The file or folder.</summary>
    public string File { get; }

    /// <summary>Where in the file (a row group, a column, a line), or empty for the file as a whole.</summary>
    public string Place { get; }

    /// <summary>Values for the message, in the order <see cref="FaultText"/> uses them.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The message in Chinese.</summary>
    public string Chinese => FaultText.Chinese(Fault, File, Place, Arguments);
}

/// <summary>Why a file cannot be read as a table.</summary>
public enum TableFault
{
    /// <summary>There is no such file or folder.</summary>
    NotFound,

    /// <summary>The file may not be opened or read. Arguments: the reason in English, in Chinese.</summary>
    Unreadable,

    /// <summary>The file has no bytes, or nothing but blank lines.</summary>
    Empty,

    /// <summary>There is no header row.</summary>
    NoHeader,

    /// <summary>Two columns have one name. Arguments: the name, first position, second position (1-based).</summary>
    DuplicateHeader,

    /// <summary>The file is something else than a table. Arguments: what it seems to be.</summary>
    NotATable,

    /// <summary>The text is in no encoding that is known here. Arguments: the encodings tried.</summary>
    WrongEncoding,

    /// <summary>The text is Big5, which is not read.</summary>
    Big5,

    /// <summary>The Parquet file is cut short or damaged. Arguments: what the decoder said.</summary>
    CorruptParquet,

    /// <summary>The Excel workbook is damaged. Arguments: what the decoder said.</summary>
    CorruptWorkbook,

    /// <summary>A zip archive that holds no Excel workbook.</summary>
    ZipWithoutWorkbook,

    /// <summary>A column whose type cannot be given as a column here. Arguments: the column, its type.</summary>
    UnsupportedColumn,

    /// <summary>No line end within the longest record allowed. Arguments: the limit in bytes, the row, its line, the column of its longest field.</summary>
    RecordTooLong,

    /// <summary>A folder holds no file that could be a part of a table.</summary>
    EmptyFolder,
}
