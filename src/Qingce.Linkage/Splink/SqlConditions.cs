using System.Globalization;

namespace Qingce.Linkage;

/// <summary>Translates SQL conditions of levels to conditions of a model.</summary>
internal static class SqlConditions
{
    /// <summary>The condition of a level.</summary>
    /// <param name="sql">Its SQL.</param>
    /// <param name="place">Comparison and level, for the error.</param>
    /// <exception cref="LinkageModelException">It says something that models cannot say; the message names the SQL.</exception>
    public static LevelCondition Read(string sql, Wording place) =>
        (SqlParser.Read(sql) is { } expression ? Of(expression) : null)
        ?? throw new LinkageModelException(
            $"{place.English}: the SQL condition \"{sql}\" is not supported; write the level by hand in our own model format.",
            $"{place.Chinese}：不支持 SQL 条件 \"{sql}\"；请用本程序的模型格式手写该等级。");

    /// <summary>
    /// The columns of a null level: the first is the comparison's, any of the others is enough where it is missing; those that are needed as well; and
    /// whether a value that is no date counts as missing.
    /// </summary>
    /// <param name="sql">Its SQL.</param>
    /// <param name="place">Comparison and level, for the error.</param>
    /// <exception cref="LinkageModelException">It is not a test for missing values alone.</exception>
    public static (IReadOnlyList<string> Columns, IReadOnlyList<string> Needed, bool Dates) Missing(string sql, Wording place)
    {
        var expression = SqlParser.Read(sql);
        var parts = expression is { Name: "and" } ? expression.Arguments : expression is null ? [] : [expression];
        var columns = new List<string[]>();
        var dates = false;
        foreach (var part in parts)
        {
            if (NullsOf([.. Flat("or", part)], ref dates) is { } nulls)
            {
                columns.Add(nulls);
            }
        }

        return columns.Count > 0 && columns.Count == parts.Length && (columns.Count == 1 || columns.TrueForAll(c => c.Length == 1))
            ? ([.. columns.Select(c => c[0])], columns[0][1..], dates)
            : throw new LinkageModelException(
                $"{place.English}: the SQL condition \"{sql}\" of the null level is not supported.", $"{place.Chinese}：不支持空值等级的 SQL 条件 \"{sql}\"。");
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
        "<=" or "<" or ">=" or ">" => SqlDistances.Read(expression) ?? Bounded(expression),
        _ => null,
    };

    // A test that a value is there adds nothing to a comparison of it, which does not hold where it is missing.
    private static LevelCondition? Of(SqlExpression[] conjuncts)
    {
        conjuncts = [.. conjuncts.SelectMany(c => Flat("and", c))];
        var compared = conjuncts.Where(c => c.Name != "is-not-null").SelectMany(c => c.Columns()).ToHashSet();
        var telling = conjuncts.Where(c => c.Name != "is-not-null" || !c.Columns().All(compared.Contains)).ToArray();
        var literals = telling.Select(Literal).OfType<SqlLiteral>().ToArray();

        // Both rows must have the value: of one alone it would depend on the order of the rows.
        var both = literals.Where(l => l.Side == 'l' && literals.Contains(l with { Side = 'r' })).ToArray();
        var others = telling.Where(c => Literal(c) is null).ToArray();
        if (literals.Length != 2 * both.Length || (others.Length > 0 ? All(others) : []) is not { } all)
        {
            return null;
        }

        all = [.. both.Select(l => l.Condition), .. all];
        return all.Count == 1 ? all[0] : new LevelCondition { All = all };
    }

    private static SqlLiteral? Literal(SqlExpression expression) => expression is { Name: "=", Arguments: [var one, var other] }
        && (one.Name is "text" or "number" ? (other, one) : (one, other)) is var (column, value) && value.Name is "text" or "number" && Operand(column) is var (side, name, take)
            ? new SqlLiteral(side, name, take, value.Value, value.Name == "number")
            : null;

    private static IEnumerable<SqlExpression> Flat(string word, SqlExpression expression) =>
        expression.Name == word ? expression.Arguments.SelectMany(a => Flat(word, a)) : [expression];

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

    // The columns that are each tested in both rows; null when anything else is tested.
    private static string[]? NullsOf(SqlExpression[] tests, ref bool dates)
    {
        var columns = new List<string>();
        for (var i = 0; i + 1 < tests.Length; i += 2)
        {
            if (tests[i] is { Name: "is-null", Arguments: [var tested] } && tests[i].Mirrors(tests[i + 1]) && NullOf(tested, ref dates) is { } column)
            {
                columns.Add(column);
            }
        }

        return columns.Count > 0 && 2 * columns.Count == tests.Length ? [.. columns] : null;
    }

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

/// <summary>A test that a value of one row is a given one.</summary>
internal sealed record SqlLiteral(char Side, string Column, string? Take, string Value, bool IsNumber)
{
    /// <summary>The condition that both rows have it.</summary>
    public LevelCondition Condition => new() { Measure = IsNumber ? NumbersApart.Word : ExactMeasure.Word, Column = Column, Take = Take, Value = Value };
}
