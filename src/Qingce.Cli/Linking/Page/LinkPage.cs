using System.Text.Json;
using Qingce.Cli.Pages;
using Qingce.Cli.Report;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>Makes report.html of a linkage.</summary>
internal static class LinkPage
{
    public const string File = "report.html";

    /// <summary>Makes the page.</summary>
    /// <param name="report">Figures and examples.</param>
    /// <param name="table">The rows.</param>
    /// <param name="personOf">What the person of a row is called.</param>
    /// <param name="masked">Whether personal values are hidden.</param>
    public static string Make(LinkageReport report, LinkTable table, Func<int, string> personOf, bool masked) =>
        SelfContainedPage.Make("Link", "清册 · 记录关联报告", JsonSerializer.Serialize(Data(report, table, personOf, masked), LinkPageJson.Readable.LinkPageData));

    private static LinkPageData Data(LinkageReport report, LinkTable table, Func<int, string> personOf, bool masked)
    {
        PageRows rows = new(table, personOf, masked);
        return new LinkPageData
        {
            Masked = masked,
            Program = Program.Version,
            Model = report.Model.Version,
            Sources = [.. table.Sources.Select(source => new PageSource(source.Name, source.Rows))],
            Figures = Figures(report, table),
            Comparisons = [.. report.Model.Comparisons.Select(comparison => new PageComparison(
                comparison.Name,
                comparison.Column ?? comparison.Name,
                [.. comparison.Levels.Select(level => new PageLevel(level.Name, level.M, level.U, Bits(level.Weight), level.Fixed, level.Frequency))]))],
            Columns = [.. report.Rows.Columns.Select((column, i) => Column(column, i, rows))],
            Rules = [.. report.Rules.Select(rule => new PageRule(rule.Pass, rule.Keys, rule.Compared, rule.Oversized, rule.NotCompared))],
            Weights = HalfBits(report.Weights),
            Expected = Points(report.Expected),
            Measured = report.Measured is null ? null : Points(report.Measured),
            Unlinkable = new PageUnlinkable(
                report.Rows.Sampled, report.Rows.Unlinkable, HalfBits(report.Rows.SelfWeights), [.. report.Rows.Missing.Select(missing => new PageMissing(missing.Columns, missing.Rows))]),
            Patterns = [.. report.Patterns.Select(pattern => Pattern(pattern, report.Model, rows))],
            Clusters = new PageClusters([.. report.Clusters.Sizes.Select(size => (int[])[size.Size, size.Clusters])], [.. report.Clusters.Examples.Select(cluster => Cluster(cluster, rows))]),
            Signs = [.. report.Signs.Select(sign => new PageSign(sign.Kind.ToString(), sign.Subject, sign.Level, sign.Value))],
            Notes = report.Notes,
            Words = Words(report.Model),
            Rows = rows.All,
        };
    }

    private static PageFigures Figures(LinkageReport report, LinkTable table) => new(
        table.Rows,
        report.Rules.Sum(rule => rule.Compared),
        report.Rules.Sum(rule => rule.NotCompared),
        report.Links,
        report.Clusters.Count,
        report.Clusters.WithSeveral,
        report.Clusters.RowsWithOther,
        report.Clusters.Largest,
        report.Clusters.Refined,
        Bits(report.Threshold),
        new MatchWeight(report.Threshold).Probability,
        Bits(report.Prior),
        Math.Round(report.ExpectedMatches, 1),
        report.PatternCount);

    private static PageColumn Column(ColumnSummary column, int place, PageRows rows) => new(
        column.Column.Name,
        column.Column.Kind,
        column.Present,
        column.MissingInUnlinkable,
        column.Distinct,
        [.. column.Commonest.Select(value => new PageValue(rows.Value(value.Row, place) ?? "", value.Count))]);

    private static PagePattern Pattern(PatternSummary pattern, LinkageModel model, PageRows rows) => new(
        [.. Enumerable.Range(0, model.Comparisons.Count).Select(comparison => Linkage.Pattern.Level(pattern.Pattern, comparison))],
        Bits(pattern.Weight),
        pattern.Kept,
        pattern.Compared,
        [.. pattern.Examples.Select(pair => new PagePair(
            rows.PlaceOf(pair.Left),
            rows.PlaceOf(pair.Right),
            Bits(pair.Weight),
            [.. pair.Steps.Select(step => new PageStep(step.Comparison, step.Level, Bits(step.Weight)))],
            rows.Differs(pair.Left, pair.Right)))]);

    private static PageCluster Cluster(ExampleCluster cluster, PageRows rows)
    {
        Dictionary<int, int> places = cluster.Rows.Select((row, place) => (row, place)).ToDictionary(pair => pair.row, pair => pair.place);
        int weakest = cluster.Weakest is { } link ? cluster.Edges.ToList().FindIndex(edge => edge.Left == link.Left && edge.Right == link.Right) : -1;
        return new PageCluster(
            cluster.Size,
            cluster.Links,
            [.. cluster.Rows.Select(rows.PlaceOf)],
            [.. cluster.Edges.Select(edge => (double[])[places[edge.Left], places[edge.Right], Bits(edge.Weight), edge.IsLink ? 1 : 0])],
            weakest,
            cluster.Weakest is { } needed ? Bits(needed.Weight) : null);
    }

    private static IReadOnlyList<double[]> Points(ThresholdCurve curve) =>
        [.. curve.Points.Select(point => (double[])[point.Threshold, Math.Round(point.TruePositives, 2), Math.Round(point.FalsePositives, 2), Math.Round(point.FalseNegatives, 2)])];

    private static IReadOnlyList<double[]> HalfBits(IReadOnlyList<WeightedCount> weights) =>
        [.. weights.GroupBy(weight => Math.Floor(weight.Weight * 2) / 2).Select(group => (double[])[group.Key, group.Sum(weight => weight.Pairs)])];

    private static Dictionary<string, string[]> Words(LinkageModel model) => model.Comparisons
        .SelectMany(comparison => comparison.Levels.Select(level => level.Name))
        .Distinct()
        .Where(CauseNames.All.ContainsKey)
        .ToDictionary(word => word, CauseNames.Of);

    private static double Bits(double weight) => Math.Round(weight, 4);
}
