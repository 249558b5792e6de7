using System.CommandLine;
using Qingce.Cli.Screens;
using Qingce.Server;
using Qingce.Server.Hosting;
using Qingce.Server.Languages;

namespace Qingce.Cli.Commands;

/// <summary><c>serve</c>: the register of record over HTTP.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";
    private const string DefaultFolder = "qingce-data";

    public static Command Create(Screen screen)
    {
        Option<string> urls = new("--urls")
        {
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultUrls,
            Description = screen.Say("监听的地址，只允许本机回环；端口 0 取一个空闲端口。", "Where to listen; loopback addresses only. Port 0 takes a free one."),
        };
        Option<string> folder = new("--data")
        {
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFolder,
            Description = screen.Say("嵌入式登记库、密钥、上传文件和索引所在的文件夹。", "Folder of the embedded store, the keys, uploads and the live index."),
        };
        Option<string?> database = new("--database")
        {
            HelpName = "CONNECTION",
            Description = screen.Say("改用 PostgreSQL 15 或更高版本，如 \"Host=127.0.0.1;Database=qingce\"。", "Use PostgreSQL 15 or later instead, as \"Host=127.0.0.1;Database=qingce\"."),
        };
        Option<bool> demo = new("--demo")
        {
            Description = screen.Say("登记库为空时，装入两个虚构的县（市、区）。", "Fill an empty store with two invented counties."),
        };
        Option<string?> rules = new("--rules")
        {
            HelpName = "FILE",
            Description = screen.Say("本省自定规则（JSON），如合并时保留哪个登记；缺省用通用规则。", "The province's own rules (JSON), such as which registration a merge keeps; the common ones without it."),
        };
        Command command = new("serve", screen.Say(
            "启动登记库服务：HTTP 接口、导入、实时事件（接口页 /docs）。", "Serve the register of record over HTTP: the API (page /docs), imports, live events."))
        {
            urls, folder, database, demo, rules,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            screen, parsed.GetValue(urls)!,
            addresses => new ServerOptions(
                addresses, parsed.GetValue(folder)!, parsed.GetValue(database), parsed.GetValue(demo), parsed.GetValue(rules),
                screen.Language == Language.Chinese ? AnswerLanguage.Chinese : AnswerLanguage.English),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string urls, Func<LoopbackUrls, ServerOptions> options, CancellationToken cancellation)
    {
        if (!LoopbackUrls.TryParse(urls, out LoopbackUrls? addresses, out Server.Languages.Phrase fault))
        {
            throw new CommandFault(ExitCode.Usage, new Phrase(fault.Chinese, fault.English));
        }

        try
        {
            await QingceServer.RunAsync(
                options(addresses),
                listening => screen.Note(new Phrase(
                    $"正在 {string.Join("、", listening)} 上服务；接口页：{listening.First()}/docs；按 Ctrl-C 停止。",
                    $"Serving on {string.Join(", ", listening)}; the API's page is {listening.First()}/docs; Ctrl-C stops.")),
                cancellation);
        }
        catch (ServerStartException told)
        {
            int exit = told.Fault switch
            {
                StartFault.Command => ExitCode.Usage,
                StartFault.Input => ExitCode.InputUnreadable,
                StartFault.Program => ExitCode.Fault,
                _ => ExitCode.OutputNotWritten,
            };
            throw new CommandFault(exit, new Phrase(told.Phrase.Chinese, told.Phrase.English));
        }

        return ExitCode.Done;
    }
}
