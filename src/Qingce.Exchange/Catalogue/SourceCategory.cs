using System.Text.Json.Serialization;

namespace Qingce.Exchange.Catalogue;

/// <summary>One of the eight departments that deliver source records.</summary>
/// <param name="Id">Stable name in files and parameters.</param>
/// <param name="Chinese">Name on the screen in Chinese.</param>
/// <param name="English">Name on the screen in English.</param>
public sealed record Department(string Id, string Chinese, string English);

/// <summary>One of the 23 categories of source records, and what its rows must, may and must not carry.</summary>
/// <param name="Number">1 to 23; the leading two digits of its file's name.</param>
/// <param name="Slug">The rest of the file's name, as in <c>05-marriage</c>.</param>
/// <param name="Department">The id of the department that delivers it.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Every">How often it is delivered: live, day, month or year.</param>
/// <param name="EventKinds">The tokens of event_kind that its rows may have.</param>
/// <param name="Must">Exchange fields no row may leave empty, beyond source, source_record_id, event_kind, event_date and recorded_at.</param>
/// <param name="May">Exchange fields a row may carry. Every field on neither list must not be carried.</param>
public sealed record SourceCategory(
    int Number,
    string Slug,
    string Department,
    string Chinese,
    string English,
    string Every,
    IReadOnlyList<string> EventKinds,
    IReadOnlyList<string> Must,
    IReadOnlyList<string> May)
{
    /// <summary>Whether it is one of the eight live feeds.</summary>
    [JsonIgnore]
    public bool IsLive => Every == "live";

    /// <summary>The name of its file without an extension, as in <c>05-marriage</c>.</summary>
    [JsonIgnore]
    public string FileName => $"{Number:00}-{Slug}";
}
