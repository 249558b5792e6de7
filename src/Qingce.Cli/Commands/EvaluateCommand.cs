using System.CommandLine;
using System.Globalization;
using Qingce.Checks.Indicators;
using Qingce.Checks.Results;
using Qingce.Cli.Evaluation;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Spectre.Console;

namespace Qingce.Cli.Commands;

/// <summary><c>evaluate</c>: precision and recall of a result against what a simulated province knows of itself.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Screen screen)
    {
        Option<string> truth = new("--truth")
        {
            HelpName = "DIR|FILE",
            Required = true,
            Description = screen.Say("simulate 写出的文件夹，或其中的 truth.csv。", "The folder that simulate wrote, or the truth.csv in it."),
        };
        Option<string> result = CommonOptions.Result(screen);
        Command command = new("evaluate", screen.Say(
            "对照虚构省份的真值，计算各指标、各类别的查准率和查全率，以及区县差错率的偏差。",
            "Precision and recall per indicator and class, and of the error rate per county, against the truth of an invented province."))
        {
            truth, result, CommonOptions.Json(screen),
        };
        command.SetAction(parsed => Run(screen, parsed.GetValue(truth)!, parsed.GetValue(result)!));
        return command;
    }

    private static int Run(Screen screen, string truthPath, string resultPath)
    {
        ResultFolder folder = ResultFolder.Open(resultPath);
        Metrics metrics = folder.ReadMetrics();
        IReadOnlyList<TruthRow> truth = TruthFolder.ReadTruth(truthPath);
        List<(string, IReadOnlyList<string>)> found = [];
        FindingTable.Visit(folder.Findings, (batch, row) =>
        {
            if (FindingTable.IsReportable(batch, row))
            {
                found.Add((
                    FindingTable.Text(batch[FindingTable.Indicator], row),
                    FindingTable.Text(batch[FindingTable.Registrations], row).Split(';', StringSplitOptions.RemoveEmptyEntries)));
            }
        });

        Dictionary<string, string> classOf = metrics.Indicators
            .Where(indicator => IndicatorCatalogue.National.TryFind(indicator.Id, out _))
            .ToDictionary(indicator => indicator.Id, indicator => $"{IndicatorCatalogue.National[indicator.Id].Classes[0]}", StringComparer.Ordinal);
        EvaluationResult evaluation = Evaluator.Evaluate(
            truth,
            found,
            classOf,
            TruthFolder.ReadCounties(truthPath, truth.Select(row => row.Registration).ToHashSet(StringComparer.Ordinal)),
            [.. metrics.Divisions.Where(county => county.Rate is not null).Select(county => new CountyCount(county.Code, county.Name ?? "", county.Living, county.Rate!.Value))]);
        if (screen.Json)
        {
            screen.Write(EvaluationJson.Write(evaluation));
        }
        else
        {
            Print(screen, evaluation);
        }

        return ExitCode.Done;
    }

    private static void Print(Screen screen, EvaluationResult evaluation)
    {
        screen.Render(Scores(screen, screen.Say("指标", "indicator"), evaluation.Indicators));
        screen.Render(Scores(screen, screen.Say("类别", "class"), evaluation.Classes));
        Table counties = ScreenTable.Make(screen.Say("区县", "county"), screen.Say("名称", "name"))
            .AddNumbers(screen.Say("真值", "truth"), screen.Say("结果", "result"), screen.Say("偏差", "difference"));
        foreach (CountyRate county in evaluation.Counties)
        {
            counties.AddRow(county.Code.EscapeMarkup(), county.Name.EscapeMarkup(), ScreenTable.Percent(county.Truth), ScreenTable.Percent(county.Result), ScreenTable.Percent(county.Difference));
        }

        screen.Render(counties);
    }

    private static Table Scores(Screen screen, string title, IReadOnlyDictionary<string, Score> scores)
    {
        Table table = ScreenTable.Make(title).AddNumbers(
            screen.Say("查对", "right"), screen.Say("误报", "wrong"), screen.Say("漏报", "missed"), screen.Say("查准率", "precision"), screen.Say("查全率", "recall"));
        foreach ((string name, Score score) in scores.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            table.AddRow(name, ScreenTable.Whole(score.Right), ScreenTable.Whole(score.Wrong), ScreenTable.Whole(score.Missed), Share(score.Precision), Share(score.Recall));
        }

        return table;
    }

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
