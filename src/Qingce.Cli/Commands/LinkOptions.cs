using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary>Options that several of the link commands have.</summary>
internal static class LinkOptions
{
    /// <summary>The tables. None is an error of the command itself, so that its subcommands need none of their parent's.</summary>
    public static Argument<string[]> Files(Screen screen) => new("file")
    {
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrMore,
        Description = screen.Say(
            "CSV、Parquet 或 Excel 文件，或由若干文件组成的文件夹；每个算一个来源。", "CSV, Parquet or Excel file, or a folder of parts; each is one source."),
    };

    public static Option<string?> Id(Screen screen) => new("--id")
    {
        HelpName = "COLUMN",
        Description = screen.Say("记录编号所在的列；不给出时，没有 --model 则自动识别，否则按行号。", "Column of the record ids; without it and --model it is looked for, otherwise rows are numbered."),
    };

    public static Option<bool> MixedIds(Screen screen) => new("--mixed-ids")
    {
        Description = screen.Say("允许记录编号既有数字又有其他文字。", "Let numbers and other texts stand side by side among the ids."),
    };

    public static Option<string?> Model(Screen screen, string chinese, string english) => new("--model")
    {
        HelpName = "FILE",
        Description = screen.Say(chinese, english),
    };

    /// <summary>A probability above 0 and below 1.</summary>
    public static Option<double?> Threshold(Screen screen) => new("--threshold")
    {
        HelpName = "P",
        Description = screen.Say("判为同一人的最低概率，大于 0 小于 1；默认取模型的，没有则为 0.5。", "Probability from which a pair is a link, above 0 and below 1; by default the model's, or 0.5."),
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is > 0 and < 1)
            {
                return value;
            }

            argument.AddError(screen.Say($"“{text}”不是概率，应大于 0 小于 1，如 0.95。", $"'{text}' is no probability: write a number above 0 and below 1, as 0.95."));
            return null;
        },
    };

    /// <summary>A whole number of 1 or more, underscores and commas aside.</summary>
    public static Option<long> MostPairs(Screen screen, long standard) => new("--most-pairs")
    {
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        Description = screen.Say("一条分块规则最多可产生的记录对；超过则不运行。", "Pairs that one blocking rule may make; more are refused before any is compared."),
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0)
            {
                return value;
            }

            argument.AddError(screen.Say($"--most-pairs：“{text}”应为 1 或更大的整数。", $"--most-pairs: '{text}' is no whole number of 1 or more."));
            return 0;
        },
    };

    /// <summary>Sees to it that there is a file, and that none stands before the name of a subcommand.</summary>
    public static void RequireFiles(Screen screen, Command command, Argument<string[]> files)
    {
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 })
            {
                result.AddError(screen.Say("请给出至少一个文件。", "Give at least one file."));
            }

            if (result.Parent is CommandResult { Command: not RootCommand } parent && parent.Tokens.Count > 0)
            {
                result.AddError(screen.Say(
                    $"“{parent.Tokens[0].Value}”应写在 {command.Name} 之后。名为 {command.Name} 的文件请写作 ./{command.Name}。",
                    $"'{parent.Tokens[0].Value}' belongs after {command.Name}. Write a file called {command.Name} as ./{command.Name}."));
            }
        });
    }

    public static Option<string?> Labels(Screen screen) => new("--labels")
    {
        HelpName = "FILE",
        Description = screen.Say(
            "人工判断过的记录对（left_id,right_id,match，match 为 0、1 或其间的分数），用来校准权重。",
            "Pairs that a person has judged (left_id, right_id, match: 0, 1 or a score between); the weights are calibrated by them."),
    };

    public static Option<bool> LabelThreshold(Screen screen) => new("--label-threshold")
    {
        Description = screen.Say("阈值取标注上 F1 最高的；给出 --threshold 时以其为准。", "Take the threshold with the best F1 on the labels; --threshold wins where it is given."),
    };
}
