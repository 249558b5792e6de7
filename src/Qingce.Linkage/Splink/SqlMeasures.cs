namespace Qingce.Linkage;

/// <summary>The SQL functions of two values that Splink's levels use on DuckDB, and the measures that are the same.</summary>
internal static class SqlMeasures
{
    /// <summary>The only format of dates that is read.</summary>
    public const string DateFormat = "%Y-%m-%d";

    /// <summary>Functions by name.</summary>
    public static readonly IReadOnlyDictionary<string, Measure> Functions = new Dictionary<string, Measure>
    {
        ["levenshtein"] = new PlainEditDistance(),
        ["damerau_levenshtein"] = new UnrestrictedDamerau(),
        ["jaro_similarity"] = new PlainJaro(),
        ["jaro_winkler_similarity"] = new BoostedJaroWinkler(),
        ["jaccard"] = new CharacterJaccard(),
    };

    // DuckDB counts the ends of months and years between two dates, as these do.
    private static readonly Dictionary<string, Measure> DatesApart = new(StringComparer.OrdinalIgnoreCase)
    {
        ["day"] = new DaysApart(),
        ["month"] = new MonthsApart(),
        ["year"] = new YearsApart(),
    };

    private static readonly Measure NumbersApart = new NumbersApart();
    private static readonly Measure SecondsApart = new SecondsApart();
    private static readonly Measure ItemsInCommon = new ItemsInCommon();
    private static readonly Measure ShareApart = new ShareApart();

    /// <summary>All of them.</summary>
    public static IEnumerable<Measure> All => [.. Functions.Values, NumbersApart, SecondsApart, ItemsInCommon, ShareApart];

    /// <summary>The measure that an expression is, and the two values; null when it is none.</summary>
    public static (Measure Measure, SqlExpression Left, SqlExpression Right)? Of(SqlExpression expression) => expression switch
    {
        { Arguments: [var left, var right] } when Functions.TryGetValue(expression.Name, out var function) => (function, left, right),
        { Name: "abs", Arguments: [{ Name: "date_diff" or "datediff", Arguments: [{ Name: "text" } unit, var left, var right] }] }
            when DatesApart.TryGetValue(unit.Value, out var apart) => (apart, Day(left), Day(right)),
        { Name: "abs", Arguments: [{ Name: "-", Arguments: [var left, var right] }] } => Date(left) is { } from && Date(right) is { } to
            ? (SecondsApart, from, to)
            : (NumbersApart, left, right),
        { Name: "/", Arguments: [{ Name: "abs", Arguments: [{ Name: "-", Arguments: [var left, var right] }] }, { Name: "case" } larger] } when IsLarger(larger, left, right) =>
            (ShareApart, left, right),
        { Name: "array_length" or "len" or "list_count", Arguments: [{ Name: "list_intersect" or "array_intersect", Arguments: [var left, var right] }, ..] } =>
            (ItemsInCommon, left, right),
        _ => null,
    };

    // CASE WHEN one > other THEN one ELSE other END, whichever is the one.
    private static bool IsLarger(SqlExpression expression, SqlExpression left, SqlExpression right) =>
        expression.Arguments is [{ Name: ">", Arguments: [var one, var other] }, var then, var otherwise]
        && one.Same(then) && other.Same(otherwise) && (one.Same(left) && other.Same(right) || one.Same(right) && other.Same(left));

    private static SqlExpression Day(SqlExpression expression) =>
        expression is { Name: "try_strptime" or "strptime", Arguments: [var column, { Name: "text", Value: DateFormat }] } ? column : expression;

    private static SqlExpression? Date(SqlExpression expression) => expression switch
    {
        { Name: "epoch", Arguments: [{ Name: "try_strptime" or "strptime", Arguments: [var column, { Name: "text", Value: DateFormat }] }] } => column,
        { Name: "epoch", Arguments: [{ Name: "column" } column] } => column,
        _ => null,
    };
}
