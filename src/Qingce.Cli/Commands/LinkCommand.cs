using System.CommandLine;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;
using Qingce.Tables;

namespace Qingce.Cli.Commands;

/// <summary><c>link</c>: which records are the same person, in one file or among several.</summary>
internal static class LinkCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        Option<bool> mixedIds = LinkOptions.MixedIds(screen);
        Option<string?> model = LinkOptions.Model(screen, "模型文件（JSON）。", "Model file (JSON).");
        Option<bool> train = Flag("--train", screen.Say("先用这些文件训练所给的模型。", "Train the given model on these files first."));
        Option<double?> threshold = LinkOptions.Threshold(screen);
        Option<bool> linkOnly = Flag("--link-only", screen.Say("只在不同来源之间找同一人。", "Link records of different sources only."));
        Option<bool> oneToOne = Flag("--one-to-one", screen.Say("每个来源中一人至多一条记录。", "A person has at most one record of a source."));
        Option<string> format = new("--format") { DefaultValueFactory = _ => "csv", Description = screen.Say("结果表的格式。", "Format of the tables written.") };
        format.AcceptOnlyFromAmong("csv", "parquet");
        Option<bool> timings = Flag("--timings", screen.Say("显示各阶段的用时和内存分配。", "Show the time and the allocated bytes of each stage."));
        Option<long> mostPairs = LinkOptions.MostPairs(screen, LinkRequest.DefaultMostPairs);
        Option<string> output = CommonOptions.Out(screen);
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("link", screen.Say("找出哪些记录是同一人。", "Find which records are the same person."))
        {
            files, id, mixedIds, model, train, threshold, linkOnly, oneToOne, format, mostPairs, timings, output, threads, CommonOptions.Json(screen),
        };
        LinkOptions.RequireFiles(screen, command, files);
        command.SetAction((parsed, cancellation) => Task.FromResult(LinkRun.Execute(
            screen,
            new LinkRequest
            {
                Files = parsed.GetValue(files)!,
                Id = parsed.GetValue(id),
                MixedIds = parsed.GetValue(mixedIds),
                ModelFile = parsed.GetValue(model),
                Train = parsed.GetValue(train),
                Threshold = parsed.GetValue(threshold),
                LinkOnly = parsed.GetValue(linkOnly),
                OneToOne = parsed.GetValue(oneToOne),
                Format = parsed.GetValue(format) == "parquet" ? TableFormat.Parquet : TableFormat.Csv,
                MostPairs = parsed.GetValue(mostPairs),
                Timings = parsed.GetValue(timings),
                Out = parsed.GetValue(output)!,
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            },
            cancellation)));
        return command;
    }

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}
