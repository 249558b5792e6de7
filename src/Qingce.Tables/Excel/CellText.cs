using System.Buffers;
using System.Globalization;

namespace Qingce.Tables;

/// <summary>Text as a cell holds it: what XML cannot hold is written _xHHHH_ as Excel does, and too long a text is cut.</summary>
internal static class CellText
{
    /// <summary>UTF-16 units a cell can hold.</summary>
    public const int MaxLength = 32_767;

    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '<', '>', '&', '_', '\uFFFE', '\uFFFF']);

    public static void Write(TextWriter xml, string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        if (rest.Length > 0 && char.IsHighSurrogate(rest[^1]))
        {
            rest = rest[..^1];
        }

        while (rest.IndexOfAny(Special) is int at and >= 0)
        {
            xml.Write(rest[..at]);
            char c = rest[at];
            rest = rest[(at + 1)..];
            switch (c)
            {
                case '<':
                    xml.Write("&lt;");
                    break;
                case '>':
                    xml.Write("&gt;");
                    break;
                case '&':
                    xml.Write("&amp;");
                    break;
                case '_' when !LooksEscaped(rest):
                    xml.Write('_');
                    break;
                default:
                    xml.Write(string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_"));
                    break;
            }
        }

        xml.Write(rest);
    }

    private static bool LooksEscaped(ReadOnlySpan<char> rest) =>
        rest.Length >= 6 && rest[0] == 'x' && rest[5] == '_' && !rest[1..5].ContainsAnyExcept(SearchValuesOfHex);

    private static readonly SearchValues<char> SearchValuesOfHex = SearchValues.Create("0123456789abcdefABCDEF");
}
