namespace Qingce.Linkage;

/// <summary>
/// Agglomerative clustering of a small component: the two linked groups with the highest average weight over all pairs across them are
/// merged until no average reaches the bound. Weights of missing links count, so evidence against keeps groups apart: not where a row with
/// strong links to both explains it, and all the more where groups of several rows have but a weak link.
/// </summary>
internal sealed class AverageLinkage
{
    /// <summary>Most rows of a component that is clustered this way; the work grows with their square.</summary>
    public const int LargestComponent = 200;

    /// <summary>Bits from which a link is strong enough for its row to stand between two others.</summary>
    private const double StrongLink = 12;

    /// <summary>Bits above the threshold that the best link of two groups of several rows needs when their average speaks against one entity.</summary>
    private const double FirmLink = 1;

    private readonly int _count;
    private readonly int[] _labels;
    private readonly int[] _sizes;
    private readonly double[] _sums;

    // The best link between two groups, NaN for none.
    private readonly double[] _links;
    private readonly double _threshold;
    private readonly int[] _best;
    private readonly double[] _bestAverage;

    private AverageLinkage(Component component)
    {
        _count = component.Count;
        _labels = [.. Enumerable.Range(0, _count)];
        _sizes = new int[_count];
        _best = new int[_count];
        _bestAverage = new double[_count];
        (_sums, _links, _threshold) = (new double[_count * _count], new double[_count * _count], component.Threshold);
        Array.Fill(_links, double.NaN);
        Array.Fill(_sizes, 1);
        Array.Fill(_sums, double.NaN);
        foreach (var edge in component.Edges)
        {
            // A pair given twice comes with its larger weight first.
            if (double.IsNaN(_sums[At(edge.A, edge.B)]))
            {
                _sums[At(edge.A, edge.B)] = Math.Clamp(edge.Weight, -Component.LargestWeight, Component.LargestWeight);
                _links[At(edge.A, edge.B)] = edge.Weight >= component.Threshold ? edge.Weight : double.NaN;
            }
        }

        for (var a = 0; a < _count; a++)
        {
            for (var b = a + 1; b < _count; b++)
            {
                if (double.IsNaN(_sums[At(a, b)]))
                {
                    _sums[At(a, b)] = component.MissingWeight(a, b);
                }
            }
        }

        if (component.HasWeightThrough)
        {
            WeighThroughOthers(component);
        }

        foreach (var pair in component.Cannot)
        {
            _sums[At(pair.Left, pair.Right)] = double.NegativeInfinity;
        }

        foreach (var pair in component.Must)
        {
            Merge(_labels[pair.Left], _labels[pair.Right]);
        }
    }

    /// <summary>The group of each row, named by its first row.</summary>
    /// <param name="component">At most <see cref="LargestComponent"/> rows.</param>
    /// <param name="lowest">The lowest average at which groups are merged, bits.</param>
    public static int[] Part(Component component, double lowest)
    {
        var linkage = new AverageLinkage(component);
        for (var group = 0; group < linkage._count; group++)
        {
            linkage.FindBest(group);
        }

        while (linkage.MergeBest(lowest))
        {
        }

        return linkage._labels;
    }

    private int At(int a, int b) => a < b ? (a * _count) + b : (b * _count) + a;

    // Minus infinity where two groups are not to be merged.
    private double Average(int a, int b)
    {
        var average = double.IsNaN(_links[At(a, b)]) ? double.NegativeInfinity : _sums[At(a, b)] / ((double)_sizes[a] * _sizes[b]);
        return average < 0 && _sizes[a] > 1 && _sizes[b] > 1 && _links[At(a, b)] < _threshold + FirmLink ? double.NegativeInfinity : average;
    }

    // By the row with the strongest links to both: of one entity with each, it tells how they came to differ.
    private void WeighThroughOthers(Component component)
    {
        for (var a = 0; a < _count; a++)
        {
            for (var b = a + 1; b < _count; b++)
            {
                if (_sums[At(a, b)] < _threshold && Between(a, b) is >= 0 and var between)
                {
                    _sums[At(a, b)] = Math.Max(_sums[At(a, b)], component.WeightThrough(a, b, between));
                }
            }
        }
    }

    private int Between(int a, int b)
    {
        var (best, weight) = (-1, StrongLink);
        for (var other = 0; other < _count; other++)
        {
            if (other != a && other != b && Math.Min(_links[At(a, other)], _links[At(b, other)]) is var weaker && (weaker > weight || (best < 0 && weaker == weight)))
            {
                (best, weight) = (other, weaker);
            }
        }

        return best;
    }

    private bool MergeBest(double lowest)
    {
        var best = -1;
        for (var group = 0; group < _count; group++)
        {
            if (_sizes[group] > 0 && _best[group] >= 0 && (best < 0 || _bestAverage[group] > _bestAverage[best]))
            {
                best = group;
            }
        }

        if (best < 0 || _bestAverage[best] < lowest)
        {
            return false;
        }

        var gone = _best[best];
        Merge(best, gone);
        for (var group = 0; group < gone; group++)
        {
            if (_sizes[group] == 0)
            {
                continue;
            }

            if (group == best || _best[group] == gone || _best[group] == best)
            {
                FindBest(group);
            }
            else if (group < best && Average(group, best) is var average && IsBetter(average, best, group))
            {
                // The grown group is newly linked with this one.
                (_best[group], _bestAverage[group]) = (best, average);
            }
        }

        return true;
    }

    private bool IsBetter(double average, int partner, int group) =>
        average > _bestAverage[group] || (average == _bestAverage[group] && _best[group] > partner);

    // The best partner among later groups; of equal ones the first.
    private void FindBest(int group)
    {
        (_best[group], _bestAverage[group]) = (-1, double.NegativeInfinity);
        for (var other = group + 1; _sizes[group] > 0 && other < _count; other++)
        {
            if (_sizes[other] > 0 && Average(group, other) is var average && average > _bestAverage[group])
            {
                (_best[group], _bestAverage[group]) = (other, average);
            }
        }
    }

    private void Merge(int a, int b)
    {
        if (a == b)
        {
            return;
        }

        var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
        for (var other = 0; other < _count; other++)
        {
            if (_sizes[other] > 0 && other != kept && other != gone)
            {
                _sums[At(kept, other)] += _sums[At(gone, other)];
                _links[At(kept, other)] = double.MaxNumber(_links[At(kept, other)], _links[At(gone, other)]);
            }
        }

        _sizes[kept] += _sizes[gone];
        _sizes[gone] = 0;
        for (var place = 0; place < _count; place++)
        {
            _labels[place] = _labels[place] == gone ? kept : _labels[place];
        }
    }
}
