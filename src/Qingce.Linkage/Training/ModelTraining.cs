namespace Qingce.Linkage;

/// <summary>
/// Estimates a model without labels: m by expectation maximisation over the pairs of each blocking pass, u from random pairs,
/// and the number of matches from the candidate pairs. Sums run in the order of the patterns, so the same counts give the same model.
/// </summary>
public static class ModelTraining
{

    /// <summary>The part of the expected matches that one pass finds, about.</summary>
    private const double StartingMatches = 0.7;

    /// <summary>Replaces u by the shares of the levels among random pairs, smoothed so that no level has probability 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="random">Patterns of pairs that are hardly ever one entity.</param>
    public static LinkageModel WithU(LinkageModel model, PatternCounts random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(random);
        var shares = Shares(model, random.Ordered(), _ => 1);
        return WithFrequencies(Replace(model, (c, level, old) =>
            old.Fixed || shares[c][0] < 1 ? old : old with { U = Smooth(shares[c][level], shares[c][0], model.Comparisons[c].Levels.Count) }));
    }

    /// <summary>Estimates m from the pairs of each pass, and then how many matches there are.</summary>
    /// <param name="model">Where the estimation starts; its u are kept.</param>
    /// <param name="passes">The passes, which say what their keys settle.</param>
    /// <param name="counts">Patterns of each pass, counted alone.</param>
    /// <param name="candidates">Patterns of all candidate pairs, each once.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <returns>The model and what there is to say about its fit.</returns>
    public static TrainingResult Train(
        LinkageModel model,
        IReadOnlyList<BlockingPass> passes,
        IReadOnlyList<PatternCounts> counts,
        PatternCounts candidates,
        long rows) => Train(model, passes, counts, candidates, rows, LinkageVocabulary.General);

    /// <summary>As the other, with what the levels are called in notes.</summary>
    internal static TrainingResult Train(
        LinkageModel model, IReadOnlyList<BlockingPass> passes, IReadOnlyList<PatternCounts> counts, PatternCounts candidates, long rows, LinkageVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(passes);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(candidates);
        model.Validate();
        var notes = new List<Wording>();
        var sums = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();
        var homes = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();

        // Before anything is known, judgements on kin would have it that nobody's given name is ever written wholly wrong.
        var unjudged = WithoutKin(model);
        for (var pass = 0; pass < passes.Count; pass++)
        {
            var patterns = counts[pass].Ordered();
            if (patterns.Count > 0)
            {
                AddPass(unjudged, passes[pass], patterns, StartingMatches * model.MatchesPerRow * rows, sums, homes, notes);
            }
        }

        var trained = Replace(model, (c, level, old) =>
            old.Fixed || sums[c][0] < 1 ? old : old with { M = Smooth(sums[c][level], sums[c][0], model.Comparisons[c].Levels.Count) });
        notes.AddRange(model.Comparisons
            .Where((comparison, c) => sums[c][0] < 1 && !comparison.Levels.All(l => l.Fixed))
            .Select(comparison => new Wording(
                $"'{comparison.Name}' did not move: every pass settles it, or its values are missing.", $"“{comparison.Name}”未能估计：每条规则都已固定它，或其值缺失。")));
        var seen = Shares(model, candidates.Ordered(), _ => 1);
        var general = notes.Count;
        notes.AddRange(model.Comparisons.SelectMany((comparison, c) => comparison.Levels
            .Where((level, l) => !level.Fixed && !level.Apart && !SwappedColumns.Is(level) && seen[c][0] > 0 && seen[c][l + 1] == 0)
            .Select(level => new Wording(
                $"'{comparison.Name}', level '{level.Name}', was never seen among the compared pairs.", $"“{comparison.Name}”的“{vocabulary.LevelInChinese(level.Name)}”级在比较过的记录对中从未出现。"))));
        trained = new MatchCount(trained, model => HouseholdsOf(model, homes), candidates.Ordered(), rows).Run();
        notes.AddRange(trained.Comparisons.SelectMany(comparison => comparison.Levels
            .Where((level, l) => !level.Fixed && level.When is not null && !SwappedColumns.Is(level) && level.Weight < (l == 0 ? -FitSign.Rounding : -1))
            .Select(level => new Wording(
                $"'{comparison.Name}', level '{level.Name}', speaks against a match: its m is below its u.", $"“{comparison.Name}”的“{vocabulary.LevelInChinese(level.Name)}”级反而不利于匹配：m 小于 u。"))));
        return new TrainingResult(trained, notes) { LevelNotes = notes[general..] };
    }

    private static void AddPass(
        LinkageModel model, BlockingPass pass, IReadOnlyList<(ulong Pattern, long Count)> patterns, double expected, double[][] sums, double[][] homes, List<Wording> notes)
    {
        var estimation = new PassEstimation(model, pass.Settles, patterns, expected);
        if (!estimation.Run())
        {
            notes.Add(new Wording($"The pass '{pass.Name}' had not settled after many rounds.", $"规则“{pass.Name}”的估计经多轮仍未收敛。"));
        }

        for (var c = 0; c < sums.Length; c++)
        {
            for (var level = 0; level < sums[c].Length && (pass.Settles & Pattern.Mask(c)) == 0; level++)
            {
                sums[c][level] += estimation.Matches[c][level];
                homes[c][level] += estimation.Households[c][level];
            }
        }
    }

    /// <summary>The model in which judgements on kin say nothing.</summary>
    internal static LinkageModel WithoutKin(LinkageModel model) => model with
    {
        Comparisons = [.. model.Comparisons.Select(c => c.Name != model.Shared?.Kin ? c : c with { Levels = [.. c.Levels.Select(l => l.Fixed ? l with { M = l.U } : l)] })],
    };

    // A weaker level does not say more than a stronger one: where it would, both get what they have together.
    internal static LinkageModel Graded(LinkageModel model) => model with
    {
        Comparisons = [.. model.Comparisons.Select(comparison => comparison with { Levels = Graded(comparison.Levels) })],
    };

    private static ComparisonLevel[] Graded(IReadOnlyList<ComparisonLevel> levels)
    {
        var runs = new List<(List<int> Levels, double M, double U)>();
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Fixed || levels[i].When is { Measure: null } or { Column: not null } or { Other: not null })
            {
                continue;
            }

            var run = (Levels: new List<int> { i }, levels[i].M, levels[i].U);
            while (runs.Count > 0 && runs[^1].M / runs[^1].U < run.M / run.U)
            {
                run = ([.. runs[^1].Levels, .. run.Levels], runs[^1].M + run.M, runs[^1].U + run.U);
                runs.RemoveAt(runs.Count - 1);
            }

            runs.Add(run);
        }

        var graded = levels.ToArray();
        foreach (var (members, m, u) in runs.Where(r => r.Levels.Count > 1))
        {
            foreach (var i in members)
            {
                graded[i] = graded[i] with { M = Math.Min(1, graded[i].U * m / u) };
            }
        }

        return graded;
    }

    // People of one household agree in what they share about as matches do: a class that agrees much less is that of one town, and its sums are no measure.
    private static LinkageModel HouseholdsOf(LinkageModel model, double[][] homes)
    {
        var households = Replace(Households(model), (c, level, old) => !model.IsShared(model.Comparisons[c]) || old.Fixed || homes[c][0] < 1
            ? old
            : old with { M = Smooth(homes[c][level], homes[c][0], model.Comparisons[c].Levels.Count) });
        return households with
        {
            Comparisons = [.. households.Comparisons.Select((home, c) => model.Comparisons[c] is var match && model.IsShared(match)
                && home.Levels[home.Agreeing - 1] is { Fixed: false } equal && equal.M < PassEstimation.Anchor * match.Levels[match.Agreeing - 1].M ? match : home)],
        };
    }

    /// <summary>
    /// The class of pairs of one household as a model of its own: they agree in what is shared as matches do, and in the rest as random pairs do, but for
    /// the few that agree in what is shared by some.
    /// </summary>
    internal static LinkageModel Households(LinkageModel model)
    {
        // Of a thing in several columns each has the root of the share, so that together they have it.
        var some = (model.Shared?.BySome ?? []).SelectMany(s => s.Names.Select(name => (name, Share: Math.Pow(s.Share, 1d / s.Names.Count()))))
            .ToDictionary(s => s.name, s => s.Share);
        return Replace(model, (c, level, old) =>
        {
            var comparison = model.Comparisons[c];
            if (model.IsShared(comparison))
            {
                return old;
            }

            var equal = comparison.Levels[comparison.Agreeing - 1].U;
            return some.GetValueOrDefault(comparison.Name) is var share && share <= equal ? old with { M = old.U }
                : old with { M = level == comparison.Agreeing ? share : Math.Max(1e-9, old.U * (1 - share) / Math.Max(1e-9, 1 - equal)) };
        });
    }

    // [comparison][level]: weighted pairs on that level; [comparison][0]: on any level that does not stand apart.
    private static double[][] Shares(LinkageModel model, IReadOnlyList<(ulong Pattern, long Count)> patterns, Func<ulong, double> weight)
    {
        var shares = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();
        foreach (var (pattern, count) in patterns)
        {
            var one = weight(pattern) * count;
            for (var c = 0; c < shares.Length; c++)
            {
                if (Pattern.Level(pattern, c) is > 0 and var level && !model.Comparisons[c].Levels[level - 1].Apart)
                {
                    shares[c][level] += one;
                    shares[c][0] += one;
                }
            }
        }

        return shares;
    }

    // Nearly equal values are as telling as equal ones of their frequency, so u of the equal ones is what their frequency is held against.
    internal static LinkageModel WithFrequencies(LinkageModel model) => model with
    {
        Comparisons =
        [
            .. model.Comparisons.Select(comparison => comparison.Levels.FirstOrDefault(l => !l.Fixed && l.Frequency > 0 && l.FrequencyU is null) is { } equal
                ? comparison with { Levels = [.. comparison.Levels.Select(l => l.FrequencyU is null || l.Fixed ? l : l with { FrequencyU = equal.U })] }
                : comparison),
        ],
    };

    private static double Smooth(double share, double total, int levels) => (share + 0.1) / (total + 0.1 * levels);

    private static LinkageModel Replace(LinkageModel model, Func<int, int, ComparisonLevel, ComparisonLevel> level) => model with
    {
        Comparisons = [.. model.Comparisons.Select((c, i) => c with { Levels = [.. c.Levels.Select((l, k) => level(i, k + 1, l))] })],
    };
}
