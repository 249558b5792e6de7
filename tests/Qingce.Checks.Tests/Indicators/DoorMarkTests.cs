using System.Text;
using Qingce.Checks.Indicators.EmptyHouseholds;

namespace Qingce.Checks.Tests.Indicators;

public sealed class DoorMarkTests
{
    private static ulong Of(string address, int township = 220183001) => DoorMark.Of(Encoding.UTF8.GetBytes(address), township);

    [Theory]
    [InlineData("吉林省长春市德惠市建设街道人民大路1号2栋101室", "建设街道人民大路1号2栋101室")]
    [InlineData("人民路1号2栋101室", "人民路１号２栋１０１室")]
    [InlineData("人民路1号2栋101室", "人民路1号2幢101")]
    public void Mark_OfTwoWritingsOfOneDoor_IsOne(string one, string other) => Assert.Equal(Of(one), Of(other));

    [Theory]
    [InlineData("人民路1号2栋101室", "人民路1号2栋102室")]
    [InlineData("人民路1号2栋101室", "建设路1号2栋101室")]
    public void Mark_OfTwoDoors_Differs(string one, string other) => Assert.NotEqual(Of(one), Of(other));

    [Fact]
    public void Mark_OfNoDoor_IsNone()
    {
        Assert.Equal(0UL, Of("幸福村3组"));
        Assert.Equal(0UL, Of("幸福村"));
        Assert.Equal(0UL, Of(""));
    }

    [Fact]
    public void Mark_OfAnotherTownship_Differs() => Assert.NotEqual(Of("人民路1号101室"), Of("人民路1号101室", 220183002));
}
