using System.Text;

namespace Qingce.Linkage;

/// <summary>E-mail addresses made of the names: where the names agree, a mailbox that is like another says nothing more.</summary>
internal static class NamedMailboxes
{
    private const int Rows = 2000, ShortestName = 3;
    private const double Mostly = 0.4, Like = 0.8, Neutral = 0.95;

    /// <summary>Whether most mailboxes of a column have the words of other columns in them.</summary>
    public static bool Are(SampledColumn mails, IReadOnlyList<SampledColumn> names)
    {
        var (seen, named) = (0, 0);
        for (var row = 0; row < Math.Min(Rows, mails.Rows); row++)
        {
            var mail = Encoding.UTF8.GetString(mails[row]).ToLowerInvariant();
            if (mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
            {
                seen++;
                named += names.All(n => Has(mail[..at], Encoding.UTF8.GetString(n[row]).ToLowerInvariant())) ? 1 : 0;
            }
        }

        return named >= Mostly * Math.Max(1, seen);
    }

    /// <summary>The comparison of such a column: a like mailbox of like names is a level of its own that adds nothing.</summary>
    /// <param name="mails">The comparison.</param>
    /// <param name="names">The columns of names.</param>
    public static Comparison With(Comparison mails, IReadOnlyList<string> names) => mails with
    {
        Levels =
        [
            mails.Levels[0],
            new ComparisonLevel
            {
                Name = "like the names",
                When = new LevelCondition
                {
                    All =
                    [
                        new LevelCondition { Measure = "mailbox", Bound = Like },
                        new LevelCondition { Any = [.. names.Select(name => new LevelCondition { Measure = "jaro-winkler", Column = name, Bound = 0.92 })] },
                    ],
                },
                M = Neutral,
                U = Neutral,
                Fixed = true,
                Apart = true,
            },
            .. mails.Levels.Skip(1),
        ],
    };

    private static bool Has(string mailbox, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= ShortestName && mailbox.Contains(word, StringComparison.Ordinal));
}
