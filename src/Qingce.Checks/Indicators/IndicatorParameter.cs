using System.Text.Json.Serialization;

namespace Qingce.Checks.Indicators;

/// <summary>Something that may be set about an indicator.</summary>
/// <param name="Id">Name in parameter files, unique within the indicator.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Type"><c>integer</c> or <c>number</c>.</param>
/// <param name="Unit">What the value counts: days, months, years, times, people, households, cases, bits, or share (of one).</param>
/// <param name="Default">The national value.</param>
/// <param name="Min">The smallest value allowed.</param>
/// <param name="Max">The largest value allowed.</param>
/// <param name="PerProvince">Whether a province may set its own value; otherwise the national default holds everywhere.</param>
public sealed record IndicatorParameter(
    string Id,
    string Chinese,
    string English,
    string Type,
    string Unit,
    double Default,
    double Min,
    double Max,
    bool PerProvince)
{
    /// <summary>Whether only whole numbers are allowed.</summary>
    internal bool IsInteger => Type == "integer";

    /// <summary>What the value counts, in Chinese.</summary>
    [JsonIgnore]
    public string ChineseUnit => Unit switch
    {
        "days" => "天",
        "months" => "个月",
        "years" => Chinese.Contains("年龄", StringComparison.Ordinal) ? "岁" : "年",
        "times" => "次",
        "people" => "人",
        "households" => "户",
        "cases" => "件",
        "bits" => "比特",
        "share" => "（占比）",
        _ => Unit,
    };
}
