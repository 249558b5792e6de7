using System.CommandLine;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary><c>link analyse</c>: the columns, and what each blocking rule would bring together, before anything is compared.</summary>
internal static class LinkAnalyseCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        Option<bool> mixedIds = LinkOptions.MixedIds(screen);
        Option<string?> model = LinkOptions.Model(screen, "其规则要查看的模型；默认按文件拟定。", "The model whose rules are looked at; by default one made for the files.");
        Option<bool> unmasked = CommonOptions.Unmasked(screen, "个人信息不脱敏。", "Show personal values as they are.");
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("analyse", screen.Say("比较之前，查看各列和各条分块规则会产生的记录对。", "Look at the columns and at the pairs of each blocking rule before anything is compared."))
        {
            files, id, mixedIds, model, unmasked, threads, CommonOptions.Json(screen),
        };
        LinkOptions.RequireFiles(screen, command, files);
        command.SetAction((parsed, cancellation) =>
        {
            LinkRequest request = new()
            {
                Files = parsed.GetValue(files)!,
                Id = parsed.GetValue(id),
                MixedIds = parsed.GetValue(mixedIds),
                ModelFile = parsed.GetValue(model),
                MayTrain = false,
                Out = "",
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            };
            using ProgressLine line = new(screen, TimeProvider.System);
            LinkBasis basis = LinkBasis.Prepare(request, new LinkStages(screen, line), cancellation);
            BlockingTables tables = new(basis, basis.Linker.Analyse(basis.Model, cancellation), !parsed.GetValue(unmasked));
            line.Dispose();
            tables.Print(screen);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
