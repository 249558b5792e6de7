namespace Qingce.Checks.Indicators;

/// <summary>One of the twelve indicators: a check, what it looks at and what may be set about it.</summary>
/// <param name="Id">I01 to I12.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="English">Name in English.</param>
/// <param name="Classes">The problem classes its findings may have, of D W S F A; never V, which is a reviewer's alone.</param>
/// <param name="Task">The task it suggests: review_pair, visit, check_papers, confirm, joint_file, trace_source or letter.</param>
/// <param name="LooksAtChinese">What it looks at, in Chinese.</param>
/// <param name="LooksAtEnglish">What it looks at, in English.</param>
/// <param name="Parameters">What may be set about it, in the order of the catalogue.</param>
public sealed record IndicatorDefinition(
    string Id,
    string Chinese,
    string English,
    IReadOnlyList<string> Classes,
    string Task,
    string LooksAtChinese,
    string LooksAtEnglish,
    IReadOnlyList<IndicatorParameter> Parameters);
