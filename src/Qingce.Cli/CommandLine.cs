using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Qingce.Cli.Commands;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli;

/// <summary>The command line: which commands there are, and how a run of one ends.</summary>
internal static class CommandLine
{
    /// <summary>SIGXFSZ: a file grew beyond the limit of the process. Not heeded, so that the write fails and is told as one.</summary>
    private const int SizeSignal = 25;

    public static async Task<int> RunAsync(string[] args)
    {
        Screen screen = new(LanguageOf(args), args.Contains("--json"));
        RootCommand root = Build(screen);
        ParseResult parsed = root.Parse(args);
        Phrase[] unknown = parsed.Action is HelpAction or OwnHelp ? [] : [.. UnknownOption.In(parsed).Distinct()];
        if (parsed.Errors.Count > 0 || unknown.Length > 0)
        {
            foreach (Phrase phrase in unknown.Concat(parsed.Errors.Select(error => error.Message).Distinct().Select(UsagePhrase.Of)))
            {
                screen.Fail(phrase);
            }

            Command command = parsed.CommandResult.Command;
            string help = $"qingce {string.Concat(Words(command).Select(name => name + " "))}--help";
            screen.Fail(new Phrase($"用法见 {help}。", $"See {help} for the usage."));
            return ExitCode.Usage;
        }

        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration? tooLong = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)SizeSignal, context => context.Cancel = true);
        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await EndAsync(screen, () => parsed.InvokeAsync(configuration, stop.Token));
    }

    /// <summary>Builds the commands.</summary>
    internal static RootCommand Build(Screen screen)
    {
        RootCommand root = new(screen.Say(new Phrase(
            "清册：核验户口登记，找出疑点并附证据。不带参数时，虚构两个县（市、区）共十万人的户籍并核验。",
            "Qingce verifies a household register and gives every suspicion with its evidence. Without arguments it invents two counties with 100,000 people and verifies their register.")))
        {
            VerifyCommand.Create(screen),
            SimulateCommand.Create(screen),
            EvaluateCommand.Create(screen),
            IndicatorsCommand.Create(screen),
            ExplainCommand.Create(screen),
            LinkCommand.Create(screen),
            ImportCommand.Create(screen),
            KeysCommand.Create(screen),
            ServeCommand.Create(screen),
            CompletionCommand.Create(screen),
            CommonOptions.Language(screen),
        };
        root.SetAction((_, cancellation) => DemoCommand.RunAsync(screen, cancellation));
        foreach (Option option in root.Options.Where(option => option is VersionOption))
        {
            option.Action = new PrintVersion();
        }

        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new OwnHelp((HelpAction)help.Action!);
        }

        return root;
    }

    private static async Task<int> EndAsync(Screen screen, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
#pragma warning disable CA1031 // The host boundary: what nobody foresaw is told in a sentence, not in a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // Work shared among threads fails on several at once, each for the same reason.
            (int exitCode, Phrase phrase) = Ending(fault is AggregateException { InnerExceptions.Count: > 0 } several ? several.Flatten().InnerExceptions[0] : fault);
            screen.Fail(phrase);
            foreach (Phrase detail in (fault as CommandFault)?.Details ?? [])
            {
                screen.Fail(detail);
            }

            if (Environment.GetEnvironmentVariable("QINGCE_TRACE") == "1")
            {
                Console.Error.WriteLine(fault);
            }

            return exitCode;
        }
    }

    private static IEnumerable<string> Words(Command command) =>
        command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(Words).Append(command.Name);

    private static (int ExitCode, Phrase Phrase) Ending(Exception fault) => fault switch
    {
        CommandFault known => (known.ExitCode, known.Phrase),
        TableFormatException unreadable => (ExitCode.InputUnreadable, new Phrase(unreadable.Chinese, unreadable.Message)),
        TableWriteException unwritten => (ExitCode.OutputNotWritten, new Phrase(unwritten.Chinese, unwritten.Message)),
        LinkageModelException unusable => (ExitCode.InputUnreadable, new Phrase(unusable.Chinese, unusable.Message)),
        OperationCanceledException => (ExitCode.Interrupted, new Phrase("已中断，没有留下不完整的结果。", "Interrupted. Nothing was left half-written.")),
        _ when fault is IOException or UnauthorizedAccessException || AccessReason.IsTooLong(fault) => (ExitCode.OutputNotWritten, new Phrase(
            $"无法写入结果：{AccessReason.Of(fault).Chinese}。请检查磁盘空间和权限。",
            $"The result cannot be written: {AccessReason.Of(fault).English}. Check the disk space and the permissions.")),
        _ => (ExitCode.Fault, new Phrase(
            $"程序出错（{fault.GetType().Name}：{fault.Message}）。请报告此问题；设置 QINGCE_TRACE=1 再运行可得详情。",
            $"The program failed ({fault.GetType().Name}: {fault.Message}). Please report it; run again with QINGCE_TRACE=1 for details.")),
    };

    private static Language LanguageOf(string[] args)
    {
        int at = Array.IndexOf(args, "--lang");
        string? given = at >= 0 && at + 1 < args.Length ? args[at + 1]
            : args.FirstOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..];
        given ??= Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all : Environment.GetEnvironmentVariable("LANG");
        return given?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Chinese : Language.English;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.Out.WriteLine(Program.Version);
            return ExitCode.Done;
        }
    }
}
