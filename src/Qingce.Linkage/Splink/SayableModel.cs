namespace Qingce.Linkage;

/// <summary>The nearest model that Splink's settings can say.</summary>
internal static class SayableModel
{
    /// <summary>
    /// Leaves out the levels that have no words in SQL: their pairs fall to the next level that holds, which gets their shares. Rules without words are
    /// left out as well, and so is what a household shares.
    /// </summary>
    /// <param name="model">A trained model of columns.</param>
    /// <param name="notes">To these is added what was left out.</param>
    /// <exception cref="LinkageModelException">Nothing of the comparisons or of the rules can be said.</exception>
    public static LinkageModel Of(LinkageModel model, List<Wording> notes)
    {
        var comparisons = model.Comparisons.Select(comparison => comparison with { Levels = Sayable(model, comparison, notes) }).Where(c => c.Levels.Any(l => l.When is not null)).ToArray();
        var rules = (model.Blocking ?? []).Where(rule => IsSayable(rule, notes)).ToArray();
        if (comparisons.Length == 0 || (rules.Length == 0 && model.Blocking is { Count: > 0 }))
        {
            throw new LinkageModelException("None of its comparisons or none of its rules can be said in Splink's SQL.", "其比较项或分块规则都无法写成 Splink 的 SQL。");
        }

        if (model.Shared is { } shared)
        {
            var names = Wording.Names(shared.Comparisons);
            notes.Add(new Wording(
                $"Splink adds up {names.English} as if they were independent; what a household shares weighs more there.", $"Splink 将{names.Chinese}视为相互独立而相加，同户所共有的内容在其中权重偏高。"));
        }

        return model with { Comparisons = comparisons, Blocking = rules, Shared = null };
    }

    private static ComparisonLevel[] Sayable(LinkageModel model, Comparison comparison, List<Wording> notes)
    {
        List<ComparisonLevel> kept = [];
        var (m, u) = (0d, 0d);
        foreach (var level in comparison.Levels)
        {
            if (SplinkWriter.CanSay(model, comparison, level))
            {
                kept.Add(level with { M = Math.Min(1, level.M + m), U = Math.Min(1, level.U + u) });
                (m, u) = (0, 0);
                continue;
            }

            (m, u) = (m + level.M, u + level.U);
            notes.Add(new Wording(
                $"'{comparison.Name}', level '{level.Name}', has no words in Splink's SQL; its pairs fall to the next level.",
                $"“{comparison.Name}”的“{level.Name}”级无法写成 Splink 的 SQL，其记录对归入下一级。"));
        }

        return [.. kept];
    }

    private static bool IsSayable(BlockingRule rule, List<Wording> notes)
    {
        try
        {
            SplinkRules.Write(rule);
            return true;
        }
        catch (LinkageModelException)
        {
            notes.Add(new Wording($"The blocking rule '{rule.Name}' has no words in Splink's SQL and is left out.", $"分块规则“{rule.Name}”无法写成 Splink 的 SQL，已略去。"));
            return false;
        }
    }
}
