using System.CommandLine;
using Qingce.Checks.Verification;
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
        Option<string?> model = LinkOptions.Model(screen, "模型文件（JSON），或 Splink 的设置；不给出则查看各列，自行拟定并训练。", "Model file (JSON), or Splink's settings; without it one is made by looking at the columns, and trained.");
        Option<bool> train = Flag("--train", screen.Say("先用这些文件训练所给的模型。", "Train the given model on these files first."));
        Option<double?> threshold = LinkOptions.Threshold(screen);
        Option<string?> labels = LinkOptions.Labels(screen);
        Option<bool> labelThreshold = LinkOptions.LabelThreshold(screen);
        Option<bool> linkOnly = Flag("--link-only", screen.Say("只在不同来源之间找同一人。", "Link records of different sources only."));
        Option<bool> oneToOne = Flag("--one-to-one", screen.Say("每个来源中一人至多一条记录。", "A person has at most one record of a source."));
        Option<string?> previous = Text("--previous", "DIR", screen.Say("先前的结果；沿用其中的人员编号。", "An earlier result whose person ids are kept on."));
        Option<string?> mustLink = Text("--must-link", "FILE", screen.Say("人工认定为同一人的记录对（left_id,right_id）。", "Pairs that a reviewer joined (left_id, right_id)."));
        Option<string?> cannotLink = Text("--cannot-link", "FILE", screen.Say("人工认定不是同一人的记录对。", "Pairs that a reviewer kept apart."));
        Option<string> format = new("--format") { DefaultValueFactory = _ => "csv", Description = screen.Say("结果表的格式。", "Format of the tables written.") };
        format.AcceptOnlyFromAmong("csv", "parquet");
        Option<double> maxRejects = new("--max-rejects")
        {
            HelpName = "SHARE",
            DefaultValueFactory = _ => VerificationRequest.DefaultMaxRejectShare,
            Description = screen.Say("每个来源允许退回的行所占比例。", "Share of the rows of a source that may be rejected."),
            CustomParser = argument => NumberOption.Share(screen, argument),
        };
        Option<bool> timings = Flag("--timings", screen.Say("显示各阶段的用时和内存分配。", "Show the time and the allocated bytes of each stage."));
        Option<long> mostPairs = LinkOptions.MostPairs(screen, LinkRequest.DefaultMostPairs);
        Option<string?> truth = Text("--truth", "COLUMN", screen.Say(
            "说明每条记录真正是谁的列；只用于报告中的阈值图，不影响结果。", "Column that says who each record really is; for the threshold chart of the report, it changes no result."));
        Option<bool> unmasked = CommonOptions.Unmasked(screen, "报告中的个人信息不脱敏。", "Show personal values in the report as they are.");
        Option<string> output = CommonOptions.Out(screen);
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("link", screen.Say("找出哪些记录是同一人。", "Find which records are the same person."))
        {
            files, id, mixedIds, model, train, threshold, labels, labelThreshold, linkOnly, oneToOne, previous, mustLink, cannotLink, format, mostPairs, maxRejects, timings, truth, unmasked, output, threads, CommonOptions.Json(screen),
            LinkTrainCommand.Create(screen),
            LinkAnalyseCommand.Create(screen),
            LinkExplainCommand.Create(screen),
            LinkEvaluateCommand.Create(screen),
            LinkIndexCommand.Create(screen),
            LinkFindCommand.Create(screen),
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
                Labels = parsed.GetValue(labels),
                LabelThreshold = parsed.GetValue(labelThreshold),
                LinkOnly = parsed.GetValue(linkOnly),
                OneToOne = parsed.GetValue(oneToOne),
                Previous = parsed.GetValue(previous),
                MustLink = parsed.GetValue(mustLink),
                CannotLink = parsed.GetValue(cannotLink),
                Format = parsed.GetValue(format) == "parquet" ? TableFormat.Parquet : TableFormat.Csv,
                MostPairs = parsed.GetValue(mostPairs),
                MaxRejectShare = parsed.GetValue(maxRejects),
                Truth = parsed.GetValue(truth),
                Unmasked = parsed.GetValue(unmasked),
                Timings = parsed.GetValue(timings),
                Out = parsed.GetValue(output)!,
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            },
            cancellation)));
        return command;
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}
