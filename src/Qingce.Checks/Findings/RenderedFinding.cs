using Qingce.Checks.Indicators;

namespace Qingce.Checks.Findings;

/// <summary>A finding as it stands in the result.</summary>
/// <param name="FindingId">16 hexadecimal digits; the same in every run that finds it.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Class">The problem class it proposes.</param>
/// <param name="Weight">Strength, like bits, 0 to 20; comparable within an indicator.</param>
/// <param name="IsReportable">False for a hint that counts in no rate.</param>
/// <param name="RegistrationIds">The registrations it names, joined by semicolons, in ordinal order.</param>
/// <param name="Evidence">The values it rests on, as JSON.</param>
/// <param name="TextChinese">What is suspected, in Chinese.</param>
/// <param name="TextEnglish">What is suspected, in English.</param>
/// <param name="Task">What somebody should do.</param>
public sealed record RenderedFinding(
    string FindingId,
    Indicator Indicator,
    ProblemClass Class,
    double Weight,
    bool IsReportable,
    string RegistrationIds,
    string Evidence,
    string TextChinese,
    string TextEnglish,
    TaskKind Task);
