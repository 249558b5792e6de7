using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class ThresholdCurveTests
{
    [Fact]
    public void OfReference_AnyPairs_IsWhatCountingGives() =>
        Gen.Select(DrawnPairs.Any, Gen.Int[-1, 4].Array[DrawnPairs.Rows], Gen.Int[1, 6]).Sample((pairs, reference, quarters) =>
        {
            var curve = ThresholdCurve.OfReference(pairs, reference, quarters / 4.0);

            var known = pairs.Where(p => reference[p.Left] >= 0 && reference[p.Right] >= 0).ToArray();
            var all = reference.Where(r => r >= 0).CountBy(r => r).Sum(r => r.Value * (r.Value - 1) / 2);
            Assert.Equal(known.Length == 0, curve.Points.Count == 0);
            Assert.All(curve.Points, point => Assert.Equal(Counted(point.Threshold), point));
            Assert.Equal(curve.Points.Select(p => p.Threshold).Order(), curve.Points.Select(p => p.Threshold));
            Assert.Equal(known.Select(p => Counted(p.Weight).F1).Append(Counted(1000).F1).Max(), curve.Best.F1);
            Assert.Equal(Counted(curve.Best.Threshold), curve.Best);

            ThresholdPoint Counted(double threshold)
            {
                var linked = known.Where(p => p.Weight >= threshold).ToArray();
                var right = linked.Count(p => reference[p.Left] == reference[p.Right]);
                return new ThresholdPoint(threshold, right, linked.Length - right, all - right);
            }
        });

    [Fact]
    public void OfLabels_PairNeverCompared_IsMissed()
    {
        var curve = ThresholdCurve.OfLabels([new(0, 1, 1), new(0, 2, 0), new(1, 2, 0.9)], (left, right) => left == 0 ? right : null, step: 1);

        Assert.Equal([new(1, 1, 1, 1), new ThresholdPoint(2, 0, 1, 2)], curve.Points);
        Assert.Equal(1, curve.Best.Threshold);
    }

    [Fact]
    public void Expected_CalibratedWeights_GivesExpectedCounts()
    {
        var curve = ThresholdCurve.Expected([new(Math.Log2(3), 4), new(0, 10), new(-Math.Log2(3), 4)], matches: 10, step: 1);

        var even = curve.Points.Single(p => p.Threshold == 0);
        Assert.Equal((8, 6, 2), (even.TruePositives, even.FalsePositives, even.FalseNegatives));
        Assert.Equal(9, curve.Points[0].TruePositives, 1e-12);
        Assert.Equal(1, curve.Points[0].FalseNegatives, 1e-12);
    }

    [Fact]
    public void Points_WideRange_StayFew()
    {
        var curve = ThresholdCurve.Expected([new(-1e6, 1), new(1e6, 1)]);

        Assert.InRange(curve.Points.Count, 500, 1002);
    }
}
