using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;
using Qingce.Checks.Verification;

namespace Qingce.Checks.Tests.Indicators;

public sealed class CitizenNumberCheckTests
{
    // From the standard: a woman born on 1949-12-31 in 110105.
    private static readonly Person Right = new("R1") { Number = "11010519491231002X", Birth = "1949-12-31", Sex = "2" };

    [Theory]
    [InlineData("110105194912310021", "checksum")]
    [InlineData("110105194913310026", "impossible_date")]
    [InlineData("110105491231002", "fifteen_digits")]
    [InlineData("111111111111111111", "placeholder")]
    [InlineData("1.10105E+17", "spreadsheet_rounded")]
    [InlineData("110105194912310000", "spreadsheet_rounded|placeholder")]
    [InlineData("11010519491231", "unreadable")]
    [InlineData("1101051949123100AB", "unreadable")]
    [InlineData("110105********002X", "unreadable")]
    public void Number_WithFault_IsFoundWithItsCause(string number, string cause)
    {
        using InputFolder folder = new();
        string[] found = folder.Register(Right with { Number = number }).Verify().Causes(Indicator.I04);
        Assert.Contains(found, one => cause.Split('|').Any(allowed => one == $"{allowed}:R1"));
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("")]
    [InlineData("无")]
    public void Number_RightOrEmpty_IsNotFound(string number)
    {
        using InputFolder folder = new();
        Assert.Empty(folder.Register(Right with { Number = number }).Verify().Causes(Indicator.I04));
    }

    [Theory]
    [InlineData("1949-12-30", "birth_mismatch:R1")]
    [InlineData("1949-11", "birth_mismatch:R1")]
    [InlineData("1950", "birth_mismatch:R1")]
    [InlineData("1949-12", null)]
    [InlineData("1949", null)]
    public void BirthDate_ComparedAsFarAsKnown(string birth, string? cause)
    {
        using InputFolder folder = new();
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(Right with { Birth = birth }).Verify().Causes(Indicator.I04));
    }

    [Theory]
    [InlineData("1", "sex_mismatch:R1")]
    [InlineData("男", "sex_mismatch:R1")]
    [InlineData("0", null)]
    [InlineData("女", null)]
    public void Sex_AgainstTheSequence_IsFound(string sex, string? cause)
    {
        using InputFolder folder = new();
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(Right with { Sex = sex }).Verify().Causes(Indicator.I04));
    }

    [Fact]
    public void Prefix_NeverInForce_IsAHintOnly()
    {
        using InputFolder folder = new();
        VerificationResult result = folder.Register(Right with { Number = "440524188001010014", Birth = "1880-01-01", Sex = "1" }).Verify();
        Assert.DoesNotContain(result.Findings(), finding => finding.Indicator == Indicator.I04 && finding.IsReportable);
    }

    [Fact]
    public void Number_OfACancelledRegistration_IsNotLookedAt()
    {
        using InputFolder folder = new();
        Assert.Empty(folder.Register(Right with { Number = "110105194912310021", CancelledFor = "death" }).Verify().Causes(Indicator.I04));
    }

    [Fact]
    public void LunarTwin_IsSaidSo()
    {
        using InputFolder folder = new();
        RenderedFinding finding = folder.Register(Right with { Birth = "1950-02-17" }).Verify().Single(Indicator.I04);
        Assert.Contains("1949-12-31", finding.TextChinese, StringComparison.Ordinal);
        Assert.Contains("1950-02-17", finding.TextEnglish, StringComparison.Ordinal);
    }
}
