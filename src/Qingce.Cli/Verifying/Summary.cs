using Qingce.Checks.Indicators;
using Qingce.Checks.Results;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Spectre.Console;

namespace Qingce.Cli.Verifying;

/// <summary>What the screen shows at the end of a verification: each indicator, each county, the counts, where the report is.</summary>
internal static class Summary
{
    private const int MostCounties = 30;

    public static void Print(Screen screen, Metrics metrics, string folder, DateOnly today)
    {
        screen.Render(Indicators(screen, metrics));
        screen.Render(Counties(screen, metrics));
        if (metrics.Divisions.Count > MostCounties)
        {
            screen.Write(screen.Say($"（差错率最高的 {MostCounties} 个，共 {metrics.Divisions.Count} 个区县）", $"(the {MostCounties} worst of {metrics.Divisions.Count} counties)"));
        }

        long read = metrics.Files.Sum(file => file.Rows);
        long rejected = metrics.Files.Sum(file => file.Rejected);
        screen.Write(screen.Say(
            $"截至 {metrics.AsOf:yyyy-MM-dd}　在册 {ScreenTable.Whole(metrics.Register.Living)}　疑似差错率 {ScreenTable.Percent(metrics.Total.Rate)}",
            $"As of {metrics.AsOf:yyyy-MM-dd}: {ScreenTable.Whole(metrics.Register.Living)} living registrations, suspected error rate {ScreenTable.Percent(metrics.Total.Rate)}"));
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
        Table table = ScreenTable.Make(screen.Say("代码", "code"), screen.Say("区县", "county"))
            .AddNumbers(screen.Say("在册", "living"), screen.Say("疑似", "suspected"), screen.Say("差错率", "rate"));
        table.AddColumn(screen.Say("评级", "rating")).AddColumn(screen.Say("星级", "stars"));
        foreach (DivisionMetrics county in metrics.Divisions.OrderByDescending(county => county.Rate).ThenBy(county => county.Code, StringComparer.Ordinal).Take(MostCounties))
        {
            table.AddRow(
                new Text(county.Code), new Text(county.Name ?? ""), new Text(ScreenTable.Whole(county.Living)), new Text(ScreenTable.Whole(county.Suspected)),
                new Text(ScreenTable.Percent(county.Rate)), Rating(screen, county.Colour), new Text(new string('★', county.Stars) + new string('☆', Math.Max(0, 5 - county.Stars))));
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
