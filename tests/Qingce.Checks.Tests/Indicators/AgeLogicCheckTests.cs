using Qingce.Checks.Indicators;
using Qingce.Checks.Tests.Input;

namespace Qingce.Checks.Tests.Indicators;

public sealed class AgeLogicCheckTests
{
    private static readonly Person Man = new("R1") { Birth = "1980-05-17", RegisteredOn = "1980-06-01", RegisteredFor = "birth" };

    [Theory]
    [InlineData("1904-12-31", "over_age:R1")]
    [InlineData("1904", "over_age:R1")]
    [InlineData("1905-01-01", null)]
    [InlineData("1905", null)]
    [InlineData("1980-02-30", "birth_impossible:R1")]
    [InlineData("2026-03-01", "born_in_future:R1")]
    [InlineData("", null)]
    public void BirthDate_ThatCannotBe_IsFound(string birth, string? cause)
    {
        using InputFolder folder = new();
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(Man with { Birth = birth, RegisteredOn = "" }).Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("1980-05-16", "born_after_registration:R1")]
    [InlineData("1980-05-17", null)]
    public void Registration_BeforeBirth_IsFound(string registeredOn, string? cause)
    {
        using InputFolder folder = new();
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(Man with { RegisteredOn = registeredOn }).Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("1", "2004-01-01", "110105001001", "20", "status_under_age:R1")]
    [InlineData("1", "2003-12-31", "110105001001", "20", null)]
    [InlineData("1", "2004-01-01", "110105001001", "10", null)]
    [InlineData("1", "2004-01-01", "650102001001", "20", null)]
    [InlineData("2", "2006-01-01", "110105001001", "已婚", "status_under_age:R1")]
    [InlineData("2", "2005-12-31", "110105001001", "已婚", null)]
    public void MaritalStatus_BelowTheLegalAge_IsFound(string sex, string birth, string division, string status, string? cause)
    {
        using InputFolder folder = new();
        Person person = Man with { Sex = sex, Birth = birth, Division = division, Marital = status, RegisteredOn = "" };
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(person).Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("20", "1966-05-18", "parent_too_young:R1;R2")]
    [InlineData("20", "1966-05-17", null)]
    [InlineData("20", "1919-05-16", "parent_too_old:R1;R2")]
    [InlineData("20", "1920-05-17", null)]
    [InlineData("27", "1966-05-18", null)]
    [InlineData("28", "1975-05-18", null)]
    public void Child_GapToTheHead_IsBounded(string relation, string headBirth, string? cause)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Birth = headBirth, RegisteredOn = "" });
        folder.Register(Man with { Id = "R2", Relation = relation, Name = "王小明", RegisteredOn = "" });
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("51", "parent_too_young:R1;R2")]
    [InlineData("53", null)]
    [InlineData("57", null)]
    public void Parent_GapToTheHead_IsBounded(string relation, string? cause)
    {
        using InputFolder folder = new();
        folder.Register(Man);
        folder.Register(Man with { Id = "R2", Relation = relation, Birth = "1970-01-01", Name = "王大山", RegisteredOn = "" });
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I03));
    }

    [Fact]
    public void Spouse_Minor_IsFound()
    {
        using InputFolder folder = new();
        folder.Register(Man).Register(Man with { Id = "R2", Relation = "12", Sex = "2", Birth = "2008-01-01", Name = "李梅", RegisteredOn = "" });
        Assert.Equal(["minor_spouse:R2"], folder.Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("51", "family", "minor_head:R1")]
    [InlineData("99", "family", null)]
    [InlineData("51", "collective", null)]
    public void Head_MinorBesideAnAdultRelative_IsFound(string relation, string type, string? cause)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Birth = "2010-01-01", RegisteredOn = "", HouseholdType = type });
        folder.Register(Man with { Id = "R2", Relation = relation, Name = "王大山", HouseholdType = type });
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("21", "2009-01-01", "education_too_early:R1")]
    [InlineData("21", "2003-01-01", null)]
    [InlineData("81", "2015-01-01", null)]
    public void Education_BeforeItsAge_IsFound(string education, string birth, string? cause)
    {
        using InputFolder folder = new();
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Register(Man with { Birth = birth, Education = education, RegisteredOn = "" }).Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("18-school", "enrolled", "1984-05-16", "王建国", "school_too_early:R1")]
    [InlineData("18-school", "enrolled", "1984-05-17", "王建国", null)]
    [InlineData("18-school", "enrolled", "1984-05-16", "赵丽华", null)]
    [InlineData("19-school-admission", "admitted", "1983-09-01", "王建国", "school_too_early:R1")]
    [InlineData("14-employment", "employed", "1996-05-16", "王建国", "work_too_early:R1")]
    [InlineData("14-employment", "employed", "1996-05-17", "王建国", null)]
    [InlineData("15-labour-contract", "contract", "1990-05-17", "王建国", "work_too_early:R1")]
    [InlineData("02-residence-permit", "issued", "1979-05-17", "王建国", "permit_before_birth:R1")]
    [InlineData("03-identity-card", "issued", "1999-05-17", "王建国", null)]
    public void SourceRow_BeforeItsAge_IsFound(string file, string kind, string day, string name, string? cause)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Number = Numbers.Man1980 });
        folder.Source(file, $"event_kind={kind}", $"event_date={day}", $"citizen_number={Numbers.Man1980}", $"name={name}");
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I03));
    }

    [Theory]
    [InlineData("2002-05-16", "110105", "active", "married_under_age:R1")]
    [InlineData("2002-05-17", "110105", "active", null)]
    [InlineData("2002-05-16", "110105", "void", null)]
    [InlineData("2000-05-17", "650102", "active", null)]
    [InlineData("2000-05-16", "650102", "active", "married_under_age:R1")]
    public void Marriage_BelowTheAgeOfThatDateAndPlace_IsFound(string day, string place, string status, string? cause)
    {
        using InputFolder folder = new();
        folder.Register(Man with { Number = Numbers.Man1980 });
        folder.Source(
            "05-marriage", "event_kind=married", $"event_date={day}", "name=李梅", $"counterpart_citizen_number={Numbers.Man1980}",
            "counterpart_name=王建国", $"division={place}", $"status={status}");
        string[] expected = cause is null ? [] : [cause];
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I03));
    }
}
