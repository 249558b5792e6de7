using System.Text;

namespace Qingce.Linkage;

/// <summary>E-mail addresses made of the names: where the names agree, a mailbox that is like another says nothing more.</summary>
internal static class NamedMailboxes
{
    private const int Rows = 2000, ShortestName = 3;
    private const double Mostly = 0.4, Like = 0.8, Neutral = 0.95;

    /// <summary>
    /// The comparison of a column of mailboxes: where many are made of the names, a like mailbox of like names, more than a slip from equal, is a level of its own that adds nothing; where
    /// many are of one of the names alone, an equal mailbox still does.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="mails">Its column.</param>
    /// <param name="columns">The columns of names.</param>
    /// <param name="names">Their names.</param>
    public static Comparison With(Comparison comparison, SampledColumn mails, IReadOnlyList<SampledColumn> columns, IReadOnlyList<string> names)
    {
        var (seen, all, any) = (0, 0, 0);
        foreach (var row in TableSample.Some(mails.Rows, Rows))
        {
            var mail = Encoding.UTF8.GetString(mails[row]).ToLowerInvariant();
            if (mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
            {
                string[] known = [.. columns.Select(n => Encoding.UTF8.GetString(n[row]).ToLowerInvariant()).Where(name => name.Length > 0)];
                if (known.Length == 0)
                {
                    continue;
                }

                var has = known.Count(name => Has(mail[..at], name));
                seen++;
                all += has == known.Length ? 1 : 0;
                any += has > 0 ? 1 : 0;
            }
        }

        return all >= Mostly * Math.Max(1, seen) ? With(comparison, names, 1) : any >= Mostly * Math.Max(1, seen) ? With(comparison, names, 2) : comparison;
    }

    private static Comparison With(Comparison mails, IReadOnlyList<string> names, int at) => mails with
    {
        Levels =
        [
            .. mails.Levels.Take(at),
            new ComparisonLevel
            {
                Name = "one edit",
                When = new LevelCondition { Measure = "damerau-levenshtein", Bound = 1 },
                M = 0.03,
                U = 1e-4,
                Frequency = mails.Levels[1].Frequency,
                FrequencyU = mails.Levels[1].FrequencyU,
            },
            new ComparisonLevel
            {
                Name = "like the names",
                When = new LevelCondition
                {
                    All =
                    [
                        new LevelCondition { Measure = "mailbox", Bound = Like },
                        new LevelCondition { Any = [.. names.Select(name => new LevelCondition { Measure = "jaro-winkler", Column = name, Bound = Like })] },
                    ],
                },
                M = Neutral,
                U = Neutral,
                Fixed = true,
                Apart = true,
            },
            .. mails.Levels.Skip(at),
        ],
    };

    private static bool Has(string mailbox, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= ShortestName && mailbox.Contains(word, StringComparison.Ordinal));
}
