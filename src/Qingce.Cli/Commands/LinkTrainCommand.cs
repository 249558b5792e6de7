using System.CommandLine;
using System.Globalization;
using System.Text;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Qingce.Tables;
using Spectre.Console;

namespace Qingce.Cli.Commands;

/// <summary><c>link train</c>: a model whose weights are estimated from the files, without labels.</summary>
internal static class LinkTrainCommand
{
    public static Command Create(Screen screen)
    {
        Argument<string[]> files = LinkOptions.Files(screen);
        Option<string?> id = LinkOptions.Id(screen);
        Option<string?> model = LinkOptions.Model(screen, "从这个模型开始；默认按文件拟定。", "The model to start from; by default one made for the files.");
        Option<string> output = new("--out", "-o")
        {
            HelpName = "FILE",
            Required = true,
            Description = screen.Say("写入的模型文件。", "Model file to write."),
        };
        Option<string> format = new("--format")
        {
            DefaultValueFactory = _ => "qingce",
            Description = screen.Say("模型的格式：本程序的，或 Splink 的设置。", "Format of the model: our own, or Splink's settings."),
        };
        format.AcceptOnlyFromAmong("qingce", "splink");
        Option<string?> labels = LinkOptions.Labels(screen);
        Option<bool> labelThreshold = LinkOptions.LabelThreshold(screen);
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("train", screen.Say("用文件训练模型，不需要标注，有则用来校准。", "Train a model on the files; labels are not needed, but calibrate it."))
        {
            files, id, model, labels, labelThreshold, format, output, threads, CommonOptions.Json(screen),
        };
        LinkOptions.RequireFiles(screen, command, files);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            screen,
            parsed.GetValue(format) == "splink",
            new LinkRequest
            {
                Files = parsed.GetValue(files)!,
                Id = parsed.GetValue(id),
                ModelFile = parsed.GetValue(model),
                Train = true,
                Labels = parsed.GetValue(labels),
                LabelThreshold = parsed.GetValue(labelThreshold),
                Out = parsed.GetValue(output)!,
                Threads = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount,
            },
            cancellation)));
        return command;
    }

    private static int Run(Screen screen, bool asSplink, LinkRequest request, CancellationToken cancellation)
    {
        using AtomicFile file = AtomicFile.Begin(request.Out);
        using ProgressLine line = new(screen, TimeProvider.System);
        LinkBasis basis = LinkBasis.Prepare(request, new LinkStages(screen, line), cancellation);
        IReadOnlyList<Wording> left = [];
        byte[] json = asSplink ? Splink(request.Out, basis, out left) : basis.Model.Write();
        File.WriteAllBytes(file.TemporaryPath, json);
        cancellation.ThrowIfCancellationRequested();
        file.Commit();
        line.Dispose();
        if (screen.Json)
        {
            screen.Write(Encoding.UTF8.GetString(json));
            return ExitCode.Done;
        }

        foreach (Comparison comparison in basis.Model.Comparisons)
        {
            screen.Render(Levels(screen, comparison));
        }

        LinkSummary.Notes(screen, [.. basis.Notes, .. basis.LevelNotes, .. left]);
        screen.Write(screen.Say("模型：", "Model: ") + file.Path);
        return ExitCode.Done;
    }

    private static byte[] Splink(string path, LinkBasis basis, out IReadOnlyList<Wording> left)
    {
        try
        {
            return SplinkSettings.WriteNearest(basis.Model, basis.Table.Rows, basis.Id ?? "unique_id", out left);
        }
        catch (LinkageModelException fault)
        {
            throw new CommandFault(ExitCode.Usage, new Phrase($"{path}：无法写成 Splink 的设置：{fault.Chinese}", $"{path}: it cannot be written as Splink's settings: {fault.Message}"));
        }
    }

    private static Table Levels(Screen screen, Comparison comparison)
    {
        Table table = ScreenTable.Make(comparison.Name).AddNumbers("m", "u", screen.Say("权重", "bits"));
        foreach (ComparisonLevel level in comparison.Levels)
        {
            table.AddRow(
                new Text(level.Name), new Text(Share(level.M)), new Text(Share(level.U)),
                new Text(level.Weight.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture)));
        }

        return table;
    }

    private static string Share(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);
}
