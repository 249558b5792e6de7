using Qingce.Cli.Masking;
using Qingce.Cli.Results;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Report;

/// <summary>Lays the evidence of a finding out side by side: who says it in columns, what it is about in rows.</summary>
internal static class ReportFindings
{
    private const int MostColumns = 6;
    private const int CountyDigits = 6;

    private static readonly Dictionary<string, int> FieldOrder = FileShapes.Register.Concat(FileShapes.Source).Concat(FileShapes.Changes)
        .Select(shape => shape.Name).Distinct(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(field => field.name, field => field.i, StringComparer.Ordinal);

    /// <summary>Lays one finding out.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="masked">Whether personal values are hidden.</param>
    /// <param name="countyOf">The county, six digits, of a registration, or null when it is not known.</param>
    public static ReportFinding Of(FindingRow finding, bool masked, Func<string, string?> countyOf)
    {
        Evidence evidence = Evidence.Read(finding.Evidence);
        FindingMask mask = new(finding, evidence);
        List<EvidenceValue> values = [.. evidence.Causes.SelectMany(cause => cause.Values)];
        List<ReportOrigin> origins = [.. values
            .Select(value => new ReportOrigin(value.Of, value.Id))
            .Distinct()
            .OrderBy(origin => origin.Of switch { "registration" => 0, "changes" => 1, _ => 2 })
            .ThenBy(origin => origin.Of, StringComparer.Ordinal)
            .ThenBy(origin => origin.Id, StringComparer.Ordinal)];
        List<ReportOrigin> shown = [.. origins.Take(MostColumns)];
        return new ReportFinding(
            finding.Id, finding.Indicator, finding.Class, finding.Weight, finding.Registrations,
            [.. finding.Registrations.Select(id => countyOf(id) ?? DivisionIn(values, id)).OfType<string>().Distinct(StringComparer.Ordinal)],
            masked ? mask.Sentence(finding.Chinese) : finding.Chinese,
            masked ? mask.Sentence(finding.English) : finding.English,
            finding.Task,
            [.. evidence.Causes.Select(cause => new ReportCause(cause.Cause, cause.Level))],
            shown,
            Rows(values, shown, masked),
            origins.Count - shown.Count);
    }

    private static List<ReportRow> Rows(List<EvidenceValue> values, List<ReportOrigin> origins, bool masked) =>
        [.. values
            .GroupBy(value => value.Field, StringComparer.Ordinal)
            .OrderBy(field => FieldOrder.GetValueOrDefault(field.Key, int.MaxValue))
            .ThenBy(field => field.Key, StringComparer.Ordinal)
            .Select(field =>
            {
                EvidenceValue?[] row = [.. origins.Select(origin => field.FirstOrDefault(value => value.Of == origin.Of && value.Id == origin.Id))];
                bool differs = row.Where(value => !string.IsNullOrWhiteSpace(value?.Value)).Select(value => value!.Value!.Trim()).Distinct(StringComparer.Ordinal).Count() > 1;
                string?[] clear = [.. row.Select(value => value is null ? null : value.Value ?? "")];
                return new ReportRow(field.Key, masked ? Masked(row, clear, differs) : clear, differs);
            })
            .Where(row => row.Values.Any(value => value is not null))];

    /// <summary>Masks a row; where masked values differ in a hidden place, that place is shown as #.</summary>
    private static string?[] Masked(EvidenceValue?[] row, string?[] clear, bool differs)
    {
        string?[] masked = [.. row.Select(value => value is null ? null : FindingMask.Value(value) ?? "")];
        string[] said = [.. clear.Where(value => !string.IsNullOrEmpty(value)).OfType<string>()];
        if (!differs || said.Any(value => value.Length != said[0].Length))
        {
            return masked;
        }

        return [.. masked.Select(value => value?.Length != said[0].Length ? value
            : string.Concat(value.Select((c, i) => c == '*' && said.Any(other => other[i] != said[0][i]) ? '#' : c)))];
    }

    private static string? DivisionIn(List<EvidenceValue> values, string registration) =>
        values.FirstOrDefault(value => value is { Of: "registration", Field: "division", Value.Length: >= CountyDigits } && value.Id == registration)?.Value![..CountyDigits];
}
