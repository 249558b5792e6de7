namespace Qingce.Tables;

/// <summary>Tells files that are no text at all, and the commonest of them by name, because the way out differs.</summary>
internal static class NotText
{
    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an Excel 97-2003 workbook (.xls)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
        ("<html"u8.ToArray(), "a web page"),
        ("<!DOCTYPE"u8.ToArray(), "a web page"),
        ("<table"u8.ToArray(), "a web page"),
        ("<?xml"u8.ToArray(), "an XML document"),
        ("PAR1"u8.ToArray(), "the start of a Parquet file"),
    ];

    /// <exception cref="TableFormatException">The bytes are no text.</exception>
    public static void Check(string path, ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, string what) in Known)
        {
            if (head.StartsWith(start))
            {
                throw new TableFormatException(TableFault.NotATable, path, "", null, what);
            }
        }

        head = head[..Math.Min(head.Length, 65536)];
        int controls = 0;
        foreach (byte b in head)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C or 0x1A) ? 1 : 0;
        }

        // A few NULs are rows to reject; binary files have a control byte in about ten.
        if (controls * 20 > head.Length)
        {
            throw new TableFormatException(TableFault.NotATable, path, "", null, "binary data");
        }
    }
}
