using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class LabelCalibrationTests
{
    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.8, -4)]
    [InlineData(1, 0)]
    public void Fit_WeightsThatAreTooSure_FindsTheirCurve(double slope, double offset)
    {
        var fitted = LabelCalibration.Fit(Labels(slope, offset, 6000, 1), 0);

        Assert.Equal(slope, fitted.Slope, 0.06);
        Assert.Equal(offset, fitted.Offset, 0.4);
    }

    [Fact]
    public void Fit_LabelsInAnyOrder_GivesTheSame()
    {
        var labels = Labels(0.7, 1, 300, 2);
        var expected = LabelCalibration.Fit(labels, 0);

        Gen.Shuffle(labels.ToArray()).Sample(
            order => LabelCalibration.Fit(order, 0) is var fitted && Math.Abs(fitted.Slope - expected.Slope) < 1e-6 && Math.Abs(fitted.BestThreshold - expected.BestThreshold) < 1e-9,
            iter: 20);
    }

    [Fact]
    public void Fit_MatchesAlone_IsRefused() => Assert.Throws<ArgumentException>(() => LabelCalibration.Fit([(3, 1), (5, 1)], 0));

    [Fact]
    public void At_BestThreshold_IsNeverWorseThanEvenOdds()
    {
        var fitted = LabelCalibration.Fit(Labels(0.6, 5, 500, 3), 0);

        Assert.True(fitted.At(fitted.BestThreshold).F1 >= fitted.At(0.5).F1);
    }

    [Fact]
    public void Apply_CalibratedModel_WeighsPairsByTheCurve()
    {
        var people = new InventedPeople(300, 0.4, 4);
        var table = people.ToTable();
        var linker = InventedPeople.Linker(table);
        var model = linker.Train(InventedPeople.Model, TestContext.Current.CancellationToken).Model;
        var fitted = LabelCalibration.Fit(Labels(0.7, 2, 2000, 5), 0);
        var (before, after) = (linker.Evidence(model), linker.Evidence(fitted.Apply(model)));

        var prior = model.Prior(table.Rows).Bits;
        for (var row = 1; row < table.Rows; row++)
        {
            var weight = before.Weight(row - 1, row);
            Assert.Equal(fitted.Slope * (weight - prior) + prior, after.Weight(row - 1, row), 0.01);
        }
    }

    [Fact]
    public void Fit_AllMatchesAndFewOthers_ThresholdStaysWhereItIs()
    {
        // Of a million pairs all matches were labelled and one in a thousand of the others.
        var random = new Random(6);
        var labels = Enumerable.Range(0, 1_000_000).Select(_ => random.NextDouble() * 60 - 50)
            .Select(w => (Weight: w, Match: random.NextDouble() < new MatchWeight(w).Probability ? 1d : 0))
            .Where(l => l.Match > 0 || random.Next(1000) == 0).ToList();

        var fitted = LabelCalibration.Fit(labels, -10);

        Assert.Equal(10, fitted.Offset, 1.0);
        Assert.InRange(MatchWeight.FromProbability(fitted.BestThreshold).Bits, -4, 4);
    }

    private static List<(double Weight, double Match)> Labels(double slope, double offset, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 40 - 20).Select(w => (w, random.NextDouble() < new MatchWeight(slope * w + offset).Probability ? 1d : 0))];
    }
}
