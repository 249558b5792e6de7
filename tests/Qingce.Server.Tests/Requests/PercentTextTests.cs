using CsCheck;
using Qingce.Server.Requests;

namespace Qingce.Server.Tests.Requests;

public sealed class PercentTextTests
{
    [Theory]
    [InlineData("%E7%8E%8B%E8%8A%B3", "王芳")]
    [InlineData("police-0412", "police-0412")]
    [InlineData("%20x%20", "x")]
    public void Header_Written_IsRead(string written, string expected)
    {
        Assert.True(PercentText.TryRead(written, 100, out string text));
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("%E7%8E")]
    [InlineData("%zz")]
    [InlineData("abc%2")]
    [InlineData("%00")]
    [InlineData("a%0Ab")]
    [InlineData("%20")]
    [InlineData("ÿ")]
    public void Header_Broken_IsNotRead(string written) => Assert.False(PercentText.TryRead(written, 100, out _));

    [Fact]
    public void Text_Escaped_ComesBack() => Gen.String[Gen.Char['一', '龥'], 1, 100].Sample(text =>
        PercentText.TryRead(Uri.EscapeDataString(text), 100, out string read) && read == text);
}
