using System.Text;
using Qingce.Checks.Indicators;

namespace Qingce.Checks.Tests.Indicators;

public sealed class ParameterFileTests
{
    [Fact]
    public void Read_NationalAndProvince_ProvinceWinsOverNationalOverDefault()
    {
        IndicatorParameters parameters = Good(
            """{"formatVersion":1,"national":{"I06":{"grace_days":100},"I05":{"silent_years":4}},"provinces":{"32":{"I06":{"grace_days":60}},"440000":{}}}""");

        Assert.Equal(60, parameters.Of("I06", 32).Whole("grace_days"));
        Assert.Equal(100, parameters.Of("I06", 44).Whole("grace_days"));
        Assert.Equal(100, parameters.Of("I06").Whole("grace_days"));
        Assert.Equal(4, parameters.Of("I05", 32).Whole("silent_years"));
        Assert.Equal(30, parameters.Of("I05", 32).Whole("grace_days"));
        Assert.Equal([32, 44], parameters.Provinces);
    }

    [Fact]
    public void PerProvince_OneOverride_StandsAtItsIndexAlone()
    {
        int[] days = Good("""{"provinces":{"32":{"I12":{"days":30}}}}""").PerProvince("I12", values => values.Whole("days"));

        Assert.Equal(30, days[32]);
        Assert.Equal(90, days[33]);
        Assert.Equal(100, days.Length);
    }

    [Fact]
    public void Read_ByteOrderMarkAndComments_AreAccepted() =>
        Assert.NotNull(ParameterFile.Read(Encoding.UTF8.GetPreamble().Concat("{/* none */}"u8.ToArray()).ToArray()).Parameters);

    [Theory]
    [InlineData("""{"national":{"I99":{}}}""", "national.I99", "is not an indicator")]
    [InlineData("""{"national":{"I06":{"grace":1}}}""", "national.I06.grace", "is not a parameter of I06; it has grace_days")]
    [InlineData("""{"national":{"I04":{"x":1}}}""", "national.I04.x", "it has none")]
    [InlineData("""{"national":{"I06":{"grace_days":-1}}}""", "national.I06.grace_days", "from 0 to 730 days, not -1")]
    [InlineData("""{"national":{"I06":{"grace_days":1.5}}}""", "national.I06.grace_days", "whole number of days, not 1.5")]
    [InlineData("""{"national":{"I06":{"grace_days":"90"}}}""", "national.I06.grace_days", "number of days, not text")]
    [InlineData("""{"national":{"I06":{"grace_days":1e400}}}""", "national.I06.grace_days", "")]
    [InlineData("""{"national":{"I06":90}}""", "national.I06", "must be an object")]
    [InlineData("""{"provinces":{"Jiangsu":{}}}""", "provinces.Jiangsu", "is not a province")]
    [InlineData("""{"provinces":{"32":{},"320000":{}}}""", "provinces.320000", "already named")]
    [InlineData("""{"provinces":{"32":{"I05":{"silent_age":80}}}}""", "provinces.32.I05.silent_age", "may not be changed")]
    [InlineData("""{"formatVersion":2}""", "formatVersion", "must be 1")]
    [InlineData("""{"formatVersion":"1"}""", "formatVersion", "must be 1")]
    [InlineData("""{"indicators":{}}""", "indicators", "is not known")]
    [InlineData("""[]""", "", "the file must be an object, not a list")]
    [InlineData("""{"national":""", "", "line 1, byte 13 is not JSON")]
    public void Read_Faulty_SaysWhereAndWhat(string text, string path, string message)
    {
        ParameterReading reading = ParameterFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Parameters);
        ParameterFault fault = Assert.Single(reading.Faults);
        Assert.Equal(path, fault.Path);
        Assert.Contains(message, fault.English);
        Assert.StartsWith(path, fault.English);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", fault.Chinese);
        Assert.DoesNotMatch("[a-z]+ [a-z]+", fault.Chinese);
    }

    [Fact]
    public void Read_SeveralFaults_NamesThemAll() =>
        Assert.Equal(3, ParameterFile.Read("""{"national":{"I99":{},"I06":{"grace":1}},"x":0}"""u8.ToArray()).Faults.Count);

    private static IndicatorParameters Good(string text) =>
        ParameterFile.Read(Encoding.UTF8.GetBytes(text)).Parameters ?? throw new InvalidOperationException("The file is faulty.");
}
