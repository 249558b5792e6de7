using System.Text;

namespace Qingce.Tables;

/// <summary>GB 18030 as .NET knows it; it covers all of Unicode, GBK and GB 2312 being parts of it.</summary>
internal static class Gb18030
{
    private const int CodePage = 54936;

    /// <summary>Throws on bytes that are no GB 18030 text and on lone surrogates.</summary>
    public static Encoding Strict { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Puts U+FFFD in place of bytes that are no GB 18030 text.</summary>
    public static Encoding Lenient { get; } = CodePagesEncodingProvider.Instance.GetEncoding(
        CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
