using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Translates SQL conditions of levels to conditions of a model.</summary>
internal static class SqlConditions
{
    /// <summary>The condition of a level.</summary>
    /// <param name="sql">Its SQL.</param>
    /// <param name="place">Comparison and level, for the error.</param>
    /// <exception cref="LinkageModelException">It says something that models cannot say; the message names the SQL.</exception>
    public static LevelCondition Read(string sql, string place) =>
        (SqlParser.Read(sql) is { } expression ? Of(expression) : null)
        ?? throw new LinkageModelException($"{place}: the SQL condition \"{sql}\" is not supported; write the level by hand in our own model format.");

    /// <summary>
    /// The columns of a null level: the first is the comparison's, any of the others is enough where it is missing.
    /// </summary>
    /// <param name="sql">Its SQL.</param>
    /// <param name="place">Comparison and level, for the error.</param>
    /// <param name="dates">True when a value that is no date counts as missing.</param>
    /// <exception cref="LinkageModelException">It is not a test for missing values alone.</exception>
    public static IReadOnlyList<string> Missing(string sql, string place, out bool dates)
    {
        var expression = SqlParser.Read(sql);
        var parts = expression is { Name: "and" } ? expression.Arguments : expression is null ? [] : [expression];
        var columns = new List<string>();
        dates = false;
        foreach (var part in parts)
        {
            if (part is { Name: "or", Arguments: [{ Name: "is-null" } left, { Name: "is-null" } right] }
                && left.Mirrors(right) && NullOf(left.Arguments[0], ref dates) is { } column)
            {
                columns.Add(column);
            }
        }

        return columns.Count > 0 && columns.Count == parts.Length
            ? columns
            : throw new LinkageModelException($"{place}: the SQL condition \"{sql}\" of the null level is not supported.");
    }

    /// <summary>What is taken of which column; null when it is something else.</summary>
    internal static (char Side, string Column, string? Take)? Operand(SqlExpression expression) => expression switch
    {
        { Name: "column" } => (expression.Value[0], expression.Value[2..], null),
        { Name: "nullif", Arguments: [var inner, { Name: "text", Value: "" }] } => Operand(inner),
        { Name: "regexp_extract", Arguments: [{ Name: "column" } c, { Name: "text" } pattern, .. var rest] }
            when rest is [] or [{ Name: "number", Value: "0" }] => Taken(c, $"match:{pattern.Value}"),
        { Name: "substr" or "substring", Arguments: [{ Name: "column" } c, { Name: "number" } from, { Name: "number" } length] } =>
            Taken(c, from.Value == "1" ? $"first:{length.Value}" : $"part:{from.Value}:{length.Value}"),
        { Name: "left", Arguments: [{ Name: "column" } c, { Name: "number" } length] } => Taken(c, $"first:{length.Value}"),
        { Name: "lower" or "upper", Arguments: [{ Name: "column" } c] } => Taken(c, expression.Name),
        _ => null,
    };

    private static (char Side, string Column, string? Take)? Taken(SqlExpression column, string take) => (column.Value[0], column.Value[2..], take);

    private static LevelCondition? Of(SqlExpression expression) => expression.Name switch
    {
        "or" => All(expression.Arguments) is { } any ? new LevelCondition { Any = any } : null,
        "and" => Of(expression.Arguments),
        "not" => Of(expression.Arguments[0]) is { } inner ? new LevelCondition { Not = inner } : null,
        "=" => Equal(expression.Arguments[0], expression.Arguments[1]),
        "<=" or "<" or ">=" or ">" => Bounded(expression),
        _ => null,
    };

    // A test that a value is there adds nothing to a comparison of it, which does not hold where it is missing.
    private static LevelCondition? Of(SqlExpression[] conjuncts)
    {
        var compared = conjuncts.Where(c => c.Name != "is-not-null").SelectMany(c => c.Columns()).ToHashSet();
        var telling = conjuncts.Where(c => c.Name != "is-not-null" || !c.Columns().All(compared.Contains)).ToArray();
        return All(telling) is not { } all ? null : all.Count == 1 ? all[0] : new LevelCondition { All = all };
    }

    private static List<LevelCondition>? All(SqlExpression[] expressions)
    {
        var conditions = expressions.Select(Of).OfType<LevelCondition>().ToList();
        return conditions.Count == expressions.Length && conditions.Count > 0 ? conditions : null;
    }

    private static LevelCondition? Equal(SqlExpression one, SqlExpression two) =>
        Sides(one, two) is var (left, right, take) ? new LevelCondition { Measure = ExactMeasure.Word, Column = left, Other = Same(left, right), Take = take } : null;

    private static LevelCondition? Bounded(SqlExpression expression)
    {
        var (measured, bound) = (expression.Arguments[0], expression.Arguments[1]);
        if (bound.Name != "number" || !double.TryParse(bound.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            || SqlMeasures.Of(measured) is not var (measure, one, two) || Sides(one, two) is not var (left, right, take))
        {
            return null;
        }

        var similarity = expression.Name[0] == '>';
        var strict = expression.Name.Length == 1;
        limit = !strict ? limit : similarity ? Math.BitIncrement(limit) : Math.BitDecrement(limit);
        return measure.IsSimilarity == similarity
            ? new LevelCondition { Measure = measure.Name, Column = left, Other = Same(left, right), Take = take, Bound = limit }
            : null;
    }

    private static (string Left, string Right, string? Take)? Sides(SqlExpression one, SqlExpression two) => (Operand(one), Operand(two)) switch
    {
        ({ Side: 'l' } left, { Side: 'r' } right) when left.Take == right.Take => (left.Column, right.Column, left.Take),
        ({ Side: 'r' } right, { Side: 'l' } left) when left.Take == right.Take => (left.Column, right.Column, left.Take),
        _ => null,
    };

    private static string? Same(string left, string right) => left == right ? null : right;

    private static string? NullOf(SqlExpression expression, ref bool dates)
    {
        if (expression is { Name: "try_strptime", Arguments: [{ Name: "column" } date, { Name: "text", Value: SqlMeasures.DateFormat }] })
        {
            dates = true;
            return date.Value[2..];
        }

        return Operand(expression) is { Take: null } operand ? operand.Column : null;
    }
}
