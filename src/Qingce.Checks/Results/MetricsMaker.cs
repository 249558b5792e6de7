using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Loading;
using Qingce.Checks.Profiles;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Checks.Verification;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Standards;

namespace Qingce.Checks.Results;

/// <summary>Puts the parts of the metrics together.</summary>
internal static class MetricsMaker
{
    public static IReadOnlyList<FileMetrics> Files(IEnumerable<FileCounts> files) =>
    [
        .. files.Select(file => new FileMetrics(
            file.File.Name, Role(file.File.Role), file.File.Category == 0 ? null : file.File.Category, file.Format, file.Encoding, file.Read,
            file.Checked, file.Rejects.Count, file.Bytes, file.UnknownHeaders,
            [.. file.Unread.Columns.Select(column => new UnreadMetrics(column.Column, column.Count, column.First.Row) { FirstId = column.First.Id })])),
    ];

    public static IReadOnlyList<NoteMetrics> Notes(IEnumerable<InputFault> notes) =>
        [.. notes.Select(note => new NoteMetrics(note.File, note.Column, note.Chinese, note.English))];

    public static RegisterMetrics Register(RegisterStore register, IReadOnlyList<FileCounts> files) => new(
        files.Sum(file => file.Read), register.Count, files.Sum(file => (long)file.Rejects.Count), register.LivingCount,
        register.Count - register.LivingCount, register.HouseholdCount);

    public static IReadOnlyList<SourceMetrics> Sources(IReadOnlyList<SourceFile> files, long[] matched, Coverage coverage) =>
    [
        .. files.GroupBy(file => file.File.Category).Select(category => new SourceMetrics(
            category.Key, SourceCatalogue.National[category.Key].FileName, category.Sum(file => file.Counts.Read),
            category.Sum(file => file.Counts.Checked), category.Sum(file => (long)file.Counts.Rejects.Count), matched[category.Key],
            [
                .. coverage.Rows.Where(row => row.Category == category.Key).OrderBy(row => row.Division).ThenBy(row => row.From).Select(row =>
                    $"{row.Division.County:D6} {DayText(row.From)}/{(row.To == int.MaxValue ? "" : DayText(row.To))}"),
            ])),
    ];

    public static IReadOnlyList<IndicatorMetrics> Indicators(
        IReadOnlyList<Check> checks, IReadOnlyList<Silence> silences, FindingList findings, DivisionFigures figures)
    {
        List<IndicatorMetrics> metrics = [];
        for (int i = 0; i < checks.Count; i++)
        {
            Check check = checks[i];
            long count = 0;
            long reportable = 0;
            long[] causes = new long[check.Causes.Count];
            foreach (ref readonly FindingList.Entry entry in findings.Entries)
            {
                if (entry.Indicator == check.Id)
                {
                    count++;
                    reportable += entry.IsReportable ? 1 : 0;
                    foreach (ref readonly Suspicion suspicion in findings.Of(entry))
                    {
                        causes[suspicion.Cause]++;
                    }
                }
            }

            SortedDictionary<string, long> byName = new(StringComparer.Ordinal);
            for (int cause = 0; cause < causes.Length; cause++)
            {
                byName.Add(check.Causes[cause], causes[cause]);
            }

            metrics.Add(new IndicatorMetrics(
                IndicatorNames.Of(check.Id), count, reportable, figures.Registrations(check.Id), byName, silences[i].Messages));
        }

        return metrics;
    }

    public static IReadOnlyList<ColumnMetrics> Columns(ColumnProfile[] profiles) =>
    [
        .. profiles.Select((profile, i) => new ColumnMetrics(
            "register", FileShapes.Register[i].Name, profile.IsPresent, profile.Filled, profile.Invalid, profile.Distinct, profile.Shortest,
            profile.Longest, [.. profile.TopPatterns(5).Select(pattern => new PatternMetrics(pattern.Pattern, pattern.Count))])
        {
            LookedAt = profile.LookedAt,
        }),
    ];

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Parameters(IndicatorParameters parameters)
    {
        SortedDictionary<string, IReadOnlyDictionary<string, double>> all = new(StringComparer.Ordinal);
        foreach (IndicatorDefinition indicator in IndicatorCatalogue.National.Indicators)
        {
            foreach (int province in parameters.Provinces.Prepend(IndicatorParameters.National))
            {
                ParameterValues values = parameters.Of(indicator.Id, province);
                SortedDictionary<string, double> named = new(StringComparer.Ordinal);
                foreach (IndicatorParameter parameter in indicator.Parameters)
                {
                    named.Add(parameter.Id, values.Number(parameter.Id));
                }

                all.Add(province == IndicatorParameters.National ? indicator.Id : $"{indicator.Id}@{province}", named);
            }
        }

        return all;
    }

    private static string DayText(int day) => DayNumber.ToDate(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Role(InputRole role) => role switch
    {
        InputRole.Register => "register",
        InputRole.Changes => "changes",
        InputRole.Coverage => "coverage",
        _ => "source",
    };
}
