namespace Qingce.Linkage;

/// <summary>
/// Reads the SQL of Splink's conditions: comparisons joined by and, or, not; functions; casts. Columns end in <c>_l</c> or <c>_r</c> (levels), or begin
/// with <c>l.</c> or <c>r.</c> (blocking rules).
/// </summary>
internal sealed class SqlParser
{
    private readonly List<SqlToken> _tokens;
    private int _at;

    private SqlParser(List<SqlToken> tokens) => _tokens = tokens;

    /// <summary>The expression of a condition; null when it is none that is understood.</summary>
    public static SqlExpression? Read(string sql)
    {
        if (SqlToken.Cut(sql) is not { Count: > 0 } tokens)
        {
            return null;
        }

        var parser = new SqlParser(tokens);
        return parser.Or() is { } whole && parser._at == tokens.Count ? whole : null;
    }

    private SqlExpression? Or() => Joined("or", And);

    private SqlExpression? And() => Joined("and", Not);

    private SqlExpression? Joined(string word, Func<SqlExpression?> part)
    {
        var parts = new List<SqlExpression>();
        do
        {
            if (part() is not { } one)
            {
                return null;
            }

            parts.Add(one);
        }
        while (Word(word));
        return parts.Count == 1 ? parts[0] : new SqlExpression(word, "", [.. parts]);
    }

    private SqlExpression? Not()
    {
        if (Word("not"))
        {
            return Not() is { } inner ? new SqlExpression("not", "", inner) : null;
        }

        return Compared();
    }

    private SqlExpression? Compared()
    {
        if (Sum() is not { } left)
        {
            return null;
        }

        if (Word("is"))
        {
            var negated = Word("not");
            return Word("null") ? new SqlExpression(negated ? "is-not-null" : "is-null", "", left) : null;
        }

        if (_at < _tokens.Count && _tokens[_at] is { Kind: SqlTokenKind.Sign, Text: "=" or "<" or "<=" or ">" or ">=" or "<>" or "!=" } sign)
        {
            _at++;
            return Sum() is { } right ? new SqlExpression(sign.Text == "!=" ? "<>" : sign.Text, "", left, right) : null;
        }

        return left;
    }

    private SqlExpression? Sum() => Chained("+", "-", () => Chained("*", "/", Operand));

    private SqlExpression? Chained(string one, string other, Func<SqlExpression?> part)
    {
        var left = part();
        while (left is not null && _at < _tokens.Count && _tokens[_at] is { Kind: SqlTokenKind.Sign } sign && (sign.Text == one || sign.Text == other))
        {
            _at++;
            left = part() is { } right ? new SqlExpression(sign.Text, "", left, right) : null;
        }

        return left;
    }

    private SqlExpression? Operand()
    {
        if (_at >= _tokens.Count)
        {
            return null;
        }

        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case SqlTokenKind.Number:
                return new SqlExpression("number", token.Text);
            case SqlTokenKind.Text:
                return new SqlExpression("text", token.Text);
            case SqlTokenKind.Sign:
                return token.Text == "-" && _at < _tokens.Count && _tokens[_at].Kind == SqlTokenKind.Number ? new SqlExpression("number", $"-{_tokens[_at++].Text}")
                    : token.Text == "(" && Or() is { } inner && Sign(")") ? Cast(inner)
                    : null;
            case SqlTokenKind.Name when token.Text.Equals("case", StringComparison.OrdinalIgnoreCase):
                return Case();
            default:
                return Sign("(") ? Call(token.Text.ToUpperInvariant()) : Column(token.Text);
        }
    }

    private SqlExpression? Call(string function)
    {
        var arguments = new List<SqlExpression>();
        if (!Sign(")"))
        {
            do
            {
                if (Or() is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
                if (function is "CAST" or "TRY_CAST" && Word("as"))
                {
                    _at++;
                }
            }
            while (Sign(","));
            if (!Sign(")"))
            {
                return null;
            }
        }

        return function is "CAST" or "TRY_CAST" && arguments.Count == 1
            ? arguments[0]
            : Cast(new SqlExpression(function.ToLowerInvariant(), "", [.. arguments]));
    }

    // when, then, when, then, ..., else.
    private SqlExpression? Case()
    {
        var arguments = new List<SqlExpression?>();
        while (Word("when"))
        {
            arguments.Add(Or());
            arguments.Add(Word("then") ? Or() : null);
        }

        arguments.Add(Word("else") ? Or() : null);
        return Word("end") && arguments.TrueForAll(a => a is not null) ? new SqlExpression("case", "", [.. arguments.OfType<SqlExpression>()]) : null;
    }

    private SqlExpression? Column(string name)
    {
        if (name is "l" or "r" && Sign("."))
        {
            return _at < _tokens.Count && _tokens[_at] is { Kind: SqlTokenKind.Name } column
                ? Cast(new SqlExpression("column", $"{name}.{_tokens[_at++].Text}"))
                : null;
        }

        return name.EndsWith("_l", StringComparison.Ordinal) || name.EndsWith("_r", StringComparison.Ordinal)
            ? Cast(new SqlExpression("column", $"{name[^1]}.{name[..^2]}"))
            : null;
    }

    // x::varchar means x here: values are text, and numbers where a measure wants them.
    private SqlExpression? Cast(SqlExpression inner)
    {
        while (Sign("::"))
        {
            _at++;
        }

        return inner;
    }

    private bool Word(string word)
    {
        var there = _at < _tokens.Count && _tokens[_at].Kind == SqlTokenKind.Name && _tokens[_at].Text.Equals(word, StringComparison.OrdinalIgnoreCase);
        _at += there ? 1 : 0;
        return there;
    }

    private bool Sign(string sign)
    {
        var there = _at < _tokens.Count && _tokens[_at] == new SqlToken(SqlTokenKind.Sign, sign);
        _at += there ? 1 : 0;
        return there;
    }
}
