using System.CommandLine;
using Qingce.Checks.Indicators;
using Qingce.Checks.Verification;
using Qingce.Cli.Screens;
using Qingce.Cli.Verifying;

namespace Qingce.Cli.Commands;

/// <summary><c>verify</c>: every suspicion about a register, with its evidence, figures and a report.</summary>
internal static class VerifyCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string?> folder = new("dir")
        {
            HelpName = "DIR",
            Arity = ArgumentArity.ZeroOrOne,
            Description = screen.Say("含 register.*、changes.*、sources/ 的文件夹。", "Folder with register.*, changes.* and sources/."),
        };
        Option<string[]> register = Files("--register", "FILE", screen.Say("登记文件，可多个。", "Register files."));
        Option<string?> sources = Text("--sources", "DIR", screen.Say("数据源文件夹。", "Folder of the source files."));
        Option<string[]> changes = Files("--changes", "FILE", screen.Say("历史变更文件。", "Files of past changes."));
        Option<DateOnly?> asOf = new("--as-of")
        {
            HelpName = "DATE",
            Description = screen.Say("核验基准日；默认取数据源的最后记录日。", "Day to look back from; by default the latest recorded_at in the sources."),
            CustomParser = argument => DateOption.Parse(screen, argument),
        };
        Option<string[]> only = Files("--only", "I04,I05", screen.Say("只做这些指标。", "Only these indicators."));
        Option<string?> parameters = Text("--parameters", "FILE", screen.Say("参数文件（JSON）。", "Parameter file (JSON)."));
        Option<string?> mapping = Text("--mapping", "FILE", screen.Say("表头对照文件（JSON）。", "Mapping of other headers (JSON)."));
        Option<double> maxRejects = new("--max-rejects")
        {
            HelpName = "SHARE",
            DefaultValueFactory = _ => VerificationRequest.DefaultMaxRejectShare,
            Description = screen.Say("允许退回的行所占比例。", "Share of rows that may be rejected."),
            CustomParser = argument => NumberOption.Share(screen, argument),
        };
        Option<string> output = CommonOptions.Out(screen);
        Option<bool> workbooks = Flag("--workbooks", screen.Say("每个区县另写一个 Excel 工作簿。", "Write an Excel workbook per county too."));
        Option<bool> unmasked = CommonOptions.Unmasked(screen, "报告不脱敏。", "Do not mask people in the report.");
        Option<int> threads = CommonOptions.Threads(screen);
        Option<string?> data = Text("--data", "DIR", screen.Say("核验此文件夹中的登记库，疑点写回库中。", "Verify the register of record in this folder, and write the findings back to it."));
        Option<string?> database = Text("--database", "CONNECTION", screen.Say("核验 PostgreSQL 中的登记库。", "Verify a register of record on PostgreSQL."));
        Option<bool> timings = Flag("--timings", screen.Say("显示各阶段用时，并写 timings.json。", "Show what each stage cost, and write timings.json."));
        Command command = new("verify", screen.Say("核验户口登记文件。", "Verify a register from files."))
        {
            folder, register, sources, changes, output, asOf, only, parameters, mapping, maxRejects, workbooks, unmasked, threads, data, database, timings, CommonOptions.Json(screen),
        };
        command.Check(result =>
        {
            bool fromFiles = result.GetValue(folder) is not null || result.GetValue(register) is { Length: > 0 };
            bool fromStore = result.GetValue(data) is not null || result.GetValue(database) is not null;
            if (!fromFiles && !fromStore)
            {
                result.AddError(screen.Say("请给出文件夹，或用 --register 给出登记文件，或用 --data、--database 给出登记库。", "Give a folder, register files with --register, or a register of record with --data or --database."));
            }
            else if (fromFiles && fromStore)
            {
                result.AddError(screen.Say("文件与登记库不能同时核验，请只给其一。", "Give either files or a register of record, not both."));
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            VerificationRequest request = new()
            {
                Folder = parsed.GetValue(folder),
                RegisterFiles = parsed.GetValue(register) ?? [],
                SourcesFolder = parsed.GetValue(sources),
                ChangesFiles = parsed.GetValue(changes) ?? [],
                MappingFile = parsed.GetValue(mapping),
                AsOf = parsed.GetValue(asOf),
                Only = Only(parsed.GetValue(only)),
                Parameters = Parameters(parsed.GetValue(parameters)),
                MaxRejectShare = parsed.GetValue(maxRejects),
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            };
            VerifyOutput to = new(parsed.GetValue(output)!, parsed.GetValue(workbooks), parsed.GetValue(unmasked), parsed.GetValue(timings));
            string? connection = parsed.GetValue(database);
            return parsed.GetValue(data) is not null || connection is not null
                ? VerifyStore.ExecuteAsync(screen, request, to, parsed.GetValue(data) ?? ImportCommand.DefaultFolder, connection, cancellation)
                : Task.FromResult(VerifyRun.Execute(screen, request, to, cancellation));
        });
        return command;
    }

    private static Option<string[]> Files(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, AllowMultipleArgumentsPerToken = true };

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static HashSet<Indicator>? Only(string[]? given)
    {
        if (given is not { Length: > 0 })
        {
            return null;
        }

        HashSet<Indicator> only = [];
        foreach (string name in given.SelectMany(part => part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            only.Add(name.Length == 3 && Enum.TryParse(name, ignoreCase: true, out Indicator indicator) && Enum.IsDefined(indicator)
                ? indicator
                : throw new CommandFault(ExitCode.Usage, new Phrase($"--only：没有指标 {name}；指标为 I01 至 I12。", $"--only: there is no indicator {name}; they are I01 to I12.")));
        }

        return only.Count > 0 ? only : throw new CommandFault(ExitCode.Usage, new Phrase("--only：没有给出指标，如 I04,I05。", "--only: no indicator is given, as I04,I05."));
    }

    private static IndicatorParameters Parameters(string? path)
    {
        if (path is null)
        {
            return IndicatorParameters.Defaults;
        }

        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommandFault.Unreadable(path, fault);
        }

        ParameterReading reading = ParameterFile.Read(text);
        return reading.Parameters ?? throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
            $"{path}：参数文件有误：{string.Join("；", reading.Faults.Select(fault => fault.Chinese))}。可用的参数见 qingce indicators。",
            $"{path}: {string.Join("; ", reading.Faults.Select(fault => fault.English))}. The parameters there are: qingce indicators."));
    }
}
