using Qingce.Cli.Masking;
using Qingce.Cli.Results;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Report;

/// <summary>Lays the evidence of a finding out side by side: who says it in columns, what it is about in rows.</summary>
internal static class ReportFindings
{
    private const int MostColumns = 6;
    private const int CountyDigits = 6;
    private const string Before = "old_value";
    private const string After = "new_value";

    private static readonly string[] PersonFields = ["name", "sex", "birth_date", "citizen_number", "ethnicity", "phone", "birthplace", "native_place"];

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
        List<EvidenceColumn> columns = EvidenceColumn.Arrange(values);
        List<EvidenceColumn> shown = [.. columns.Take(MostColumns)];
        return new ReportFinding(
            finding.Id, finding.Indicator, finding.Class, finding.Weight, finding.Registrations,
            [.. finding.Registrations.Select(id => countyOf(id) ?? DivisionIn(values, id)).OfType<string>().Distinct(StringComparer.Ordinal)],
            masked ? mask.Sentence(finding.Chinese) : finding.Chinese,
            masked ? mask.Sentence(finding.English) : finding.English,
            finding.Task,
            [.. evidence.Causes.Select(cause => new ReportCause(cause.Cause, cause.Level))],
            [.. shown.Select(column => new ReportOrigin(column.Of, column.Id))],
            masked ? ChangesMarked(Rows(finding.Indicator, shown, masked), shown) : Rows(finding.Indicator, shown, masked),
            columns.Count - shown.Count);
    }

    private static List<ReportRow> Rows(string indicator, List<EvidenceColumn> columns, bool masked) =>
        [.. columns
            .SelectMany(column => column.Values.Keys)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(field => FieldOrder.GetValueOrDefault(field, int.MaxValue))
            .ThenBy(field => field, StringComparer.Ordinal)
            .Select(field =>
            {
                EvidenceValue?[] row = [.. columns.Select(column => column.Values.GetValueOrDefault(field))];
                string?[] clear = [.. row.Select(value => value is null ? null : value.Value ?? "")];
                bool differs = Differs(indicator, field, row);
                return new ReportRow(field, masked ? Masked(row, clear, differs) : clear, differs);
            })];

    // Two values contradict each other only when they should be one: what describes a person, between the papers of one registration or
    // between the registrations of a pair; what describes an event, within one category.
    private static bool Differs(string indicator, string field, EvidenceValue?[] row)
    {
        List<EvidenceValue> said = [.. row.OfType<EvidenceValue>().Where(value => !string.IsNullOrWhiteSpace(value.Value))];
        bool ofOnePerson = indicator is "I01" or "I11" || said.Where(value => value.Of == "registration").Select(value => value.Id).Distinct(StringComparer.Ordinal).Count() < 2;
        bool comparable = PersonFields.Contains(field)
            ? ofOnePerson
            : said.Select(value => value.Of).Distinct(StringComparer.Ordinal).Count() == 1 && said.Count > 0 && said[0].Of != "changes";
        return comparable && said.Select(value => value.Value!.Trim()).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    /// <summary>Masks a row; where masked values differ in a hidden place, that place is shown as #.</summary>
    private static string?[] Masked(EvidenceValue?[] row, string?[] clear, bool differs)
    {
        string?[] masked = [.. row.Select(value => value is null ? null : FindingMask.Value(value) ?? "")];
        return differs ? MaskedDifference.Mark(masked, clear) : masked;
    }

    // What a change put in the place of what: two rows of one column.
    private static List<ReportRow> ChangesMarked(List<ReportRow> rows, List<EvidenceColumn> columns)
    {
        if (rows.Find(row => row.Field == Before) is not { } before || rows.Find(row => row.Field == After) is not { } after)
        {
            return rows;
        }

        (string?[] was, string?[] became) = ([.. before.Values], [.. after.Values]);
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Values.GetValueOrDefault(Before)?.Value is { } old && columns[i].Values.GetValueOrDefault(After)?.Value is { } next)
            {
                string?[] marked = MaskedDifference.Mark([was[i], became[i]], [old, next]);
                (was[i], became[i]) = (marked[0], marked[1]);
            }
        }

        return [.. rows.Select(row => row == before ? before with { Values = was } : row == after ? after with { Values = became } : row)];
    }

    private static string? DivisionIn(List<EvidenceValue> values, string registration) =>
        values.FirstOrDefault(value => value is { Of: "registration", Field: "division", Value.Length: >= CountyDigits } && value.Id == registration)?.Value![..CountyDigits];
}
