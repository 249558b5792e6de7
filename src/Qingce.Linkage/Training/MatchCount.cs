namespace Qingce.Linkage;

/// <summary>
/// Finds the numbers of matches and of pairs of one household for which the candidates' probabilities add up to them. Among random pairs are those of
/// one household: what they bring to u is taken off it, or they would pass for strangers that agree by chance.
/// </summary>
internal sealed class MatchCount
{
    private const int MostRounds = 200, FewestPairs = 30;

    /// <summary>The part of u that strangers have at least.</summary>
    private const double LeastOfU = 0.03;

    /// <summary>The part of u that is left at least when matches are taken off it: how many of them were among the random pairs is told with an error.</summary>
    private const double LeastLeft = 0.2;

    /// <summary>The share of strangers agreeing in one column that agree in another from which on the other follows from it: fewer do because they are of one household.</summary>
    private const double Follow = 0.6;

    /// <summary>Pairs of one household a row, where one column alone tells of households and so cannot tell how many there are.</summary>
    private const double HomesPerRow = 0.5;

    /// <summary>Pairs of one household for each match below which there are hardly any.</summary>
    private const double FewHomes = 0.02;

    /// <summary>As many as there are where families are large: so many may be counted however few were among the random pairs.</summary>
    private const double CommonHomesPerRow = 2;
    private readonly LinkageModel _trained;
    private readonly Func<LinkageModel, LinkageModel> _householdsOf;
    private LinkageModel _model;
    private LinkageModel _households;
    private readonly IReadOnlyList<(ulong Pattern, long Count)> _patterns;
    private readonly long _rows;
    private readonly double _all;
    private readonly bool _isTold;
    private readonly bool[] _isShared;

    // For each comparison those it follows from: who has one postcode has one town, and no home in common for it.
    private readonly int[][] _follows;
    private readonly double[] _match;
    private readonly double[] _home;
    private double _matches;
    private double _homes;

    // No more than agree where the fewest do: pairs of one town would pass for pairs of one household, and what those share would count for little.
    private readonly double _mostHomes;

    /// <summary>Prepares the count.</summary>
    /// <param name="model">The model, trained but for the count.</param>
    /// <param name="householdsOf">The class of pairs of one household of a model.</param>
    /// <param name="patterns">Patterns of the candidates.</param>
    /// <param name="rows">Rows of the table.</param>
    public MatchCount(LinkageModel model, Func<LinkageModel, LinkageModel> householdsOf, IReadOnlyList<(ulong Pattern, long Count)> patterns, long rows)
    {
        (_trained, _householdsOf, _patterns, _rows) = (model, householdsOf, patterns, rows);
        (_model, _households) = (ModelTraining.Graded(model), householdsOf(ModelTraining.Graded(model)));
        _all = (double)rows * (rows - 1) / 2;
        _isTold = model.Shared is { Comparisons.Count: > 1 };
        _isShared = [.. model.Comparisons.Select(model.IsShared)];
        _follows = [.. model.Comparisons.Select(Follows)];
        (_match, _home) = (new double[patterns.Count], new double[patterns.Count]);
        _matches = model.MatchesPerRow * rows;
        _homes = model.Shared is null ? 0 : _isTold ? Finest() * _all : HomesPerRow * rows;
        _mostHomes = Math.Max(_homes, CommonHomesPerRow * rows);
    }

    /// <summary>The model with what was counted.</summary>
    public LinkageModel Run()
    {
        Search();
        for (var round = 0; round < 3; round++)
        {
            _model = WithoutMatches();
            _households = _householdsOf(_model);
            Search();
        }

        return (_isTold && _homes < FewHomes * _matches ? ModelTraining.WithoutKin(_model) : _model) with
        {
            MatchesPerRow = _matches / _rows,
            Shared = _model.Shared is { } shared ? shared with { MostBits = Math.Round(Math.Max(1, Math.Log2(_all / Math.Max(0.5, _homes))), 3) } : null,
        };
    }

    // Among random pairs are matches: in a column that no two others share they are all that agree there, so that it would say no more than the prior takes.
    private LinkageModel WithoutMatches()
    {
        var share = Math.Min(0.5, _matches / _all);
        return ModelTraining.Graded(ModelTraining.WithFrequencies(_trained with
        {
            Comparisons = [.. _trained.Comparisons.Select(comparison => comparison with
            {
                Levels = [.. comparison.Levels.Select(l => l.Fixed || l.When is null ? l : l with { U = Math.Max(LeastLeft * l.U, (l.U - share * l.M) / (1 - share)) })],
            })],
        }));
    }

    private void Search()
    {
        var strangers = Levels(_model, l => l.U);
        if (_isTold)
        {
            Weigh(Levels(_model, l => l.M), strangers, _match, (_, _) => true);
            strangers = Strangers();
        }

        Weigh(Levels(_model, l => l.M), strangers, _match, (_, _) => true);
        Weigh(Levels(_households, l => l.M), strangers, _home, IsOfItself);
        Count();
    }

    // In the column in which the fewest random pairs agree hardly any do but those of one household, so that is where the count starts.
    private double Finest() => _model.Shared!.Comparisons.Select(_model.IndexOf)
        .Min(c => _model.Comparisons[c].Agreeing - 1 is var equal ? _model.Comparisons[c].Levels[equal].U / _households.Comparisons[c].Levels[equal].M : 1);

    private static double[][] Levels(LinkageModel model, Func<ComparisonLevel, double> of) =>
        [.. model.Comparisons.Select(c => (double[])[1, .. c.Levels.Select(of)])];

    private int[] Follows(Comparison comparison) =>
    [
        .. comparison.Levels.Where(l => l.Apart && l.U >= Follow).SelectMany(l => l.When?.All ?? []).SelectMany(when => when.Any ?? [when])
            .SelectMany(when => Enumerable.Range(0, _isShared.Length).Where(c => _isShared[c] && _trained.Comparisons[c].Name == when.Column)).Distinct(),
    ];

    // Whether what a comparison says does not follow from what another says.
    private bool IsOfItself(int comparison, int pattern) => Agrees(comparison, pattern) is not true || !Array.Exists(_follows[comparison], c => Agrees(c, pattern) is true);

    // How much more probable each pattern is in a class than among strangers.
    private void Weigh(double[][] probabilities, double[][] strangers, double[] odds, Func<int, int, bool> counts)
    {
        var bits = probabilities.Select((levels, c) => levels.Select((p, l) => Math.Log2(p / strangers[c][l])).ToArray()).ToArray();
        for (var p = 0; p < odds.Length; p++)
        {
            var sum = 0d;
            for (var c = 0; c < bits.Length; c++)
            {
                sum += counts(c, p) ? bits[c][Pattern.Level(_patterns[p].Pattern, c)] : 0;
            }

            odds[p] = double.Exp2(Math.Min(900, sum));
        }
    }

    private void Count()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (matches, homes) = (0d, 0d);
            for (var p = 0; p < _match.Length; p++)
            {
                var (one, two) = Share(p);
                matches += _patterns[p].Count * one;
                homes += _patterns[p].Count * two;
            }

            var settled = Math.Abs(matches - _matches) < 1e-6 * _matches && (!_isTold || Math.Abs(homes - _homes) < 1e-4 * _homes);
            (_matches, _homes) = (Math.Max(matches, 0.5), _isTold ? Math.Min(homes, _mostHomes) : _homes);
            if (settled)
            {
                break;
            }
        }
    }

    private (double Match, double Home) Share(int pattern)
    {
        var (one, two) = (_matches / _all * _match[pattern], _homes / _all * _home[pattern]);
        return (one / (1 + one + two), two / (1 + one + two));
    }

    // Pairs that agree in one shared column and in no other live apart; the others that agree in it are of one household, and no strangers.
    private double[][] Strangers()
    {
        var (agreeing, alone) = (new double[_isShared.Length], new double[_isShared.Length]);
        for (var p = 0; p < _match.Length; p++)
        {
            if (_matches / _all * _match[p] > 1)
            {
                continue;
            }

            for (var c = 0; c < _isShared.Length; c++)
            {
                if (_isShared[c] && Agrees(c, p) is true)
                {
                    agreeing[c] += _patterns[p].Count;
                    alone[c] += IsAlone(c, p) ? _patterns[p].Count : 0;
                }
            }
        }

        return
        [
            .. _model.Comparisons.Select((comparison, c) => (double[])[1, .. comparison.Levels.Select(level =>
                level.Fixed || level.When is null || agreeing[c] < FewestPairs ? level.U : level.U * Math.Max(LeastOfU, alone[c] / agreeing[c]))]),
        ];
    }

    private bool IsAlone(int comparison, int pattern)
    {
        var differs = false;
        for (var c = 0; c < _isShared.Length; c++)
        {
            if (c != comparison && _isShared[c] && !_follows[c].Contains(comparison) && !_follows[comparison].Contains(c))
            {
                if (Agrees(c, pattern) is true)
                {
                    return false;
                }

                differs |= Agrees(c, pattern) is false;
            }
        }

        return differs;
    }

    // Null where a value is missing.
    private bool? Agrees(int comparison, int pattern) =>
        Pattern.Level(_patterns[pattern].Pattern, comparison) is > 0 and var level ? _model.Comparisons[comparison].Levels[level - 1].When is not null : null;
}
