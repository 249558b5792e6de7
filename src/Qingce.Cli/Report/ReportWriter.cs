using System.Globalization;
using System.Text.Json;
using Qingce.Checks.Indicators;
using Qingce.Cli.Pages;
using Qingce.Cli.Results;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Standards;

namespace Qingce.Cli.Report;

/// <summary>Makes report.html of a result.</summary>
internal static class ReportWriter
{
    private const int FindingCount = 100;
    private const int CountyDigits = 6;

    private static readonly string[] PlaceFields = ["division", "moved_in_from", "moved_out_to", "event_place"];

    /// <summary>Makes the page from the files of a result folder.</summary>
    /// <param name="folder">Holds metrics.json, findings.parquet and rejects.csv.</param>
    /// <param name="masked">Whether personal values are hidden.</param>
    /// <param name="language">The language in which it opens.</param>
    /// <param name="countyOf">The county, six digits, of a registration, or null when it is not known.</param>
    public static string Make(ResultFolder folder, bool masked, Language language, Func<string, string?> countyOf)
    {
        byte[] text = folder.ReadMetricsText();
        using JsonDocument metrics = JsonDocument.Parse(text);
        List<ReportFinding> findings = [.. TellingFindings.Pick(folder.Findings, FindingCount).Select(finding => ReportFindings.Of(finding, masked, countyOf))];
        return SelfContainedPage.Make("Verify", new Phrase("清册 · 户籍核验报告", "Qingce · Register verification report").In(language), JsonSerializer.Serialize(new ReportData(
            SelfContainedPage.Code(language),
            masked,
            metrics.RootElement,
            [.. IndicatorCatalogue.National.Indicators.Select(indicator => Describe(indicator, text))],
            findings,
            RejectedRows.First(folder.PathOf(ResultFolder.RejectsFile)),
            FileShapes.Register.Concat(FileShapes.Source).Concat(FileShapes.Changes)
                .DistinctBy(shape => shape.Name)
                .ToDictionary(shape => shape.Name, shape => (string[])[shape.Chinese, shape.Name.Replace('_', ' ')]),
            SourceCatalogue.National.Categories.ToDictionary(category => category.FileName, category => (string[])[category.Chinese, category.English]),
            CauseNames.All,
            CodeMeanings.All,
            ResultWords.All,
            Places(findings),
            folder.ReadMetrics().Indicators.ToDictionary(
                indicator => indicator.Id,
                indicator => (IReadOnlyList<string[]>)[.. SilencedPhrase.Of(indicator.Silenced).Select(phrase => (string[])[phrase.Chinese, phrase.English])])), ReportJson.Readable.ReportData));
    }

    /// <summary>The parameters of an indicator with the values a result used.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="metrics">The text of metrics.json.</param>
    public static IReadOnlyList<(IndicatorParameter Parameter, double Value)> ParametersUsed(IndicatorDefinition indicator, byte[] metrics)
    {
        using JsonDocument document = JsonDocument.Parse(metrics);
        return [.. indicator.Parameters.Select(parameter => (parameter, Used(document.RootElement, indicator.Id, parameter) ?? parameter.Default))];
    }

    /// <inheritdoc cref="ParametersUsed"/>
    public static IReadOnlyList<ReportParameter> Parameters(IndicatorDefinition indicator, byte[] metrics) =>
        [.. ParametersUsed(indicator, metrics).Select(used => new ReportParameter(
            used.Parameter.Id, [used.Parameter.Chinese, used.Parameter.English], [used.Parameter.ChineseUnit, used.Parameter.Unit], Value(used.Parameter, used.Value)))];

    private static Dictionary<string, string> Places(IEnumerable<ReportFinding> findings)
    {
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        foreach (string value in findings.SelectMany(finding => finding.Rows).Where(row => PlaceFields.Contains(row.Field)).SelectMany(row => row.Values).OfType<string>())
        {
            if (value.Length is >= CountyDigits and <= 12 && int.TryParse(value.AsSpan(0, CountyDigits), NumberStyles.None, CultureInfo.InvariantCulture, out int code)
                && Divisions.TryFind(code, out Division? division))
            {
                places.TryAdd(value[..CountyDigits], division.FullName);
            }
        }

        return places;
    }

    private static ReportIndicator Describe(IndicatorDefinition indicator, byte[] metrics) => new(
        indicator.Id,
        [indicator.Chinese, indicator.English],
        [indicator.LooksAtChinese, indicator.LooksAtEnglish],
        string.Concat(indicator.Classes),
        [indicator.Task],
        Parameters(indicator, metrics));

    private static double? Used(JsonElement metrics, string indicator, IndicatorParameter parameter) =>
        metrics.TryGetProperty("parameters", out JsonElement all) && all.ValueKind == JsonValueKind.Object
        && all.TryGetProperty(indicator, out JsonElement own) && own.ValueKind == JsonValueKind.Object
        && own.TryGetProperty(parameter.Id, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble() : null;

    private static string[] Value(IndicatorParameter parameter, double value)
    {
        string number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return [$"{number} {parameter.ChineseUnit}".Trim(), $"{number} {parameter.Unit}".Trim()];
    }
}
