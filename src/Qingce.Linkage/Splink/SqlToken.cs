namespace Qingce.Linkage;

/// <summary>A word of an SQL condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word; a quoted one without its quotes.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    /// <summary>Cuts a condition into words.</summary>
    /// <returns>Null when something is no SQL.</returns>
    public static List<SqlToken>? Cut(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '\'' or '"' or '`')
            {
                var end = i + 1;
                while (end < sql.Length && (sql[end] != c || end + 1 < sql.Length && sql[end + 1] == c))
                {
                    end += sql[end] == c ? 2 : 1;
                }

                if (end >= sql.Length)
                {
                    return null;
                }

                var text = sql[(i + 1)..end].Replace($"{c}{c}", $"{c}", StringComparison.Ordinal);
                tokens.Add(new SqlToken(c == '\'' ? SqlTokenKind.Text : SqlTokenKind.Name, text));
                i = end + 1;
            }
            else if (char.IsLetter(c) || c == '_')
            {
                i = Run(sql, i, tokens, SqlTokenKind.Name, x => char.IsLetterOrDigit(x) || x == '_');
            }
            else if (char.IsDigit(c))
            {
                i = Run(sql, i, tokens, SqlTokenKind.Number, x => char.IsDigit(x) || x == '.');
            }
            else
            {
                var two = i + 1 < sql.Length ? sql.Substring(i, 2) : "";
                var sign = two is "<=" or ">=" or "<>" or "!=" or "::" ? two : sql.Substring(i, 1);
                tokens.Add(new SqlToken(SqlTokenKind.Sign, sign));
                i += sign.Length;
            }
        }

        return tokens;
    }

    private static int Run(string sql, int from, List<SqlToken> tokens, SqlTokenKind kind, Func<char, bool> belongs)
    {
        var to = from;
        while (to < sql.Length && belongs(sql[to]))
        {
            to++;
        }

        tokens.Add(new SqlToken(kind, sql[from..to]));
        return to;
    }
}

/// <summary>Kinds of words.</summary>
internal enum SqlTokenKind : byte
{
    Name,
    Text,
    Number,
    Sign,
}
