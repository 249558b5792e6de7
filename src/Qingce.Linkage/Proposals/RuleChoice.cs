using System.Numerics;

namespace Qingce.Linkage;

/// <summary>
/// Chooses blocking rules for coverage within a bound of pairs. What a rule costs is counted in a sample; what it brings is told by
/// invented second records of sampled rows, whose values are changed or lost at random, the same each time.
/// </summary>
internal sealed class RuleChoice
{
    private const int Rows = 8192, Invented = 4096, MostRules = 12, TableBits = 18;
    private const double Enough = 0.999, LeastGain = 0.0005, Lost = 0.1, Harsh = 0.88;

    /// <summary>Rules that cost less than this part of what is allowed are chosen by what they bring alone.</summary>
    private const double Cheap = 0.04;

    /// <summary>Pairs that one more pass over all rows costs as much as.</summary>
    private const double PassPerRow = 1;
    private readonly IReadOnlyList<Part> _parts;
    private readonly int[] _byContent;
    private readonly int[] _rows;
    private readonly int[] _runs;
    private readonly double _scale;
    private readonly double _near;
    private readonly double _allRows;
    private readonly ulong[][] _covered;
    private readonly double[] _shares;
    private readonly ParallelOptions _parallel;

    /// <summary>Prepares the choice.</summary>
    /// <param name="parts">What rules may consist of.</param>
    /// <param name="sample">The sample of the rows.</param>
    /// <param name="parallel">Threads to use.</param>
    public RuleChoice(IReadOnlyList<Part> parts, TableSample sample, ParallelOptions parallel)
    {
        _parts = parts;
        _parallel = parallel;
        _allRows = sample.AllRows;
        _byContent = ByContent(sample.Rows);
        _rows = [.. _byContent.Take(Rows).Order()];
        _runs = [.. _rows.Select((row, i) => sample.Runs.Count == 0 ? i : sample.Runs[row])];
        _scale = Math.Pow(_allRows / _rows.Length, 2);
        _near = sample.WeightOfNeighbours;
        _covered = new ulong[parts.Count][];
        _shares = new double[parts.Count];
        ForEachPart((part, counts) => (_covered[part], _shares[part]) = (Cover(parts[part]), Cost([part], counts) / (_allRows * _allRows / 2)));
    }

    /// <summary>A part of a value that a rule may take.</summary>
    /// <param name="Column">Place of its column.</param>
    /// <param name="Rule">As it stands in a rule.</param>
    /// <param name="Stability">See <see cref="ProposedKey"/>.</param>
    /// <param name="Keys">Its key in each row of the sample; 0 for none.</param>
    internal sealed record Part(int Column, RulePart Rule, double Stability, ulong[] Keys);

    /// <summary>Chooses the rules.</summary>
    /// <param name="mostPairs">Pairs that they may bring together in all.</param>
    /// <returns>The rule with most pairs first; the pairs to be expected, and the share of the invented records they find.</returns>
    public (IReadOnlyList<BlockingRule> Rules, double Pairs, double Coverage) Choose(double mostPairs)
    {
        var candidates = Candidates(mostPairs);
        var chosen = new List<(int[] Parts, double Cost)>();
        var covered = new ulong[Invented / 64];
        var (pairs, found) = (0d, 0);
        while (chosen.Count < MostRules && found < Enough * Invented)
        {
            var best = -1;
            var (bestScore, bestGain) = (0d, 0);
            for (var i = 0; i < candidates.Count; i++)
            {
                if (pairs + candidates[i].Cost > mostPairs)
                {
                    continue;
                }

                var gain = Gain(candidates[i].Parts, covered);
                var score = gain / (candidates[i].Cost + PassPerRow * _allRows + Cheap * mostPairs);
                if (gain > LeastGain * Invented && score > bestScore)
                {
                    (best, bestScore, bestGain) = (i, score, gain);
                }
            }

            if (best < 0)
            {
                break;
            }

            chosen.Add(candidates[best]);
            pairs += candidates[best].Cost;
            found += bestGain;
            Add(candidates[best].Parts, covered);
        }

        chosen.Sort((a, b) => b.Cost.CompareTo(a.Cost));
        return ([.. chosen.Select(c => new BlockingRule { Parts = [.. c.Parts.Select(p => _parts[p].Rule)] })], pairs, found / (double)Invented);
    }

    // Whatever the order of the rows, the same ones are taken and the same records invented of them.
    private int[] ByContent(int rows)
    {
        var hashes = new ulong[rows];
        Parallel.For(0, rows, _parallel, row =>
        {
            foreach (var part in _parts)
            {
                hashes[row] = KeyMix.Of(hashes[row] ^ part.Keys[row]);
            }
        });
        int[] ordered = [.. Enumerable.Range(0, rows)];
        Array.Sort(hashes, ordered);
        return ordered;
    }

    private List<(int[] Parts, double Cost)> Candidates(double mostPairs)
    {
        var candidates = new List<(int[] Parts, double Cost)>[_parts.Count];
        ForEachPart((part, counts) => candidates[part] = CandidatesFrom(part, mostPairs, counts));
        return [.. candidates.SelectMany(c => c)];
    }

    // Those of which a part is the first.
    private List<(int[] Parts, double Cost)> CandidatesFrom(int a, double mostPairs, Seen[] counts)
    {
        var candidates = new List<(int[] Parts, double Cost)>();
        Consider([a], candidates, mostPairs, counts);
        for (var b = a + 1; b < _parts.Count; b++)
        {
            if (_parts[b].Column == _parts[a].Column || Consider([a, b], candidates, mostPairs, counts) <= mostPairs)
            {
                continue;
            }

            for (var c = b + 1; c < _parts.Count; c++)
            {
                if (_parts[c].Column != _parts[a].Column && _parts[c].Column != _parts[b].Column)
                {
                    Consider([a, b, c], candidates, mostPairs, counts);
                }
            }
        }

        return candidates;
    }

    /// <summary>Rows of a key: all, and those of the run that was seen last. Four bytes, for a table of them is cleared for each rule: a run is known by its last bits.</summary>
    private readonly record struct Seen(uint Bits)
    {
        private const int RunBits = 9, OfRunBits = 9;
        private const uint MostOfRun = (1u << OfRunBits) - 1;

        public int All => (int)(Bits >> (RunBits + OfRunBits));

        public int OfRun => (int)(Bits >> RunBits & MostOfRun);

        public Seen And(int run)
        {
            var last = (uint)run & ((1u << RunBits) - 1);
            var ofRun = All > 0 && (Bits & ((1u << RunBits) - 1)) == last ? Math.Min((Bits >> RunBits & MostOfRun) + 1, MostOfRun) : 1;
            return new Seen((uint)(All + 1) << (RunBits + OfRunBits) | ofRun << RunBits | last);
        }
    }

    // Each thread counts in a table of its own.
    private void ForEachPart(Action<int, Seen[]> work) => Parallel.For(0, _parts.Count, _parallel, () => new Seen[1 << TableBits], (part, _, counts) =>
    {
        work(part, counts);
        return counts;
    }, _ => { });

    // Parts that are as good as unique alone need no company; the cost of the others is counted.
    private double Consider(int[] parts, List<(int[] Parts, double Cost)> candidates, double mostPairs, Seen[] counts)
    {
        var expected = parts.Aggregate(_allRows * _allRows / 2, (product, part) => product * Math.Max(_shares.Length == 0 ? 1 : _shares[part], 1e-12));
        if (expected > 4 * mostPairs)
        {
            return expected;
        }

        var cost = Math.Max(Cost(parts, counts), Math.Min(expected, mostPairs));
        if (cost <= mostPairs)
        {
            candidates.Add((parts, cost));
        }

        return cost;
    }

    private double Cost(int[] parts, Seen[] counts)
    {
        Array.Clear(counts);
        var (pairs, near, present) = (0L, 0L, 0L);
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            var key = 1UL;
            foreach (var part in parts)
            {
                var its = _parts[part].Keys[row];
                key = its == 0 || key == 0 ? 0 : KeyMix.Of(key, its);
            }

            if (key != 0)
            {
                present++;
                ref var seen = ref counts[(int)(key >> (64 - TableBits))];
                seen = seen.And(_runs[i]);
                near += seen.OfRun - 1;
                pairs += seen.All - seen.OfRun;
            }
        }

        // Less what falls together in the table by chance.
        return (Math.Max(0, pairs - present * present / 2d / (1 << TableBits)) + near * _near) * _scale;
    }

    // Which of the invented pairs agree in a part.
    private ulong[] Cover(Part part)
    {
        var bits = new ulong[Invented / 64];
        for (var i = 0; i < Invented; i++)
        {
            var row = part.Keys.Length == 0 ? 0 : _byContent[(int)((long)i * part.Keys.Length / Invented)];
            var chance = Uniform(KeyMix.Of((ulong)i + 1, (ulong)part.Column + 1));
            var lost = Uniform(KeyMix.Of((ulong)i + 1, (ulong)part.Column + 1001)) < Lost;
            if (part.Keys.Length > 0 && part.Keys[row] != 0 && !lost && chance < Harsh * part.Stability)
            {
                bits[i / 64] |= 1UL << (i % 64);
            }
        }

        return bits;
    }

    private static double Uniform(ulong key) => (key >> 11) * (1.0 / (1UL << 53));

    private int Gain(int[] parts, ulong[] covered)
    {
        var gain = 0;
        for (var word = 0; word < covered.Length; word++)
        {
            gain += BitOperations.PopCount(Both(parts, word) & ~covered[word]);
        }

        return gain;
    }

    private void Add(int[] parts, ulong[] covered)
    {
        for (var word = 0; word < covered.Length; word++)
        {
            covered[word] |= Both(parts, word);
        }
    }

    private ulong Both(int[] parts, int word)
    {
        var bits = ulong.MaxValue;
        foreach (var part in parts)
        {
            bits &= _covered[part][word];
        }

        return bits;
    }
}
