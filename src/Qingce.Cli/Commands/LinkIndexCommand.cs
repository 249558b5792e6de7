using System.CommandLine;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;
using Qingce.Linkage;

namespace Qingce.Cli.Commands;

/// <summary><c>link index</c>: an index of records in which one can be found at once; <c>put</c>, <c>remove</c> and <c>check</c> for it.</summary>
internal static class LinkIndexCommand
{
    public static Option<string> Index(Screen screen) => new("--index")
    {
        HelpName = "DIR",
        Required = true,
        Description = screen.Say("link index 写出的文件夹。", "The folder that link index wrote."),
    };

    public static Command Create(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        Option<bool> mixedIds = LinkOptions.MixedIds(screen);
        Option<string?> model = LinkOptions.Model(screen, "索引所用的模型，如结果中的 model.json。", "The model to find by, as model.json in a result.");
        model.Required = true;
        Option<string> output = CommonOptions.Out(screen);
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("index", screen.Say("建立索引，以便随时查找一条记录是谁。", "Make an index in which the matches of one record are found at once."))
        {
            files, id, mixedIds, model, output, threads, CommonOptions.Json(screen), Put(screen), Remove(screen), Check(screen),
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
                Out = parsed.GetValue(output)!,
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            };
            using (ProgressLine line = new(screen, TimeProvider.System))
            {
                LinkStages stages = new(screen, line);
                LinkBasis basis = LinkBasis.Prepare(request, stages, cancellation);
                LinkIndexOptions options = new() { Threads = request.Threads };
                using LinkIndex index = stages.Run(LinkStage.Writing, progress => IndexAccess.Told(
                    () => LinkIndex.Create(request.Out, basis.Table, basis.Model, LinkBasis.Vocabulary, options, progress, cancellation)));
                line.Dispose();
                Tell(screen, index, request.Out);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Put(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        id.Required = true;
        Option<string> folder = Index(screen);
        Command command = new("put", screen.Say("把文件中的记录放入索引；编号相同的被替换。", "Put the records of files into an index; those with the same id are replaced."))
        {
            files, id, folder, CommonOptions.Json(screen),
        };
        LinkOptions.RequireFiles(screen, command, files);
        command.SetAction((parsed, cancellation) => Task.FromResult(IndexAccess.With(parsed.GetValue(folder)!, readOnly: false, index =>
        {
            index.Put(IndexAccess.Read(index, parsed.GetValue(files)!, parsed.GetValue(id), cancellation));
            Tell(screen, index, parsed.GetValue(folder)!);
            return ExitCode.Done;
        })));
        return command;
    }

    private static Command Remove(Screen screen)
    {
        Argument<string[]> ids = new("id") { HelpName = "ID", Arity = ArgumentArity.OneOrMore, Description = screen.Say("记录编号。", "Ids of records.") };
        Option<string> folder = Index(screen);
        Command command = new("remove", screen.Say("从索引中移除记录。", "Remove records from an index.")) { ids, folder, CommonOptions.Json(screen) };
        command.SetAction(parsed => IndexAccess.With(parsed.GetValue(folder)!, readOnly: false, index =>
        {
            string[] unknown = [.. parsed.GetValue(ids)!.Where(id => !index.Remove(id))];
            Tell(screen, index, parsed.GetValue(folder)!);
            return unknown.Length == 0 ? ExitCode.Done : throw new CommandFault(ExitCode.Usage, new Phrase(
                $"没有编号为“{string.Join("、", unknown)}”的记录；其余的已移除。", $"There is no record '{string.Join("', '", unknown)}'; the others were removed."));
        }));
        return command;
    }

    private static Command Check(Screen screen)
    {
        Option<string> folder = Index(screen);
        Command command = new("check", screen.Say("逐字节检查索引是否损坏。", "Check every byte of an index for damage.")) { folder, CommonOptions.Json(screen) };
        command.SetAction((parsed, cancellation) => Task.FromResult(IndexAccess.With(parsed.GetValue(folder)!, readOnly: true, index =>
        {
            index.Verify(cancellation);
            Tell(screen, index, parsed.GetValue(folder)!);
            return ExitCode.Done;
        })));
        return command;
    }

    private static void Tell(Screen screen, LinkIndex index, string folder)
    {
        if (index.TornBytes > 0)
        {
            screen.Note(new Phrase(
                $"日志末尾有 {ScreenTable.Whole(index.TornBytes)} 字节不完整，已舍去：上次写入中断，或最后几条受损。",
                $"{ScreenTable.Whole(index.TornBytes)} bytes at the end of the log were left out: a write that was cut short, or damage to the last ones."));
        }

        screen.Write(screen.Json
            ? $$"""{"records":{{index.Count}},"segments":{{index.Segments}},"tornBytes":{{index.TornBytes}}}"""
            : screen.Say($"索引 {folder}：{ScreenTable.Whole(index.Count)} 条记录", $"Index {folder}: {ScreenTable.Count(index.Count, "record")}"));
    }
}
