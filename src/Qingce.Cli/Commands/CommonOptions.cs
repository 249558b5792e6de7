using System.CommandLine;
using System.CommandLine.Parsing;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string> Language(Screen screen)
    {
        Option<string> option = new("--lang")
        {
            HelpName = "zh|en",
            Description = screen.Say(new Phrase("屏幕语言：zh 或 en；默认取自 LANG。", "Language of the screen: zh or en; by default from LANG.")),
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<bool> Json(Screen screen) => new("--json")
    {
        Description = screen.Say(new Phrase("输出 JSON，供程序读取。", "Write JSON for machines.")),
    };

    public static Option<string> Result(Screen screen) => new("--result")
    {
        HelpName = "DIR",
        Required = true,
        Description = screen.Say(new Phrase("verify 写出的结果文件夹。", "The folder that verify wrote.")),
    };

    public static Option<string> Out(Screen screen)
    {
        Option<string> option = new("--out", "-o")
        {
            HelpName = "DIR",
            Required = true,
            Description = screen.Say(new Phrase(
                "写入的文件夹；其中先前的结果会整体替换，含其他文件的文件夹会被拒绝。",
                "Folder to write; an earlier result in it is replaced whole, a folder holding anything else is refused.")),
        };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError(screen.Say("--out：文件夹名为空。", "--out: the name of the folder is empty."));
            }
        });
        return option;
    }

    public static Option<bool> Unmasked(Screen screen, string chinese, string english) => new("--unmasked")
    {
        Description = screen.Say(chinese, english),
    };

    public static Option<int> Threads(Screen screen)
    {
        Option<int> option = new("--threads")
        {
            HelpName = "N",
            Description = screen.Say("线程数；默认每个处理器一个，不影响结果。", "Number of threads; by default one a processor. Changes no result."),
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0 || (!result.Implicit && result.GetValueOrDefault<int>() == 0))
            {
                result.AddError(screen.Say("--threads：应为 1 或更大的数。", "--threads: give 1 or more."));
            }
        });
        return option;
    }

    /// <summary>Checks what options say together, unless one of them lacks its value: that is told by itself, and who asks for the value fails.</summary>
    public static void Check(this Command command, Action<CommandResult> check) => command.Validators.Add(result =>
    {
        if (!result.Children.OfType<OptionResult>().Any(given => !given.Implicit && given.Tokens.Count < given.Option.Arity.MinimumNumberOfValues))
        {
            check(result);
        }
    });
}
