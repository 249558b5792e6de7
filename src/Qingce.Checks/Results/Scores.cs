namespace Qingce.Checks.Results;

/// <summary>The published formulas of colours and stars. See docs/guide/figures.md.</summary>
internal static class Scores
{
    /// <summary>Over 5% red, 3% to 5% yellow (both ends yellow), under 3% blue. Reckoned in whole numbers, so that 5% is exactly 5%.</summary>
    public static string Colour(long suspected, long living) =>
        suspected * 100 > living * 5 ? "red" : suspected * 100 >= living * 3 && living > 0 ? "yellow" : "blue";

    /// <summary>100 without a suspicion; every percent of suspected registrations costs four points, down to 0 at 25%.</summary>
    public static double Accuracy(double rate) => Math.Max(0, 100 - 400 * rate);

    /// <summary>Weights 0.5, 0.3 and 0.2; where there is no timeliness the other two share its weight as 5 to 3.</summary>
    public static double Score(double accuracy, double completeness, double? timeliness) => timeliness is { } timely
        ? 0.5 * accuracy + 0.3 * completeness + 0.2 * timely
        : 0.625 * accuracy + 0.375 * completeness;

    /// <summary>Five from 95, four from 90, three from 80, two from 70, else one.</summary>
    public static int Stars(double score) => score >= 95 ? 5 : score >= 90 ? 4 : score >= 80 ? 3 : score >= 70 ? 2 : 1;
}
