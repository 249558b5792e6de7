using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class MarriageCheckTests
{
    private static readonly string HisNumber = Numbers.Man1980;
    private static readonly string HerNumber = Numbers.Of("1982-01-01", 22);
    private static readonly string OtherNumber = Numbers.Of("1985-01-01", 24);
    private static readonly Person Man = new("R1") { Number = HisNumber };
    private static readonly Person Woman =
        new("R2") { Household = "H2", Name = "李梅", Sex = "2", Birth = "1982-01-01", Number = HerNumber };

    private static string[] Events(string number, string name) =>
        [$"citizen_number={HisNumber}", "name=王建国", $"counterpart_citizen_number={number}", $"counterpart_name={name}", "division=110105"];

    private static InputFolder Married(InputFolder folder, string day, string number, string name = "李梅", string status = "active") =>
        folder.Source("05-marriage", [.. Events(number, name), "event_kind=married", $"event_date={day}", $"status={status}"]);

    private static InputFolder Divorced(InputFolder folder, string day, string number, string name = "李梅") =>
        folder.Source("06-divorce", [.. Events(number, name), "event_kind=divorced", $"event_date={day}"]);

    private static string[] Found(InputFolder folder) => folder.Verify().Causes(Indicator.I06);

    [Theory]
    [InlineData("10", "20", "2015-05-01", new[] { "married_on_record:R1" })]
    [InlineData("10", "10", "2015-05-01", new[] { "married_on_record:R1", "married_on_record:R2" })]
    [InlineData("21", "22", "2015-05-01", new string[0])]
    [InlineData("90", "20", "2015-05-01", new string[0])]
    [InlineData("10", "20", "2025-10-02", new[] { "married_on_record:R1" })]
    [InlineData("10", "20", "2025-10-03", new string[0])]
    public void Marriage_NotInTheRegisterAfterTheGrace_IsFound(string his, string hers, string day, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = his }).Register(Woman with { Marital = hers });
        Assert.Equal(expected, Found(Married(folder, day, HerNumber)));
    }

    [Fact]
    public void Marriage_Annulled_IsNone()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "10" });
        Assert.Empty(Found(Married(folder, "2015-05-01", HerNumber, status: "void")));
    }

    [Fact]
    public void Divorce_WithoutTheOthersNumber_IsNotTheSonsOfALikeName()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "40" })
            .Register(Woman with { Id = "R3", Household = "H1", Relation = "30", Name = "李梅", Marital = "10", Birth = "2011-01-01", Number = "" });
        Assert.Empty(Found(Divorced(folder, "2018-05-01", "")));
    }

    [Fact]
    public void Marriage_WithoutTheOthersNumber_IsThatOfTheSpouseInTheHousehold()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "20" }).Register(Woman with { Household = "H1", Relation = "12", Marital = "10" });
        Assert.Contains("married_on_record:R2", Found(Married(folder, "2015-05-01", "")));
    }

    [Fact]
    public void Marriage_OfAnotherNameWithThatNumber_IsSomebodyElses()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "10", Name = "赵大川" });
        Assert.Empty(Found(Married(folder, "2015-05-01", HerNumber)));
    }

    [Theory]
    [InlineData("20", 2004, new[] { "divorced_on_record:R1" })]
    [InlineData("21", 2004, new[] { "divorced_on_record:R1" })]
    [InlineData("40", 2004, new string[0])]
    [InlineData("10", 2004, new[] { "once_married_on_record:R1" })]
    [InlineData("22", 2004, new string[0])]
    [InlineData("20", 2019, new[] { "divorced_on_record:R1" })]
    [InlineData("20", 2027, new string[0])]
    public void Divorce_NotInTheRegister_IsFoundWhereARemarriageWouldBeKnown(string status, int coveredFrom, string[] expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = status }).Cover("110000", coveredFrom, 5, 6);
        Assert.Equal(expected, Found(Divorced(Married(folder, "2015-05-01", HerNumber), "2018-05-01", HerNumber)));
    }

    [Fact]
    public void Divorce_WithAnotherSpouseInTheHousehold_IsNotStale()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "20" }).Cover("110000", 2019, 5, 6)
            .Register(Woman with { Id = "R3", Household = "H1", Relation = "12", Name = "孙芳", Birth = "1985-01-01", Number = OtherNumber, Marital = "20" });
        Assert.Empty(Found(Divorced(Married(folder, "2015-05-01", HerNumber), "2018-05-01", HerNumber)));
    }

    [Fact]
    public void Divorce_FollowedByARemarriage_IsInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "22" }).Cover("110000", 2004, 5, 6);
        Married(folder, "2015-05-01", HerNumber);
        Divorced(folder, "2018-05-01", HerNumber);
        Assert.Empty(Found(Married(folder, "2020-05-01", OtherNumber, "孙芳")));
    }

    [Theory]
    [InlineData("110105001001", "no_divorce_on_record:R1")]
    [InlineData("440105001001", null)]
    public void DivorcedInTheRegister_WithoutARecordAtEitherPlace_IsFoundWhenBothAreCovered(string herPlace, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "40" }).Register(Woman with { Marital = "20", Division = herPlace }).Cover("110000", 2004, 5, 6);
        Assert.Equal(expected is null ? [] : [expected], Found(Married(folder, "2015-05-01", HerNumber)));
    }

    [Theory]
    [InlineData("", "spouse_is_alive:R1")]
    [InlineData("death", null)]
    public void WidowedInTheRegister_WithALivingSpouse_IsFound(string herEnd, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "30" }).Register(Woman with { Marital = "20", CancelledFor = herEnd });
        Assert.Equal(expected is null ? [] : [expected], Found(Married(folder, "2015-05-01", HerNumber)));
    }

    [Theory]
    [InlineData(2004, false, "two_spouses:R1")]
    [InlineData(2004, true, null)]
    [InlineData(2019, false, null)]
    public void Marriages_TwoWithoutADivorceBetween_AreFoundInsideCoverage(int coveredFrom, bool divorced, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "20" }).Register(Woman with { Marital = divorced ? "40" : "20" }).Cover("110000", coveredFrom, 5, 6);
        Married(folder, "2015-05-01", HerNumber);
        if (divorced)
        {
            Divorced(folder, "2017-05-01", HerNumber);
        }

        Assert.Equal(expected is null ? [] : [expected], Found(Married(folder, "2018-05-01", OtherNumber, "孙芳")));
    }

    [Fact]
    public void Marriages_AfterTheDeathOfTheFirstSpouse_AreInOrder()
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = "22" }).Register(Woman with { Marital = "20" }).Cover("110000", 2004, 5, 6)
            .Source("11-death-certificate", "event_kind=died", "event_date=2017-01-01", $"citizen_number={HerNumber}", "name=李梅", "status=");
        Married(folder, "2015-05-01", HerNumber);
        Assert.Empty(Found(Married(folder, "2018-05-01", OtherNumber, "孙芳")));
    }

    [Theory]
    [InlineData("20", "10", "", "spouse_on_one_side:R2")]
    [InlineData("40", "20", "", "spouse_on_one_side:R1")]
    [InlineData("20", "20", "", null)]
    [InlineData("20", "90", "", null)]
    [InlineData("20", "10", "2025-12-01", null)]
    public void Couple_OfOneHousehold_DisagreesUnlessJustMovedIn(string his, string hers, string movedIn, string? expected)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Marital = his })
            .Register(Woman with { Household = "H1", Relation = "12", Marital = hers, MovedInOn = movedIn });
        Assert.Equal(expected is null ? [] : [expected], Found(folder));
    }
}
