using Qingce.Checks.Findings;
using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.Away;
using Qingce.Checks.Tests.Input;
using Qingce.Standards;

namespace Qingce.Checks.Tests.Indicators;

public sealed class AwayCheckTests
{
    private const string Home = "110105001";
    private const string OtherTownship = "110105002";
    private const string OtherProvince = "440105001";

    private static readonly Person Person = new("R1") { Number = Numbers.Man1980 };

    private static InputFolder Spell(
        InputFolder folder, string file, string kind, string division, string from = "2024-01-01", string until = "", string employer = "", string status = "active") =>
        folder.Source(
            file, $"event_kind={kind}", $"event_date={from}", $"citizen_number={Person.Number}", "name=王建国", $"division={division}",
            $"valid_until={until}", $"counterpart_name={employer}", $"status={status}");

    private static string[] Found(InputFolder folder) => folder.Register(Person).Verify().Causes(Indicator.I07);

    private static string[] Found(string file, string kind, string division, string from = "2024-01-01", string until = "", string employer = "", string status = "active")
    {
        using InputFolder folder = new();
        return Found(Spell(folder, file, kind, division, from, until, employer, status));
    }

    [Theory]
    [InlineData("02-residence-permit", "issued")]
    [InlineData("21-lease", "leased")]
    [InlineData("16-medical-insurance", "insured")]
    [InlineData("13-pension-insurance", "pension")]
    [InlineData("09-social-assistance", "assistance")]
    public void Spell_InAnotherTownshipForHalfAYear_IsAway(string file, string kind)
    {
        Assert.Equal(["other_township:R1"], Found(file, kind, OtherTownship));
        Assert.Equal(["other_province:R1"], Found(file, kind, OtherProvince));
        Assert.Empty(Found(file, kind, Home));
    }

    [Theory]
    [InlineData("2025-06-30", 1)]
    [InlineData("2025-07-01", 0)]
    public void Spell_ShorterThanHalfAYear_IsNone(string from, int expected) =>
        Assert.Equal(expected, Found("02-residence-permit", "issued", OtherProvince, from).Length);

    [Fact]
    public void Sentence_OfAProvinceWithItsOwnMonths_QuotesThemAndNamesThePlace()
    {
        using InputFolder folder = new();
        IndicatorParameters parameters = ParameterFile.Read("{\"provinces\":{\"11\":{\"I07\":{\"months\":3}}}}"u8.ToArray()).Parameters!;
        RenderedFinding finding = Spell(folder, "02-residence-permit", "issued", "440106001").Register(Person)
            .Verify(request => request with { Parameters = parameters }).Single(Indicator.I07);

        Assert.Contains("广东省广州市天河区", finding.TextChinese);
        Assert.Contains("3个月以上", finding.TextChinese);
        Assert.Contains("for 3 months or more", finding.TextEnglish);
        Assert.DoesNotContain("440106", finding.TextChinese);
    }

    [Theory]
    [InlineData("440106", "广东省广州市天河区")]
    [InlineData("440106999", "广东省广州市天河区(440106999")]
    [InlineData("999999", "?")]
    public void PlaceName_WithoutAName_ShowsTheCodeInBrackets(string code, string expected) =>
        Assert.StartsWith(expected, PlaceName.Of(DivisionCode.Read(code).Code));

    [Fact]
    public void Spell_ThatEnded_IsNone()
    {
        Assert.Empty(Found("21-lease", "leased", OtherProvince, until: "2025-05-01"));
        Assert.Empty(Found("21-lease", "leased", OtherProvince, status: "ended"));
        Assert.Empty(Found("02-residence-permit", "issued", OtherProvince, status: "void"));
    }

    [Theory]
    [InlineData("14-employment", "employed", "")]
    [InlineData("15-labour-contract", "contract", "某公司")]
    [InlineData("16-medical-insurance", "insured", "某公司")]
    [InlineData("22-housing-fund", "insured", "某公司")]
    public void Job_Alone_IsACommuters(string file, string kind, string employer)
    {
        Assert.Empty(Found(file, kind, OtherTownship, employer: employer));
        Assert.Empty(Found(file, kind, OtherProvince, employer: employer));
    }

    [Fact]
    public void Pupil_InTheNextTownship_GoesThereFromHome()
    {
        Assert.Empty(Found("18-school", "enrolled", OtherTownship));
        Assert.Equal(["other_province:R1"], Found("18-school", "enrolled", OtherProvince));
    }

    [Fact]
    public void Division_OfTheCountyAlone_SaysNothingAboutTheTownship() => Assert.Empty(Found("02-residence-permit", "issued", "110105"));

    [Fact]
    public void Lease_WithASignAtHome_IsOutweighed()
    {
        using InputFolder folder = new();
        Spell(folder, "21-lease", "leased", OtherProvince);
        Spell(folder, "12-health-record", "contact", Home, "2025-10-01", status: "");
        Assert.Empty(Found(folder));
    }

    [Fact]
    public void Lease_WithASignAtHomeLongAgo_Stands()
    {
        using InputFolder folder = new();
        Spell(folder, "21-lease", "leased", OtherProvince);
        Spell(folder, "12-health-record", "contact", Home, "2023-10-01", status: "");
        Assert.Equal(["other_province:R1"], Found(folder));
    }

    [Fact]
    public void Permit_OfAnotherNameWithThatNumber_IsSomebodyElses()
    {
        using InputFolder folder = new();
        Spell(folder, "02-residence-permit", "issued", OtherProvince);
        Assert.Empty(folder.Register(Person with { Name = "李大山" }).Verify().Causes(Indicator.I07));
    }

    [Theory]
    [InlineData("110105", "110101", nameof(AwayCause.DistrictOfSameCity))]
    [InlineData("320102", "320104", nameof(AwayCause.DistrictOfSameCity))]
    [InlineData("320102", "320182", nameof(AwayCause.OtherCounty))]
    [InlineData("320581", "320582", nameof(AwayCause.OtherCounty))]
    [InlineData("429004", "429005", nameof(AwayCause.OtherCounty))]
    [InlineData("320102", "320502", nameof(AwayCause.OtherCity))]
    [InlineData("320102", "110105", nameof(AwayCause.OtherProvince))]
    public void Distance_OfTwoCounties_IsTold(string home, string place, string expected) =>
        Assert.Equal(expected, AwayDecision.Distance(DivisionCode.Read(home.AsSpan()).Code, DivisionCode.Read(place.AsSpan()).Code).ToString());

    [Fact]
    public void Signs_ForTwoPlaces_AreNotAddedUp()
    {
        DivisionCode home = DivisionCode.Read(Home.AsSpan()).Code;
        AwaySettings settings = AwaySettings.From(IndicatorParameters.Defaults.Of("I07"));
        AwayFact[] facts =
        [
            new(0, AwayKind.Job, 0, DivisionCode.OfCounty(440105), SourceRef.None),
            new(0, AwayKind.Contact, 0, DivisionCode.OfCounty(510104), SourceRef.None),
        ];
        Assert.Equal(AwayCause.None, AwayDecision.Decide(facts, home, false, settings, 10).Cause);
    }
}
