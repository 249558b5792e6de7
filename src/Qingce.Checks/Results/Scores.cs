namespace Qingce.Checks.Results;

/// <summary>The published formulas of colours and stars. See docs/guide/figures.md.</summary>
internal static class Scores
{
    private const int RedAbovePercent = 5;
    private const int YellowFromPercent = 3;
    private const double AccuracyWeight = 0.5;
    private const double CompletenessWeight = 0.3;
    private const double TimelinessWeight = 0.2;

    // The least scores of five, four, three and two stars.
    private static readonly int[] StarsFrom = [95, 90, 80, 70];

    /// <summary>The limits and weights, for who shows the figures.</summary>
    public static ScoringMetrics Published { get; } = new(
        RedAbovePercent / 100.0, YellowFromPercent / 100.0, AccuracyWeight, CompletenessWeight, TimelinessWeight, StarsFrom);

    /// <summary>Over 5% red, 3% to 5% yellow (both ends yellow), under 3% blue. Reckoned in whole numbers, so that 5% is exactly 5%.</summary>
    public static string Colour(long suspected, long living) =>
        suspected * 100 > living * RedAbovePercent ? "red" : suspected * 100 >= living * YellowFromPercent && living > 0 ? "yellow" : "blue";

    /// <summary>100 without a suspicion; every percent of suspected registrations costs four points, down to 0 at 25%.</summary>
    public static double Accuracy(double rate) => Math.Max(0, 100 - 400 * rate);

    /// <summary>The weighted mean; where there is no timeliness the other two share its weight in their proportion.</summary>
    public static double Score(double accuracy, double completeness, double? timeliness) => timeliness is { } timely
        ? AccuracyWeight * accuracy + CompletenessWeight * completeness + TimelinessWeight * timely
        : (AccuracyWeight * accuracy + CompletenessWeight * completeness) / (AccuracyWeight + CompletenessWeight);

    /// <summary>Five stars from the first limit, one fewer for every limit that is not reached.</summary>
    public static int Stars(double score) => 5 - StarsFrom.Count(limit => score < limit);
}
