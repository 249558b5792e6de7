namespace Qingce.Linkage;

/// <summary>
/// Estimates a model without labels: m by expectation maximisation over the pairs of each blocking pass, u from random pairs,
/// and the number of matches from the candidate pairs. Sums run in the order of the patterns, so the same counts give the same model.
/// </summary>
public static class ModelTraining
{
    private const int MostRounds = 200;
    private const double Settled = 1e-7;
    private const double Least = 1e-7;

    /// <summary>Replaces u by the shares of the levels among random pairs, smoothed so that no level has probability 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="random">Patterns of pairs that are hardly ever one entity.</param>
    public static LinkageModel WithU(LinkageModel model, PatternCounts random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(random);
        var shares = Shares(model, random.Ordered(), _ => 1);
        return Replace(model, (c, level, old) =>
            old.Fixed || shares[c][0] < 1 ? old : old with { U = Smooth(shares[c][level], shares[c][0], model.Comparisons[c].Levels.Count) });
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
        long rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(passes);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(candidates);
        model.Validate();
        var notes = new List<string>();
        var sums = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();
        for (var pass = 0; pass < passes.Count; pass++)
        {
            var patterns = counts[pass].Ordered();
            if (patterns.Count > 0)
            {
                AddPass(model, passes[pass], patterns, sums, notes);
            }
        }

        var trained = Replace(model, (c, level, old) =>
            old.Fixed || sums[c][0] < 1 ? old : old with { M = Smooth(sums[c][level], sums[c][0], model.Comparisons[c].Levels.Count) });
        notes.AddRange(model.Comparisons
            .Where((comparison, c) => sums[c][0] < 1 && !comparison.Levels.All(l => l.Fixed))
            .Select(comparison => $"'{comparison.Name}' did not move: every pass settles it, or its values are missing."));
        trained = WithMatches(trained, candidates.Ordered(), rows);
        notes.AddRange(trained.Comparisons
            .Where(comparison => comparison.Levels[0] is { Fixed: false, Weight: < 0 })
            .Select(c => $"'{c.Name}', level '{c.Levels[0].Name}', speaks against a match: its m is below its u."));
        return new TrainingResult(trained, notes);
    }

    private static void AddPass(
        LinkageModel model, BlockingPass pass, IReadOnlyList<(ulong Pattern, long Count)> patterns, double[][] sums, List<string> notes)
    {
        var total = patterns.Sum(p => (double)p.Count);
        var current = model;
        var share = 0.1;
        var moved = 1d;
        double[][] found = [];
        for (var round = 0; round < MostRounds && moved > Settled; round++)
        {
            var (now, prior) = (current, share);
            var matches = 0d;
            found = Shares(model, patterns, pattern => Probability(now, pattern & ~pass.Settles, prior));
            foreach (var (pattern, count) in patterns)
            {
                matches += count * Probability(now, pattern & ~pass.Settles, prior);
            }

            share = Math.Clamp(matches / total, 1e-9, 1 - 1e-9);
            current = Replace(model, (c, level, old) => old.Fixed || (pass.Settles & Pattern.Mask(c)) != 0 || found[c][0] < Least
                ? now.Comparisons[c].Levels[level - 1]
                : old with { M = Math.Max(Least, found[c][level] / found[c][0]) });
            moved = Difference(now, current) + Math.Abs(share - prior);
        }

        if (moved > Settled)
        {
            notes.Add($"The pass '{pass.Name}' had not settled after {MostRounds} rounds.");
        }

        for (var c = 0; c < sums.Length; c++)
        {
            for (var level = 0; level < sums[c].Length && (pass.Settles & Pattern.Mask(c)) == 0; level++)
            {
                sums[c][level] += found[c][level];
            }
        }
    }

    // The number of matches for which the candidates' probabilities add up to it.
    private static LinkageModel WithMatches(LinkageModel model, IReadOnlyList<(ulong Pattern, long Count)> patterns, long rows)
    {
        var current = model;
        var moved = 1d;
        for (var round = 0; round < MostRounds && moved > 1e-6; round++)
        {
            var weights = new PatternWeights(current, rows);
            var matches = patterns.Sum(p => p.Count * new MatchWeight(weights.Weight(p.Pattern)).Probability);
            var next = Math.Max(matches, 0.5) / rows;
            moved = Math.Abs(next - current.MatchesPerRow) / next;
            current = current with { MatchesPerRow = next };
        }

        return current;
    }

    private static double Probability(LinkageModel model, ulong pattern, double prior)
    {
        var bits = MatchWeight.FromProbability(prior).Bits;
        for (var c = 0; c < model.Comparisons.Count; c++)
        {
            var level = Pattern.Level(pattern, c);
            bits += level == 0 ? 0 : model.Comparisons[c].Levels[level - 1].Weight;
        }

        return new MatchWeight(bits).Probability;
    }

    // [comparison][level]: weighted pairs on that level; [comparison][0]: on any level.
    private static double[][] Shares(LinkageModel model, IReadOnlyList<(ulong Pattern, long Count)> patterns, Func<ulong, double> weight)
    {
        var shares = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();
        foreach (var (pattern, count) in patterns)
        {
            var one = weight(pattern) * count;
            for (var c = 0; c < shares.Length; c++)
            {
                if (Pattern.Level(pattern, c) is > 0 and var level)
                {
                    shares[c][level] += one;
                    shares[c][0] += one;
                }
            }
        }

        return shares;
    }

    private static double Smooth(double share, double total, int levels) => (share + 0.1) / (total + 0.1 * levels);

    private static LinkageModel Replace(LinkageModel model, Func<int, int, ComparisonLevel, ComparisonLevel> level) => model with
    {
        Comparisons = [.. model.Comparisons.Select((c, i) => c with { Levels = [.. c.Levels.Select((l, k) => level(i, k + 1, l))] })],
    };

    private static double Difference(LinkageModel a, LinkageModel b) =>
        a.Comparisons.Zip(b.Comparisons).Max(c => c.First.Levels.Zip(c.Second.Levels).Max(l => Math.Abs(l.First.M - l.Second.M)));
}
