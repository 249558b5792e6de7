using System.CommandLine;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary><c>link explain</c>: why two records are, or are not, taken for one person.</summary>
internal static class LinkExplainCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string> left = new("a") { HelpName = "A", Description = screen.Say("一条记录的编号；有多个来源时写作 来源/编号。", "Id of a record; source/id where there are several sources.") };
        Argument<string> right = new("b") { HelpName = "B", Description = screen.Say("另一条记录的编号。", "Id of another record.") };
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        Option<bool> mixedIds = LinkOptions.MixedIds(screen);
        Option<string?> model = LinkOptions.Model(screen, "比较所用的模型，如结果中的 model.json。", "The model to compare by, as model.json in a result.");
        model.Required = true;
        Option<string?> picture = new("--svg")
        {
            HelpName = "FILE",
            Description = screen.Say("将权重的构成画成 SVG 图写入此文件。", "Write what the weight is made of as a picture, SVG, to this file."),
        };
        Option<bool> unmasked = CommonOptions.Unmasked(screen, "个人信息不脱敏。", "Show personal values as they are.");
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("explain", screen.Say("说明两条记录为何是或不是同一人。", "Say why two records are or are not one person."))
        {
            left, right, files, id, mixedIds, model, picture, unmasked, threads, CommonOptions.Json(screen),
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
                Out = "",
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            };
            using (ProgressLine line = new(screen, TimeProvider.System))
            {
                LinkBasis basis = LinkBasis.Prepare(request, new LinkStages(screen, line), cancellation);
                PairExplanation explanation = PairExplanation.Of(basis, parsed.GetValue(left)!, parsed.GetValue(right)!, !parsed.GetValue(unmasked));
                line.Dispose();
                if (parsed.GetValue(picture) is { } path)
                {
                    File.WriteAllText(path, explanation.Svg(screen, basis.Model.Threshold ?? 0.5));
                }

                explanation.Print(screen);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
