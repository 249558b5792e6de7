using System.CommandLine;
using Qingce.Cli.Importing;
using Qingce.Cli.Screens;
using Qingce.Exchange.Deliveries;

namespace Qingce.Cli.Commands;

/// <summary><c>import</c>: delivered files into the register of record.</summary>
internal static class ImportCommand
{
    internal const string DefaultFolder = "qingce-data";

    public static Command Create(Screen screen)
    {
        Argument<string> path = new("path")
        {
            HelpName = "FILE|DIR",
            Description = screen.Say(
                "要导入的文件，或含 register.*、changes.*、sources/ 的文件夹（如 simulate 写出的）。", "File to import, or a folder with register.*, changes.* and sources/, as simulate writes it."),
        };
        Option<string?> kind = new("--as")
        {
            HelpName = "CATEGORY",
            Description = screen.Say("文件是什么：register、changes、coverage 或类别号；默认看文件名。", "What the file is: register, changes, coverage, or a category's number; by default its name says it."),
        };
        Option<string> folder = new("--data")
        {
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFolder,
            Description = screen.Say("嵌入式登记库和密钥所在的文件夹。", "Folder of the embedded store and the keys."),
        };
        Option<string?> database = new("--database")
        {
            HelpName = "CONNECTION",
            Description = screen.Say("改用 PostgreSQL 15 或更高版本，如 \"Host=127.0.0.1;Database=qingce\"。", "Use PostgreSQL 15 or later instead, as \"Host=127.0.0.1;Database=qingce\"."),
        };
        Option<string> actor = new("--actor")
        {
            HelpName = "NAME",
            DefaultValueFactory = _ => Environment.UserName is { Length: > 0 } account ? account : "qingce",
            Description = screen.Say("对这批数据负责的人或单位；默认为系统用户名。", "The person or office that answers for the delivery; by default the account's name."),
        };
        Option<string?> mapping = new("--mapping") { HelpName = "FILE", Description = screen.Say("表头对照文件（JSON）。", "Mapping of other headers (JSON).") };
        Option<string?> rejects = new("--rejects") { HelpName = "DIR", Description = screen.Say("退回的行另存到此文件夹，每份数据一个 CSV。", "Folder for the rejected rows, a CSV for each file.") };
        Option<DateOnly?> day = new("--described-on")
        {
            HelpName = "DATE",
            Description = screen.Say("文件所反映的日期，更新的值自该日起有效；默认为导入当天。", "Day that the files describe, from which other values are valid; by default today."),
            CustomParser = argument => DateOption.Parse(screen, argument),
        };
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("import", screen.Say(
            "把登记、变更和数据源文件导入登记库：可中断续传，同一文件不会导入两次。",
            "Take register, changes and source files into the register of record: goes on where it was stopped, takes no file twice."))
        {
            path, kind, folder, database, actor, mapping, rejects, day, threads, CommonOptions.Json(screen),
        };
        command.Check(result =>
        {
            if (result.GetValue(kind) is { } name && !DeliveryKind.TryParse(name, out _))
            {
                result.AddError(screen.Say($"--as：没有 {name} 这一类；可为 register、changes、coverage 或 1 至 23。", $"--as: there is no {name}; give register, changes, coverage, or 1 to 23."));
            }

            if (result.GetResult(actor) is { Implicit: false } given && string.IsNullOrWhiteSpace(given.GetValueOrDefault<string>()))
            {
                result.AddError(screen.Say("--actor：请写明对这批数据负责的人或单位。", "--actor: name the person or office that answers for the delivery."));
            }
        });
        command.SetAction((parsed, cancellation) => ImportRun.ExecuteAsync(
            screen,
            new ImportOrder(
                parsed.GetValue(path)!,
                parsed.GetValue(kind) is { } name && DeliveryKind.TryParse(name, out DeliveryKind given) ? given : null,
                parsed.GetValue(folder)!,
                parsed.GetValue(database),
                parsed.GetValue(actor)!,
                parsed.GetValue(mapping),
                parsed.GetValue(rejects),
                parsed.GetValue(day),
                parsed.GetValue(threads) is > 0 and int count ? count : Environment.ProcessorCount),
            cancellation));
        return command;
    }
}
