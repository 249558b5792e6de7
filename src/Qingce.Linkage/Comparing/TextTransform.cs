using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Qingce.Linkage;

/// <summary>
/// What a condition takes of a value before it measures: <c>first:n</c>, the first n characters; <c>part:from:length</c>, 1-based;
/// <c>match:pattern</c>, the first match of a regular expression; <c>lower</c> and <c>upper</c>.
/// </summary>
internal sealed class TextTransform
{
    private const int Scratch = 96;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);
    private readonly Func<string, string> _take;

    private TextTransform(Func<string, string> take) => _take = take;

    /// <summary>The transform of a model file's word.</summary>
    /// <exception cref="LinkageModelException">There is no such transform, or its argument is no number or pattern.</exception>
    public static TextTransform Of(string take)
    {
        var colon = take.IndexOf(':', StringComparison.Ordinal);
        var (name, argument) = colon < 0 ? (take, "") : (take[..colon], take[(colon + 1)..]);
        return name switch
        {
            "lower" => new TextTransform(text => text.ToLowerInvariant()),
            "upper" => new TextTransform(text => text.ToUpperInvariant()),
            "first" => Part(1, Number(argument, take)),
            "part" when argument.Split(':') is [var from, var length] => Part(Number(from, take), Number(length, take)),
            "match" => Match(argument),
            _ => throw new LinkageModelException(
                $"There is nothing to take called '{take}'; there are first:n, part:from:length, match:pattern, lower, upper.",
                $"没有“{take}”这种取法；有：first:n、part:from:length、match:pattern、lower、upper。"),
        };
    }

    /// <summary>What it takes of a value; false when that is nothing.</summary>
    public bool TryText(in RowView row, int column, out CellValue value)
    {
        Span<int> scratch = stackalloc int[Scratch];
        var text = new StringBuilder();
        foreach (var code in row.Text(column, scratch))
        {
            text.Append(char.ConvertFromUtf32(code));
        }

        var taken = _take(text.ToString());
        value = taken.Length == 0
            ? default
            : new CellValue(Cell.Of(Encoding.UTF8.GetBytes(taken)), taken.EnumerateRunes().Select(r => r.Value).ToArray());
        return taken.Length > 0;
    }

    private static TextTransform Part(int from, int length) => new(text =>
    {
        var runes = text.EnumerateRunes().Skip(from - 1).Take(length);
        return string.Concat(runes);
    });

    private static TextTransform Match(string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
            return new TextTransform(text => regex.Match(text).Value);
        }
        catch (RegexParseException e)
        {
            throw new LinkageModelException($"'{pattern}' is no regular expression: {e.Message}", $"“{pattern}”不是正则表达式：第 {e.Offset} 个字符处有误。", e);
        }
    }

    private static int Number(string text, string take) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new LinkageModelException($"'{take}' wants a number above 0 where '{text}' stands.", $"“{take}”中的“{text}”应为大于 0 的整数。");
}
