using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Places;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("51", 510000000000, DivisionLevel.Province)]
    [InlineData("5101", 510100000000, DivisionLevel.City)]
    [InlineData("510107", 510107000000, DivisionLevel.County)]
    [InlineData("510107001", 510107001000, DivisionLevel.Township)]
    [InlineData("510107001003", 510107001003, DivisionLevel.Village)]
    [InlineData(" ５１０１０７ ", 510107000000, DivisionLevel.County)]
    public void Read_Code_IsPaddedAndLevelled(string text, long value, DivisionLevel level)
    {
        var reading = DivisionCode.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(DivisionCodeFault.None, reading.Fault);
        Assert.Equal(value, reading.Code.Value);
        Assert.Equal(level, reading.Code.Level);
        Assert.Equal(reading, DivisionCode.Read(text));
    }

    [Theory]
    [InlineData("", DivisionCodeFault.Missing)]
    [InlineData("  ", DivisionCodeFault.Missing)]
    [InlineData("51010", DivisionCodeFault.Length)]
    [InlineData("5101070010031", DivisionCodeFault.Length)]
    [InlineData("51O107", DivisionCodeFault.Character)]
    [InlineData("991010", DivisionCodeFault.Province)]
    [InlineData("000000", DivisionCodeFault.Province)]
    public void Read_Faulty_TellsTheCause(string text, DivisionCodeFault fault)
    {
        Assert.Equal(fault, DivisionCode.Read(text).Fault);
        Assert.True(DivisionCode.Read(text).Code.IsNone);
    }

    [Fact]
    public void Contains_Ancestors_ContainTheirOwn() => Gen.Long[110_000_000_000, 659_999_999_999].Sample(value =>
    {
        var code = DivisionCode.FromValue(value);
        for (var one = code; !one.IsNone; one = one.Parent)
        {
            Assert.True(one.Contains(code));
            Assert.Equal(one == code, code.Contains(one));
        }

        Assert.Equal(code, DivisionCode.Read(code.ToString()).Code.IsNone ? code : DivisionCode.Read(code.ToString()).Code);
    });
}
