using ParquetSharp;

namespace Qingce.Tables;

/// <summary>Which failures mean that a Parquet file is damaged, and what is said then.</summary>
internal static class ParquetFaults
{
    /// <summary>The kinds of failure that the native decoder and the import of its arrays are known to give for damaged files.</summary>
    public static bool IsDamage(Exception error) =>
        error is ParquetException or InvalidDataException or NotSupportedException or OverflowException or ArgumentException
            or IndexOutOfRangeException or InvalidCastException or InvalidOperationException or NotImplementedException
            or System.Text.DecoderFallbackException or EndOfStreamException
        || error.GetType() == typeof(Exception);

    public static TableFormatException From(string path, string place, Exception error)
    {
        string said = Said(error.Message.ReplaceLineEndings(" "));
        return said.Contains("errno 13", StringComparison.Ordinal)
            ? new TableFormatException(TableFault.Unreadable, path, place, error, AccessReason.Denied.English, AccessReason.Denied.Chinese)
            : new TableFormatException(TableFault.CorruptParquet, path, place, error, said.Length > 200 ? said[..200] : said);
    }

    /// <summary>The decoder's own words without the type of its exception: <c>N7parquet...E (message: 'words')</c>.</summary>
    private static string Said(string message)
    {
        const string Start = "(message: '";
        int start = message.IndexOf(Start, StringComparison.Ordinal);
        return start >= 0 && message.EndsWith("')", StringComparison.Ordinal) ? message[(start + Start.Length)..^2] : message;
    }
}
