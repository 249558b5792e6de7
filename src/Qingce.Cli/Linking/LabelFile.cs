using System.Globalization;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Pairs that a person has judged, and what they make of a model.</summary>
internal static class LabelFile
{
    private static readonly string[] Values = ["match", "clerical_match_score", "is_match", "score", "label"];

    /// <summary>Calibrates a model by the labels of a file.</summary>
    /// <param name="path">The file: two records a row, and whether they are one: 0, 1, or a clerical score between.</param>
    /// <param name="linker">The rows.</param>
    /// <param name="table">The same rows.</param>
    /// <param name="model">The model.</param>
    /// <param name="chooses">Whether the threshold that is best on the labels becomes that of the model.</param>
    /// <returns>The model, and what to tell.</returns>
    /// <exception cref="CommandFault">The file cannot be used.</exception>
    public static (LinkageModel Model, Wording Note) Calibrate(string path, Linker linker, LinkTable table, LinkageModel model, bool chooses)
    {
        List<NamedPair> pairs = NamedPairs.Read(path, Values);
        RecordLookup lookup = new(table, pairs.SelectMany(pair => new[] { pair.Left, pair.Right }));
        PairEvidence evidence = linker.Evidence(model);
        List<(double, double)> labels = [];
        foreach (NamedPair pair in pairs)
        {
            RowPair rows = NamedPairs.RowsOf(pair, lookup, table.Sources.Count > 1, path);
            labels.Add((evidence.Weight(rows.Left, rows.Right), pair.Value));
        }

        double matches = labels.Sum(label => label.Item2);
        if (matches <= 0 || matches >= labels.Count)
        {
            throw new CommandFault(ExitCode.InputUnreadable, new Phrase(
                $"{path}：{labels.Count} 对标注中须既有同一人的，也有不是的。", $"{path}: its {labels.Count} labels must have both pairs of one person and pairs of two."));
        }

        LabelCalibration fitted = LabelCalibration.Fit(labels, model.Prior(table.Rows).Bits);
        double threshold = chooses ? fitted.BestThreshold : model.Threshold ?? 0.5;
        ThresholdPoint at = fitted.At(threshold), best = fitted.At(fitted.BestThreshold);
        Wording note = new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fitted.Labels:N0} labels, {fitted.Matches:N0} of them matches: weights times {fitted.Slope:0.00}; matches are {fitted.Offset:+0.0;-0.0;0.0} bits more frequent among them than in the files. Allowing for that, linking from probability {threshold:0.###} has precision {at.Precision:0.000} and recall {at.Recall:0.000}; F1 is best from {fitted.BestThreshold:0.###} on: {best.F1:0.000}."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fitted.Labels:N0}对标注，其中 {fitted.Matches:N0} 对为同一人：权重乘以 {fitted.Slope:0.00}；标注中同一人的对比文件中多 {fitted.Offset:+0.0;-0.0;0.0} 比特。据此折算，概率 {threshold:0.###} 起判为同一人的精确率为 {at.Precision:0.000}，召回率为 {at.Recall:0.000}；{fitted.BestThreshold:0.###} 起 F1 最高，为 {best.F1:0.000}。"));
        LinkageModel calibrated = fitted.Apply(model);
        return (chooses ? calibrated with { Threshold = threshold } : calibrated, note);
    }
}
