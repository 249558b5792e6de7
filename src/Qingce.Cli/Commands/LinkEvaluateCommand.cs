using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Qingce.Cli.Linking;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Spectre.Console;

namespace Qingce.Cli.Commands;

/// <summary><c>link evaluate</c>: how right the persons of a result are, against a truth that is known.</summary>
internal static class LinkEvaluateCommand
{
    public static Command Create(Screen screen)
    {
        Option<string> result = new("--result")
        {
            HelpName = "DIR",
            Required = true,
            Description = screen.Say("link 写出的结果文件夹。", "The folder that link wrote."),
        };
        Option<string> truth = new("--truth")
        {
            HelpName = "COLUMN|FILE",
            Required = true,
            Description = screen.Say(
                "真值：输入文件中的一列，或一个文件（第一列记录编号，第二列真值）。", "The truth: a column of the files that were linked, or a file of record ids and who they are."),
        };
        Option<string?> pattern = new("--pattern")
        {
            HelpName = "REGEX",
            Description = screen.Say(@"只取真值中第一个括号匹配的部分，如 rec-(\d+)-。", @"Take of the truth what the first group of this matches, as rec-(\d+)-."),
        };
        Option<int> threads = CommonOptions.Threads(screen);
        Command command = new("evaluate", screen.Say("对照真值计算查准率、查全率和 F1。", "Precision, recall and F1 against a known truth.")) { result, truth, pattern, threads, CommonOptions.Json(screen) };
        command.SetAction((parsed, cancellation) =>
        {
            EarlierResult earlier = EarlierResult.Open(parsed.GetValue(result)!);
            int count = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount;
            LinkTable clusters = earlier.ReadClusters(count, cancellation);
            int[] entities = new LinkTruth(earlier, clusters, count, cancellation).Read(parsed.GetValue(truth)!, Pattern(parsed.GetValue(pattern)));
            int[] persons = LinkTruth.Number(clusters, 1);
            Print(screen, PairwiseAccuracy.Of(persons, entities), ClusterAccuracy.Of(persons, entities), entities.Count(entity => entity >= 0));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Regex? Pattern(string? given)
    {
        try
        {
            Regex? pattern = given is null ? null : new Regex(given, RegexOptions.CultureInvariant);
            return pattern is null || pattern.GetGroupNumbers().Length > 1 ? pattern : throw new CommandFault(ExitCode.Usage, new Phrase(
                $"--pattern：“{given}”中没有括号。", $"--pattern: '{given}' has no group in parentheses."));
        }
        catch (ArgumentException fault)
        {
            throw new CommandFault(ExitCode.Usage, new Phrase("--pattern：不是有效的正则表达式。", $"--pattern: {fault.Message}"));
        }
    }

    private static void Print(Screen screen, in PairwiseAccuracy pairs, ClusterAccuracy clusters, int known)
    {
        if (screen.Json)
        {
            screen.Write(Json(pairs, clusters, known));
            return;
        }

        Table table = ScreenTable.Make("").AddNumbers(screen.Say("查准率", "precision"), screen.Say("查全率", "recall"), "F1");
        table.AddRow(screen.Say("记录对（归并后）", "pairs, after clustering"), Share(pairs.Precision), Share(pairs.Recall), Share(pairs.F1));
        table.AddRow(screen.Say("人（完全相同）", "persons, exact"), Share(clusters.ExactPrecision), Share(clusters.ExactRecall), Share(F1(clusters.ExactPrecision, clusters.ExactRecall)));
        table.AddRow("B-cubed", Share(clusters.BCubedPrecision), Share(clusters.BCubedRecall), Share(clusters.BCubedF1));
        screen.Render(table);
        string right = ScreenTable.Whole(pairs.TruePositives), wrong = ScreenTable.Whole(pairs.FalsePositives), missed = ScreenTable.Whole(pairs.FalseNegatives);
        screen.Write(screen.Say(
            $"{ScreenTable.Whole(known)} 条记录有真值：查对 {right} 对，误合 {wrong} 对，遗漏 {missed} 对；真值 {ScreenTable.Whole(clusters.Entities)} 人，结果 {ScreenTable.Whole(clusters.Clusters)} 人",
            $"{ScreenTable.Count(known, "record")} with a truth: {ScreenTable.Count(pairs.TruePositives, "pair")} right, {wrong} wrong, {missed} missed; {ScreenTable.Count(clusters.Entities, "person")} in truth, {ScreenTable.Whole(clusters.Clusters)} in the result"));
    }

    private static double F1(double precision, double recall) => precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Json(in PairwiseAccuracy pairs, ClusterAccuracy clusters, int known)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, LinkJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("records", known);
            json.WriteStartObject("pairs");
            json.WriteNumber("tp", pairs.TruePositives);
            json.WriteNumber("fp", pairs.FalsePositives);
            json.WriteNumber("fn", pairs.FalseNegatives);
            json.WriteNumber("precision", Math.Round(pairs.Precision, 6));
            json.WriteNumber("recall", Math.Round(pairs.Recall, 6));
            json.WriteNumber("f1", Math.Round(pairs.F1, 6));
            json.WriteEndObject();
            json.WriteStartObject("persons");
            json.WriteNumber("result", clusters.Clusters);
            json.WriteNumber("truth", clusters.Entities);
            json.WriteNumber("exact", clusters.Exact);
            json.WriteNumber("bCubedPrecision", Math.Round(clusters.BCubedPrecision, 6));
            json.WriteNumber("bCubedRecall", Math.Round(clusters.BCubedRecall, 6));
            json.WriteNumber("bCubedF1", Math.Round(clusters.BCubedF1, 6));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
