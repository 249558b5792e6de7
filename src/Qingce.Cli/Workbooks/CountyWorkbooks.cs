using System.Globalization;
using Qingce.Checks.Indicators;
using Qingce.Checks.Results;
using Qingce.Cli.Results;
using Qingce.Tables;

namespace Qingce.Cli.Workbooks;

/// <summary>One Excel workbook a county: its figures, and its findings by indicator. Everything that is not a count is text.</summary>
internal static class CountyWorkbooks
{
    public const string FolderName = "workbooks";

    private static readonly SheetColumn[] SummaryColumns = [new("项目", 34), new("Item", 34), new("值 Value", 22)];

    private static readonly SheetColumn[] FindingColumns =
    [
        new("疑点编号 Finding", 20), new("登记编号 Registrations", 30), new("类别 Class", 12), new("证据权重 Weight", 12), new("应报 Reportable", 14),
        new("疑点", 70), new("Finding in English", 70), new("任务 Task", 16), new("核查结果 Outcome", 24),
    ];

    /// <summary>Writes the workbooks of the counties of a result.</summary>
    /// <param name="folder">The result.</param>
    /// <param name="countyOf">The county, six digits, of a registration, or null when it is not known.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static void Write(ResultFolder folder, Func<string, string?> countyOf, CancellationToken cancellation)
    {
        Metrics metrics = folder.ReadMetrics();
        Dictionary<string, List<object?[]>> findings = [];
        FindingTable.Visit(folder.Findings, (batch, row) =>
        {
            FindingRow finding = FindingTable.Row(batch, row);
            object?[] cells =
            [
                finding.Id, string.Join("; ", finding.Registrations), finding.Class, finding.Weight, finding.Reportable ? "是 yes" : "否 no",
                finding.Chinese, finding.English, finding.Task, null,
            ];
            foreach (string county in finding.Registrations.Select(id => countyOf(id)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                string key = county + finding.Indicator;
                if (!findings.TryGetValue(key, out List<object?[]>? rows))
                {
                    findings.Add(key, rows = []);
                }

                rows.Add(cells);
            }
        });

        Directory.CreateDirectory(folder.PathOf(FolderName));
        foreach (DivisionMetrics county in metrics.Divisions)
        {
            cancellation.ThrowIfCancellationRequested();
            Workbook.Write(Path.Combine(folder.PathOf(FolderName), $"{county.Code}.xlsx"),
            [
                new Sheet("汇总 Summary", SummaryColumns, SummaryRows(metrics, county)),
                .. metrics.Indicators
                    .Where(indicator => findings.ContainsKey(county.Code + indicator.Id))
                    .Select(indicator => new Sheet($"{indicator.Id} {NameOf(indicator.Id)}", FindingColumns, findings[county.Code + indicator.Id])),
            ]);
        }
    }

    private static string NameOf(string indicator) => IndicatorCatalogue.National.TryFind(indicator, out IndicatorDefinition? definition) ? definition.Chinese : "";

    private static IEnumerable<object?[]> SummaryRows(Metrics metrics, DivisionMetrics county)
    {
        yield return ["区县", "County", county.Name];
        yield return ["代码", "Code", county.Code];
        yield return ["截至", "As of", metrics.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        if (metrics.Only is { } only)
        {
            yield return ["只检查了", "Only checked", string.Join(", ", only)];
        }

        yield return ["在册登记", "Living registrations", county.Living];
        yield return ["疑似差错登记", "Registrations with a suspected error", county.Suspected];
        if (county.Rate is not null)
        {
            yield return ["疑似差错率", "Suspected error rate", county.Rate];
            yield return ["评级", "Rating", county.Colour switch { "red" => "红 red", "yellow" => "黄 yellow", _ => "蓝 blue" }];
            yield return ["星级", "Stars", county.Stars];
            yield return ["得分", "Score", county.Score];
        }

        foreach ((string indicator, long count) in county.Indicators.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            IndicatorCatalogue.National.TryFind(indicator, out IndicatorDefinition? definition);
            yield return [$"{indicator} {definition?.Chinese}", $"{indicator} {definition?.English}", count];
        }

        yield return ["疑点不是结论，须由人核实。", "A finding is a suspicion: a person must verify it.", null];
    }
}
