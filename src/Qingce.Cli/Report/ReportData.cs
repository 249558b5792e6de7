using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Qingce.Cli.Report;

/// <summary>What the page is given. Texts in two languages are arrays: Chinese, English.</summary>
/// <param name="Language">The language in which it opens: zh or en.</param>
/// <param name="Masked">Whether personal values are hidden.</param>
/// <param name="Metrics">metrics.json as it is.</param>
/// <param name="Catalogue">The twelve indicators.</param>
/// <param name="Findings">The telling findings.</param>
/// <param name="Rejects">The first rejected rows.</param>
/// <param name="Fields">Names of columns.</param>
/// <param name="Origins">Names of source categories by their file's name.</param>
/// <param name="Causes">Names of causes.</param>
/// <param name="Codes">What codes mean, by field and code.</param>
/// <param name="Words">What classes and tasks mean.</param>
/// <param name="Places">Names of the counties that division codes in the findings lie in, by six digits.</param>
/// <param name="Silenced">What each indicator did not look for.</param>
internal sealed record ReportData(
    string Language,
    bool Masked,
    JsonElement Metrics,
    IReadOnlyList<ReportIndicator> Catalogue,
    IReadOnlyList<ReportFinding> Findings,
    IReadOnlyList<ReportReject> Rejects,
    IReadOnlyDictionary<string, string[]> Fields,
    IReadOnlyDictionary<string, string[]> Origins,
    IReadOnlyDictionary<string, string[]> Causes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Codes,
    IReadOnlyDictionary<string, string[]> Words,
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyDictionary<string, IReadOnlyList<string[]>> Silenced);

internal sealed record ReportIndicator(
    string Id, string[] Name, string[] Meaning, string Classes, IReadOnlyList<string> Tasks, IReadOnlyList<ReportParameter> Parameters);

/// <param name="Id">Name in parameter files.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Value">The national value with its unit.</param>
internal sealed record ReportParameter(string Id, string[] Name, string[] Unit, string[] Value);

internal sealed record ReportFinding(
    string Id,
    string Indicator,
    string Class,
    double Weight,
    IReadOnlyList<string> Registrations,
    IReadOnlyList<string> Counties,
    string Zh,
    string En,
    string Task,
    IReadOnlyList<ReportCause> Causes,
    IReadOnlyList<ReportOrigin> Columns,
    IReadOnlyList<ReportRow> Rows,
    int MoreColumns);

internal sealed record ReportCause(string Cause, string? Level);

internal sealed record ReportOrigin(string Of, string Id);

/// <param name="Field">Name of the column.</param>
/// <param name="Values">One for each origin; null where it says nothing about the field.</param>
/// <param name="Differs">Whether two of the values differ, by what they were before they were masked.</param>
internal sealed record ReportRow(string Field, IReadOnlyList<string?> Values, bool Differs);

internal sealed record ReportReject(string File, long Row, string Column, string[] Reason);

[JsonSerializable(typeof(ReportData))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Leaves Chinese readable; what matters to HTML is escaped by the encoder, whatever it is told to allow.</summary>
    public static ReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
