using Qingce.Checks.Indicators;
using Qingce.Checks.Results;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Qingce.Cli.Verifying;

/// <summary>What the screen shows at the end of a verification: each indicator, each county, the counts, where the report is.</summary>
internal static class Summary
{
    private const int MostCounties = 30;

    public static void Print(Screen screen, Metrics metrics, string folder, DateOnly today)
    {
        if (metrics.Only is { } only)
        {
            screen.Note(new Phrase(
                $"只检查了 {string.Join("、", only)}；其余指标未检查，因此{(metrics.Total.Rate is null ? "没有差错率、评级和星级" : "没有它们的数字")}。",
                $"Only {string.Join(", ", only)} {(only.Count == 1 ? "was" : "were")} checked; of the other indicators nothing is known{(metrics.Total.Rate is null ? ", so there is no error rate, no rating and no stars" : "")}."));
        }

        screen.Render(Indicators(screen, metrics));
        screen.Render(Counties(screen, metrics));
        if (metrics.Divisions.Count > MostCounties)
        {
            screen.Write(screen.Say($"（{(metrics.Total.Rate is null ? "疑似最多" : "差错率最高")}的 {MostCounties} 个，共 {metrics.Divisions.Count} 个区县）", $"(the {MostCounties} worst of {metrics.Divisions.Count} counties)"));
        }

        long read = metrics.Files.Sum(file => file.Rows);
        long rejected = metrics.Files.Sum(file => file.Rejected);
        string living = ScreenTable.Whole(metrics.Register.Living);
        screen.Write(metrics.Total.Rate is { } rate
            ? screen.Say(
                $"截至 {metrics.AsOf:yyyy-MM-dd}　在册 {living}　疑似差错率 {ScreenTable.Percent(rate)}",
                $"As of {metrics.AsOf:yyyy-MM-dd}: {living} living registrations, suspected error rate {ScreenTable.Percent(rate)}")
            : screen.Say($"截至 {metrics.AsOf:yyyy-MM-dd}　在册 {living}", $"As of {metrics.AsOf:yyyy-MM-dd}: {living} living registrations"));
        screen.Write(screen.Say(
            $"读入 {ScreenTable.Whole(read)} ＝ 核验 {ScreenTable.Whole(read - rejected)} ＋ 退回 {ScreenTable.Whole(rejected)}",
            $"Rows read {ScreenTable.Whole(read)} = checked {ScreenTable.Whole(read - rejected)} + rejected {ScreenTable.Whole(rejected)}"));
        InputNotes.Print(screen, metrics, today);

        screen.Write(screen.Say("报告：", "Report: ") + Path.Combine(folder, ResultFolder.ReportFile));
    }

    private static Table Indicators(Screen screen, Metrics metrics)
    {
        Table table = ScreenTable.Make("", screen.Say("指标", "indicator"))
            .AddNumbers(screen.Say("疑点", "findings"), screen.Say("应报", "reportable"), screen.Say("涉及登记", "registrations"));
        foreach (IndicatorMetrics counts in metrics.Indicators)
        {
            string name = IndicatorCatalogue.National.TryFind(counts.Id, out IndicatorDefinition? indicator) ? screen.Say(indicator.Chinese, indicator.English) : "";
            table.AddRow(counts.Id, name.EscapeMarkup(), ScreenTable.Whole(counts.Findings), ScreenTable.Whole(counts.Reportable), ScreenTable.Whole(counts.Registrations));
        }

        return table;
    }

    private static Table Counties(Screen screen, Metrics metrics)
    {
        bool rated = metrics.Total.Rate is not null;
        Table table = ScreenTable.Make(screen.Say("代码", "code"), screen.Say("区县", "county")).AddNumbers(screen.Say("在册", "living"), screen.Say("疑似", "suspected"));
        if (rated)
        {
            table.AddNumbers(screen.Say("差错率", "rate")).AddColumn(screen.Say("评级", "rating")).AddColumn(screen.Say("星级", "stars"));
        }

        foreach (DivisionMetrics county in metrics.Divisions
            .OrderByDescending(county => county.Rate ?? county.Suspected).ThenBy(county => county.Code, StringComparer.Ordinal).Take(MostCounties))
        {
            List<IRenderable> cells = [new Text(county.Code), new Text(county.Name ?? ""), new Text(ScreenTable.Whole(county.Living)), new Text(ScreenTable.Whole(county.Suspected))];
            if (county is { Rate: { } rate, Colour: { } colour, Stars: { } stars })
            {
                cells.AddRange([new Text(ScreenTable.Percent(rate)), Rating(screen, colour), new Text(new string('★', stars) + new string('☆', Math.Max(0, 5 - stars)))]);
            }

            table.AddRow(cells);
        }

        return table;
    }

    private static Markup Rating(Screen screen, string colour) => colour switch
    {
        "red" => new Markup($"[red]▲ {screen.Say("红", "red")}[/]"),
        "yellow" => new Markup($"[yellow]◆ {screen.Say("黄", "yellow")}[/]"),
        _ => new Markup($"[blue]● {screen.Say("蓝", "blue")}[/]"),
    };
}
