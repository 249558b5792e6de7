using System.Text.RegularExpressions;

namespace Qingce.Cli;

/// <summary>What the parser of the command line says, in both languages. Its own words are English alone.</summary>
internal static partial class UsagePhrase
{
    /// <summary>The phrase of a message; one that is not known, or is ours and in the language of the screen, stays as it is.</summary>
    public static Phrase Of(string message)
    {
        string english = message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal).Trim();
        return Missing().Match(english) is { Success: true } missing ? new Phrase($"缺少必需的选项 {missing.Groups[1]}。", english)
            : Unknown().Match(english) is { Success: true } unknown ? new Phrase($"无法识别的命令或参数“{unknown.Groups[1]}”。", english)
            : Unparsed().Match(english) is { Success: true } unparsed
                ? new Phrase($"{unparsed.Groups[2]}：“{unparsed.Groups[1]}”不是有效的值。", $"{unparsed.Groups[2]}: '{unparsed.Groups[1]}' is no value of it.")
            : NoneOf().Match(english) is { Success: true } none ? new Phrase($"“{none.Groups[1]}”无效，应为以下之一：{none.Groups[2]}。", english)
            : NoValue().Match(english) is { Success: true } noValue ? new Phrase($"{noValue.Groups[1]}：缺少值。", english)
            : Several().Match(english) is { Success: true } several ? new Phrase($"{several.Groups[1]}：只能给出一个值。", english)
            : new Phrase(english, english);
    }

    [GeneratedRegex("^Option '(.+)' is required")]
    private static partial Regex Missing();

    [GeneratedRegex("^Unrecognized command or argument '(.*)'")]
    private static partial Regex Unknown();

    [GeneratedRegex("^Cannot parse argument '(.*)' for option '(.+)' as expected type")]
    private static partial Regex Unparsed();

    [GeneratedRegex("^Argument '(.*)' not recognized. Must be one of: *(.+)$")]
    private static partial Regex NoneOf();

    [GeneratedRegex("^Required argument missing for option: '(.+)'")]
    private static partial Regex NoValue();

    [GeneratedRegex("^Option '(.+)' expects a single argument but")]
    private static partial Regex Several();
}
