namespace Qingce.Tables;

/// <summary>Finds out what a file is by its first bytes.</summary>
internal static class TableSniffer
{
    public static TableReader Open(string path, ReadOptions options)
    {
        Span<byte> head = stackalloc byte[8];
        int length;
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TableFormatException(TableFault.NotFound, path, "", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(path, error);
        }

        head = head[..length];
        return head.IsEmpty ? throw new TableFormatException(TableFault.Empty, path)
            : head.StartsWith("PAR1"u8) ? new ParquetReader(path, options)
            : head.StartsWith("PK\x03\x04"u8) ? new ExcelReader(path, options)
            : new CsvReader(path, options);
    }
}
