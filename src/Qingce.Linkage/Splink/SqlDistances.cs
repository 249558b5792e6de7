using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Splink's distance of two points of which latitude and longitude stand in a column each.</summary>
internal static class SqlDistances
{
    // Splink's radius of Earth and the one of our measure: its kilometres are so much longer.
    private const double Stretch = 6371.0088 / 6371;

    /// <summary>The condition of <c>arc cosine of the cosine of the angle * 6371 &lt;= bound</c>; null when it is something else.</summary>
    public static LevelCondition? Read(SqlExpression expression) =>
        expression is { Name: "<=" or "<", Arguments: [{ Name: "*", Arguments: [var arc, { Name: "number", Value: "6371" }] }, { Name: "number" } bound] }
        && Of("acos", arc) is { } angle
        && double.TryParse(bound.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var kilometres)
        && Points(Clipped(angle)) is var (latitude, longitude)
            ? new LevelCondition { Measure = KilometresApart.Word, Column = latitude, Joined = longitude, Bound = kilometres * Stretch }
            : null;

    /// <summary>The SQL of a condition of two points.</summary>
    public static string Write(string latitude, string longitude, double bound)
    {
        var angle = $"sin(radians(\"{latitude}_l\")) * sin(radians(\"{latitude}_r\")) + cos(radians(\"{latitude}_l\")) * cos(radians(\"{latitude}_r\"))"
            + $" * cos(radians(\"{longitude}_r\" - \"{longitude}_l\"))";
        return $"acos(case when ({angle}) > 1 then 1 when ({angle}) < -1 then -1 else ({angle}) end) * 6371 <= {(bound / Stretch).ToString("R", CultureInfo.InvariantCulture)}";
    }

    // CASE WHEN (x) > 1 THEN 1 WHEN (x) < -1 THEN -1 ELSE (x) END is x, rounding aside.
    private static SqlExpression Clipped(SqlExpression angle) =>
        angle is { Name: "case", Arguments: [{ Name: ">", Arguments: [var above, _] }, _, { Name: "<", Arguments: [var below, _] }, _, var within] }
        && above.Same(within) && below.Same(within)
            ? within
            : angle;

    // sin a * sin b + cos a * cos b * cos(difference of the longitudes), where a and b are the latitudes.
    private static (string Latitude, string Longitude)? Points(SqlExpression angle)
    {
        if (angle is not { Name: "+", Arguments: [{ Name: "*", Arguments: [var sine, var otherSine] }, { Name: "*", Arguments: [var cosines, var turned] }] }
            || cosines is not { Name: "*", Arguments: [var cosine, var otherCosine] }
            || Of("radians", Of("cos", turned)) is not { Name: "-", Arguments: [{ Name: "column" } one, { Name: "column" } two] })
        {
            return null;
        }

        return Of("radians", Of("sin", sine)) is { Name: "column" } latitude && Of("radians", Of("sin", otherSine)) is { } other
            && Of("radians", Of("cos", cosine))?.Same(latitude) == true && Of("radians", Of("cos", otherCosine))?.Same(other) == true
            && latitude.Mirrors(other) && one.Mirrors(two)
            ? (latitude.Value[2..], one.Value[2..])
            : null;
    }

    private static SqlExpression? Of(string function, SqlExpression? call) => call?.Name == function && call.Arguments is [var inner] ? inner : null;
}
