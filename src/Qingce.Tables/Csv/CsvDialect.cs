namespace Qingce.Tables;

/// <summary>How a text file is laid out. All structure bytes are ASCII, and in UTF-8 and GB 18030 none is part of another character.</summary>
/// <param name="Encoding">The encoding of the file.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="LineEnd">LF (with or without CR before it), or CR in a file that has no LF.</param>
/// <param name="MaxRecordBytes">Bytes from the start of a record within which its quoted fields must close.</param>
internal readonly record struct CsvDialect(TextEncoding Encoding, byte Delimiter, byte LineEnd, int MaxRecordBytes)
{
    public const byte Quote = (byte)'"';
}
