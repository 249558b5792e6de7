namespace Qingce.Tables;

/// <summary>Names of encodings as people write them.</summary>
internal static class EncodingNames
{
    public static string Of(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Gb18030 => "GB 18030",
        TextEncoding.Utf16LittleEndian => "UTF-16 LE",
        TextEncoding.Utf16BigEndian => "UTF-16 BE",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
    };
}
