using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class HanAndDigitsTests
{
    [Theory]
    [InlineData("兰山区朝阳西街212号19栋", true)]
    [InlineData("一龥龿0123456789一龥龿", true)]
    [InlineData("兰山区朝阳西街212号 19栋", false)]
    [InlineData("兰山区朝阳西街212号㐂栋", false)]
    [InlineData("兰山区朝阳西街212号䶮栋", false)]
    [InlineData("兰山区朝阳西街212号ꀀ栋", false)]
    [InlineData("兰山区朝阳西街212号１栋", false)]
    public void Are_Text_OnlyOfHanAndDigits(string text, bool are) => Assert.Equal(are, HanAndDigits.Are(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Are_AnyBytes_AsTheyAreByteByByte()
    {
        var plain = Gen.String[Gen.Char["0189一龥龿王栋号"], 6, 30].Select(Encoding.UTF8.GetBytes);
        var odd = Gen.Select(plain, Gen.Byte, Gen.Int[0, 60], (bytes, other, at) =>
        {
            bytes[at % bytes.Length] = other;
            return bytes;
        });
        Gen.OneOf(plain, odd, plain.Select(bytes => bytes[1..])).Where(bytes => bytes.Length is >= 16 and <= 61)
            .Sample(bytes => HanAndDigits.AreVectors(bytes) == HanAndDigits.AreBytes(bytes), iter: 20_000);
    }
}
