namespace Qingce.Linkage;

/// <summary>An SQL expression: a call of a function or operator on others, or a leaf.</summary>
/// <param name="Name">
/// Function in lower case, or operator: <c>and or not = &lt;&gt; &lt; &lt;= &gt; &gt;= is-null is-not-null - + * / case</c>; for a leaf <c>column</c>,
/// <c>text</c> or <c>number</c>.
/// </param>
/// <param name="Value">Of a leaf: its text; a column has a prefix <c>l.</c> or <c>r.</c> that tells the row.</param>
/// <param name="Arguments">Of a call.</param>
internal sealed record SqlExpression(string Name, string Value, params SqlExpression[] Arguments)
{
    /// <summary>Whether both are the same but for which row they look at.</summary>
    public bool Mirrors(SqlExpression other) =>
        Name == other.Name && Arguments.Length == other.Arguments.Length
        && (Name == "column" ? Value[2..] == other.Value[2..] && Value[0] != other.Value[0] : Value == other.Value)
        && Arguments.Zip(other.Arguments).All(pair => pair.First.Mirrors(pair.Second));

    /// <summary>Whether both are the same.</summary>
    public bool Same(SqlExpression other) =>
        Name == other.Name && Value == other.Value && Arguments.Length == other.Arguments.Length && Arguments.Zip(other.Arguments).All(pair => pair.First.Same(pair.Second));

    /// <summary>All columns in it, with prefix.</summary>
    public IEnumerable<string> Columns() => Name == "column" ? [Value] : Arguments.SelectMany(a => a.Columns());
}
