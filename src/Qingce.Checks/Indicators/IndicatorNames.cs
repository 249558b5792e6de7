namespace Qingce.Checks.Indicators;

/// <summary>The words of indicators and classes in files, made once.</summary>
internal static class IndicatorNames
{
    private static readonly string[] Indicators = [.. Enum.GetValues<Indicator>().Select(indicator => indicator.ToString())];
    private static readonly string[] Classes = [.. Enum.GetValues<ProblemClass>().Select(problem => problem.ToString())];

    public static string Of(Indicator indicator) => Indicators[(int)indicator];

    public static string Of(ProblemClass problem) => Classes[(int)problem];
}
