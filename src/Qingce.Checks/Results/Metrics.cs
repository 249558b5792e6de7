using System.Text.Json.Serialization;

namespace Qingce.Checks.Results;

/// <summary>The figures of a verification, as in metrics.json. Nothing in it depends on the clock or on the number of threads.</summary>
public sealed record Metrics
{
    /// <summary>The version of the shape that this program writes and reads.</summary>
    public const int KnownVersion = 1;

    /// <summary>Version of this shape.</summary>
    public int FormatVersion { get; init; } = KnownVersion;

    /// <summary>The day looked back from.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary><c>argument</c>, <c>recorded_at</c> or, without sources, <c>register</c>.</summary>
    public required string AsOfFrom { get; init; }

    /// <summary>Versions of the program, the catalogue and the linkage model.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The files, in the order register, changes, coverage, sources.</summary>
    public required IReadOnlyList<FileMetrics> Files { get; init; }

    /// <summary>Files among the sources that were not read, because no category number begins their names.</summary>
    public required IReadOnlyList<string> IgnoredFiles { get; init; }

    /// <summary>What the person should know about the input beside the counts.</summary>
    public required IReadOnlyList<NoteMetrics> Notes { get; init; }

    /// <summary>The indicators that were asked for where not all twelve were; null where all were. Of what was not asked for nothing is known.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Counts of the register.</summary>
    public required RegisterMetrics Register { get; init; }

    /// <summary>Counts of the source categories that were delivered.</summary>
    public required IReadOnlyList<SourceMetrics> Sources { get; init; }

    /// <summary>Counts of the indicators that were looked at.</summary>
    public required IReadOnlyList<IndicatorMetrics> Indicators { get; init; }

    /// <summary>Figures of the counties, by code. How each is computed: docs/guide/figures.md.</summary>
    public required IReadOnlyList<DivisionMetrics> Divisions { get; init; }

    /// <summary>Figures of the register as a whole.</summary>
    public required DivisionMetrics Total { get; init; }

    /// <summary>Limits of the colours, weights and limits of the stars.</summary>
    public required ScoringMetrics Scoring { get; init; }

    /// <summary>What the values of each register column look like.</summary>
    public required IReadOnlyList<ColumnMetrics> Columns { get; init; }

    /// <summary>The parameters used, by indicator; those of provinces that have their own under <c>I03@32</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Parameters { get; init; }
}

/// <summary>Counts of one file; read = checked + rejected.</summary>
/// <param name="Path">The file, relative to the folder given.</param>
/// <param name="Role">register, changes, coverage or source.</param>
/// <param name="Category">1 to 23 for a source.</param>
/// <param name="Format">csv, parquet or xlsx.</param>
/// <param name="Encoding">The encoding of a text file.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Checked">Rows checked.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="UnknownHeaders">Columns that were kept out because no column of ours has their header.</param>
/// <param name="Unread">Cells taken as empty, by column.</param>
public sealed record FileMetrics(
    string Path, string Role, int? Category, string Format, string Encoding, long Rows, long Checked, long Rejected, long Bytes,
    IReadOnlyList<string> UnknownHeaders, IReadOnlyList<UnreadMetrics> Unread);

/// <summary>Cells of one column of a file that were taken as empty, because the column cannot mean what stands there.</summary>
/// <param name="Column">English header.</param>
/// <param name="Cells">How many.</param>
/// <param name="FirstRow">1-based row of the first among the data rows; of a store a number that means nothing.</param>
public sealed record UnreadMetrics(string Column, long Cells, long FirstRow)
{
    /// <summary>The id of the first where its row lies in a store; empty for a row of a file.</summary>
    public string FirstId { get; init; } = "";
}

/// <summary>Something about the input that did not end the verification.</summary>
/// <param name="File">The file, relative to the folder given; empty for the input as a whole.</param>
/// <param name="Column">English header; empty when it is not about a column.</param>
/// <param name="Chinese">What it is, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record NoteMetrics(string File, string Column, string Chinese, string English);

/// <summary>Counts of the register.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Checked">Registrations checked.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Living">Registrations that are not cancelled.</param>
/// <param name="Cancelled">Registrations that are.</param>
/// <param name="Households">Households, those of cancelled registrations alone among them.</param>
public sealed record RegisterMetrics(long Read, long Checked, long Rejected, long Living, long Cancelled, long Households);

/// <summary>Counts of one source category.</summary>
/// <param name="Category">1 to 23.</param>
/// <param name="Name">Name of its file.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Checked">Rows checked.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="Matched">Rows whose citizen number leads to a registration.</param>
/// <param name="Covered">Where and when it is complete: division, first day / last day.</param>
public sealed record SourceMetrics(int Category, string Name, long Read, long Checked, long Rejected, long Matched, IReadOnlyList<string> Covered);

/// <summary>Counts of one indicator.</summary>
/// <param name="Id">I01 to I12.</param>
/// <param name="Findings">Findings, hints among them.</param>
/// <param name="Reportable">Findings that count in a rate.</param>
/// <param name="Registrations">Living registrations named by a reportable finding.</param>
/// <param name="Causes">Suspicions by cause.</param>
/// <param name="Silenced">What was not looked for, and why.</param>
public sealed record IndicatorMetrics(
    string Id, long Findings, long Reportable, long Registrations, IReadOnlyDictionary<string, long> Causes,
    IReadOnlyList<SilencedMetrics> Silenced);

/// <summary>Something that was not delivered, and what an indicator does not look for without it.</summary>
/// <param name="Missing">What it is: column (of the register), changes, or source.</param>
/// <param name="Name">The column's English header, or the file's name.</param>
/// <param name="Causes">The causes that are not looked for; empty for all that rests on it.</param>
public sealed record SilencedMetrics(string Missing, string Name, IReadOnlyList<string> Causes);

/// <summary>Figures of one county. How each is computed: docs/guide/figures.md.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Province">Name of its province.</param>
/// <param name="City">Name of its city.</param>
/// <param name="Living">Living registrations.</param>
/// <param name="Suspected">Those with a reportable finding of I01 to I06 or I09 to I12, as far as these were looked at.</param>
/// <param name="Confirmed">Those with an error a person confirmed; null: nobody has looked yet.</param>
/// <param name="Rate">Suspected by living; null, as is all that rests on it, when not all of these indicators were looked at.</param>
/// <param name="Colour">red over 5%, yellow from 3% to 5%, else blue.</param>
/// <param name="Basis">The figure that colour and stars rest on: suspected or confirmed.</param>
/// <param name="Stars">One to five.</param>
/// <param name="Score">The score the stars rest on, 0 to 100.</param>
/// <param name="Accuracy">0 to 100.</param>
/// <param name="Completeness">0 to 100.</param>
/// <param name="Timeliness">0 to 100; null when there is no event to judge by.</param>
/// <param name="Away">Living registrations with a reportable finding of I07; null when it was not looked at.</param>
/// <param name="EmptyHung">Living registrations with a reportable finding of I08; null when it was not looked at.</param>
/// <param name="Indicators">Living registrations with a reportable finding, by indicator.</param>
public sealed record DivisionMetrics(
    string Code, string Name, string Province, string City, long Living, long Suspected, long? Confirmed, double? Rate, string? Colour,
    string Basis, int? Stars, double? Score, double? Accuracy, double Completeness, double? Timeliness, long? Away, long? EmptyHung,
    IReadOnlyDictionary<string, long> Indicators);

/// <summary>The published limits and weights behind colours and stars.</summary>
/// <param name="RedAbove">The rate above which a county is red.</param>
/// <param name="YellowFrom">The rate from which it is yellow; below it is blue.</param>
/// <param name="AccuracyWeight">Weight of accuracy in the score.</param>
/// <param name="CompletenessWeight">Weight of completeness.</param>
/// <param name="TimelinessWeight">Weight of timeliness.</param>
/// <param name="StarsFrom">The least scores of five, four, three and two stars.</param>
public sealed record ScoringMetrics(
    double RedAbove, double YellowFrom, double AccuracyWeight, double CompletenessWeight, double TimelinessWeight, IReadOnlyList<int> StarsFrom);

/// <summary>What the values of one register column look like.</summary>
/// <param name="File">register.</param>
/// <param name="Name">The English header.</param>
/// <param name="Present">Whether the files have it.</param>
/// <param name="Filled">Values that are not empty.</param>
/// <param name="Invalid">Values that are none of the column's kind.</param>
/// <param name="Distinct">Estimate of the number of distinct values, within about 2%.</param>
/// <param name="Shortest">Characters of the shortest value.</param>
/// <param name="Longest">Characters of the longest value.</param>
/// <param name="Patterns">The most frequent shapes of values.</param>
public sealed record ColumnMetrics(
    string File, string Name, bool Present, long Filled, long Invalid, long Distinct, int Shortest, int Longest, IReadOnlyList<PatternMetrics> Patterns)
{
    /// <summary>Values whose shape was looked at; fewer than are filled where it was a sample.</summary>
    public long LookedAt { get; init; }
}

/// <summary>A shape of values: 9 a digit, A and a letters, 字 a run of Chinese characters.</summary>
/// <param name="Pattern">The shape.</param>
/// <param name="Count">How many values have it; of a column with many distinct values estimated by a sample.</param>
public sealed record PatternMetrics(string Pattern, long Count);

/// <summary>Reads and writes metrics.json.</summary>
[JsonSerializable(typeof(Metrics))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectRequiredConstructorParameters = true)]
public sealed partial class MetricsJson : JsonSerializerContext;
