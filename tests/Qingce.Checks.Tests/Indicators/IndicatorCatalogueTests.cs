using Qingce.Checks.Indicators;

namespace Qingce.Checks.Tests.Indicators;

public sealed class IndicatorCatalogueTests
{
    private static readonly string[] Tasks = ["review_pair", "visit", "check_papers", "confirm", "joint_file", "trace_source", "letter"];

    [Fact]
    public void National_Read_HasTwelveInOrder()
    {
        Assert.Equal(
            Enumerable.Range(1, 12).Select(number => $"I{number:00}"),
            IndicatorCatalogue.National.Indicators.Select(indicator => indicator.Id));
    }

    [Fact]
    public void National_Classes_AreNeverAReviewersAlone()
    {
        Assert.All(IndicatorCatalogue.National.Indicators, indicator => Assert.All(indicator.Classes, @class => Assert.Contains(@class, "DWSFA")));
    }

    [Fact]
    public void National_Ages_AreCountedAsAgesInChinese()
    {
        var units = IndicatorCatalogue.National.Indicators.SelectMany(indicator => indicator.Parameters).Where(parameter => parameter.Unit == "years")
            .ToDictionary(parameter => parameter.Id, parameter => parameter.ChineseUnit);

        Assert.Equal("岁", units["child_age"]);
        Assert.Equal("岁", units["youngest_parent"]);
        Assert.Equal("年", units["silent_years"]);
    }

    [Fact]
    public void National_Tasks_AreKnown()
    {
        Assert.All(IndicatorCatalogue.National.Indicators, indicator => Assert.Contains(indicator.Task, Tasks));
    }

    [Fact]
    public void National_Parameters_AreWithinTheirBoundsAndUnique()
    {
        foreach (IndicatorDefinition indicator in IndicatorCatalogue.National.Indicators)
        {
            Assert.Equal(indicator.Parameters.Count, indicator.Parameters.Select(parameter => parameter.Id).Distinct().Count());
            Assert.All(indicator.Parameters, parameter => Assert.InRange(parameter.Default, parameter.Min, parameter.Max));
            Assert.All(indicator.Parameters, parameter => Assert.Contains(parameter.Type, new[] { "integer", "number" }));
            Assert.All(indicator.Parameters, parameter => Assert.True(!parameter.IsInteger || parameter.Default == Math.Floor(parameter.Default)));
        }
    }

    [Fact]
    public void Indexer_UnknownId_Throws() => Assert.Throws<ArgumentException>(() => IndicatorCatalogue.National["I13"]);
}
