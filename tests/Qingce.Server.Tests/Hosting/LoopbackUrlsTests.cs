using Qingce.Server.Hosting;
using Qingce.Server.Languages;

namespace Qingce.Server.Tests.Hosting;

public sealed class LoopbackUrlsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://127.0.0.2:80; http://localhost:81")]
    public void Address_OfThisMachineAlone_IsTaken(string text) => Assert.True(LoopbackUrls.TryParse(text, out _, out _));

    [Theory]
    [InlineData("http://0.0.0.0:80", "other machines")]
    [InlineData("http://[::]:80", "other machines")]
    [InlineData("http://*:80", "other machines")]
    [InlineData("http://+:80", "other machines")]
    [InlineData("http://192.168.1.4:80", "other machines")]
    [InlineData("http://example.org:80", "other machines")]
    [InlineData("http://127.0.0.1:80;http://10.0.0.1:80", "other machines")]
    [InlineData("http://127.0.0.1.example.org", "other machines")]
    [InlineData("https://127.0.0.1:443", "http alone")]
    [InlineData("http://127.0.0.1:80/path", "alone")]
    [InlineData("ftp://127.0.0.1", "alone")]
    [InlineData("5080", "no address")]
    [InlineData(";", "empty")]
    public void Address_OthersCouldReach_IsRefusedWithWhatToDo(string text, string expected)
    {
        Assert.False(LoopbackUrls.TryParse(text, out _, out Phrase fault));
        Assert.Contains(expected, fault.English);
        Assert.NotEmpty(fault.Chinese);
    }
}
