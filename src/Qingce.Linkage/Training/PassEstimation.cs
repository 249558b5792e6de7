namespace Qingce.Linkage;

/// <summary>
/// Expectation maximisation over the pairs of one blocking pass, which are a mixture of matches, of people of one
/// household (who agree in what is shared and otherwise as random pairs do) and of others. What the pass settles is left
/// out. Among the pairs of a pass the others agree more than random pairs do (they live in one town), so that where most pairs are
/// such their shares are estimated along; only m is handed on. Sums run in the order of the patterns.
/// </summary>
internal sealed class PassEstimation
{
    private const int MostRounds = 200, FewestFree = 3;
    private const double Settled = 1e-5, Least = 1e-7, MostlyOthers = 0.2;

    /// <summary>The part of its starting probability below which m of the first level does not fall: a class that agrees less is not the matches.</summary>
    internal const double Anchor = 0.6;

    /// <summary>The starting probability from which a first level is held so.</summary>
    private const double Anchored = 0.7;
    private readonly LinkageModel _model;
    private readonly byte[] _levels;
    private readonly double[] _counts;
    private readonly double _total;
    private readonly int _comparisons;
    private readonly double[][] _m;
    private readonly double[][] _u;
    private readonly double[][] _h;
    private readonly bool[] _isShared;
    private readonly bool _othersFree;
    private double[][] _others = [];
    private double _share;
    private double _households;

    /// <summary>Prepares the estimation.</summary>
    /// <param name="model">Where it starts.</param>
    /// <param name="settles">Bits of the patterns that the pass settles.</param>
    /// <param name="patterns">The patterns of its pairs, at least one.</param>
    /// <param name="expected">About how many matches there are among them.</param>
    public PassEstimation(LinkageModel model, ulong settles, IReadOnlyList<(ulong Pattern, long Count)> patterns, double expected)
    {
        _model = model;
        _comparisons = model.Comparisons.Count;
        _counts = [.. patterns.Select(p => (double)p.Count)];
        _total = _counts.Sum();
        _levels = new byte[patterns.Count * _comparisons];
        for (var p = 0; p < patterns.Count; p++)
        {
            for (var c = 0; c < _comparisons; c++)
            {
                _levels[p * _comparisons + c] = (byte)Pattern.Level(patterns[p].Pattern & ~settles, c);
            }
        }

        _m = [.. model.Comparisons.Select(c => (double[])[1, .. c.Levels.Select(l => l.M)])];
        _u = [.. model.Comparisons.Select(c => (double[])[1, .. c.Levels.Select(l => l.U)])];
        _isShared = [.. model.Comparisons.Select(model.IsShared)];
        var households = ModelTraining.Households(model);
        _h = [.. households.Comparisons.Select(c => (double[])[1, .. c.Levels.Select(l => l.M)])];
        _share = Math.Clamp(expected / _total, 1e-7, 0.5);
        _households = Array.Exists(_isShared, s => s) ? _share / 2 : 0;
        var free = Enumerable.Range(0, _comparisons).Count(c => (settles & Pattern.Mask(c)) == 0);
        _othersFree = _share < MostlyOthers && free >= FewestFree;
        Matches = model.Comparisons.Select(c => new double[c.Levels.Count + 1]).ToArray();
        if (_othersFree)
        {
            StartOthers();
        }
    }

    /// <summary>Matches on each level, [comparison][level]; [comparison][0] on any level that does not stand apart.</summary>
    public double[][] Matches { get; private set; }

    /// <summary>Pairs of one household that are no matches, as <see cref="Matches"/>.</summary>
    public double[][] Households { get; private set; } = [];

    /// <summary>Estimates.</summary>
    /// <returns>Whether it settled.</returns>
    public bool Run()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (sum, home) = Expect();
            var next = Math.Clamp(sum / _total, 1e-9, 1 - 1e-9);
            var moved = Math.Abs(_share - next);
            _share = next;
            _households = _households > 0 ? Math.Clamp(home / _total, 1e-9, 1 - 1e-9) : 0;
            for (var c = 0; c < _comparisons; c++)
            {
                moved = Math.Max(moved, Update(_m[c], Matches[c], c, anchored: true));
                if (_isShared[c] && _households > 0)
                {
                    Update(_h[c], Households[c], c, anchored: true);
                }

                if (_othersFree)
                {
                    Update(_u[c], _others[c], c, anchored: false);
                }
            }

            if (moved < Settled)
            {
                return true;
            }
        }

        return false;
    }

    private (double Matches, double Households) Expect()
    {
        var (match, household) = (Weights(_m), Weights(_h));
        Matches = [.. _m.Select(m => new double[m.Length])];
        Households = [.. _m.Select(m => new double[m.Length])];
        _others = [.. _m.Select(m => new double[m.Length])];
        var (sum, home) = (0d, 0d);
        var rest = Math.Max(1e-9, 1 - _share - _households);
        var (prior, ofHousehold) = (Math.Log(_share / rest), _households / rest);
        for (var (p, at) = (0, 0); p < _counts.Length; p++, at += _comparisons)
        {
            var (one, two) = (prior, 0d);
            for (var c = 0; c < _comparisons; c++)
            {
                one += match[c][_levels[at + c]];
                two += household[c][_levels[at + c]];
            }

            var (odds, homeOdds) = (Math.Exp(Math.Min(one, 600)), ofHousehold == 0 ? 0 : ofHousehold * Math.Exp(Math.Min(two, 600)));
            var its = _counts[p] / (1 + odds + homeOdds);
            var (matched, housed) = (odds * its, homeOdds * its);
            sum += matched;
            home += housed;
            for (var c = 0; c < _comparisons; c++)
            {
                var level = _levels[at + c];
                Matches[c][level] += matched;
                Households[c][level] += housed;
                _others[c][level] += its;
            }
        }

        Total(Matches);
        Total(Households);
        Total(_others);
        return (sum, home);
    }

    private double[][] Weights(double[][] probabilities) =>
        [.. probabilities.Select((levels, c) => levels.Select((probability, level) => level == 0 ? 0 : Math.Log(probability / _u[c][level])).ToArray())];

    private void Total(double[][] sums)
    {
        for (var c = 0; c < _comparisons; c++)
        {
            sums[c][0] = 0;
            for (var level = 1; level < sums[c].Length; level++)
            {
                sums[c][level] = _model.Comparisons[c].Levels[level - 1].Apart ? 0 : sums[c][level];
                sums[c][0] += sums[c][level];
            }
        }
    }

    private double Update(double[] probabilities, double[] sums, int comparison, bool anchored)
    {
        if (sums[0] < Least)
        {
            return 0;
        }

        var moved = 0d;
        var levels = _model.Comparisons[comparison].Levels;
        var first = 1;
        while (levels[first - 1].Apart)
        {
            first++;
        }

        var floor = anchored && levels[first - 1] is { Fixed: false, M: >= Anchored } ? Anchor * levels[first - 1].M : 0;
        var (scale, lift) = (1 / sums[0], sums[first] / sums[0] < floor);
        if (lift)
        {
            scale = (1 - floor) / Math.Max(Least, sums[0] - sums[first]);
        }

        for (var level = first; level < sums.Length; level++)
        {
            if (levels[level - 1].Fixed)
            {
                continue;
            }

            var next = Math.Max(Least, lift && level == first ? floor : sums[level] * scale);
            moved = Math.Max(moved, Math.Abs(next - probabilities[level]));
            probabilities[level] = next;
        }

        return moved;
    }

    // The shares of all pairs less what matches would have.
    private void StartOthers()
    {
        for (var c = 0; c < _comparisons; c++)
        {
            var all = new double[_m[c].Length];
            for (var p = 0; p < _counts.Length; p++)
            {
                all[_levels[p * _comparisons + c]] += _counts[p];
            }

            Total(c, all);
            for (var level = 1; all[0] > 0 && level < all.Length; level++)
            {
                if (!_model.Comparisons[c].Levels[level - 1].Fixed)
                {
                    var share = (all[level] + 0.1) / (all[0] + 0.1 * (all.Length - 1));
                    _u[c][level] = Math.Max(0.05 * share, (share - _share * _m[c][level]) / (1 - _share));
                }
            }
        }
    }

    private void Total(int comparison, double[] sums)
    {
        sums[0] = 0;
        for (var level = 1; level < sums.Length; level++)
        {
            sums[0] += _model.Comparisons[comparison].Levels[level - 1].Apart ? 0 : sums[level];
        }
    }
}
