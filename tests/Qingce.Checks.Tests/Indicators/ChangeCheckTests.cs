using Qingce.Checks.Indicators;
using Qingce.Checks.Indicators.IdentityChanges;
using Qingce.Checks.Tests.Input;
using Qingce.Standards;

namespace Qingce.Checks.Tests.Indicators;

public sealed class ChangeCheckTests
{
    private static readonly Person Person = new("R1") { Number = Numbers.Man1980 };

    private static string[] Change(string day, string field, string before, string after) =>
        ["registration_id=R1", $"changed_on={day}", $"field={field}", $"old_value={before}", $"new_value={after}"];

    private static string[] Found(Person person, params string[][] changes)
    {
        using InputFolder folder = new();
        folder.Register(person);
        foreach (string[] change in changes)
        {
            folder.Change(change);
        }

        return folder.Verify().Causes(Indicator.I02);
    }

    [Theory]
    [InlineData("2021-05-01", new[] { "name_too_often:R1" })]
    [InlineData("2014-05-01", new string[0])]
    public void Names_ChangedTwiceWithinTheWindow_AreTooMany(string second, string[] expected) =>
        Assert.Equal(expected, Found(Person, Change("2020-01-01", "name", "王强", "王刚"), Change(second, "name", "王刚", "王建国")));

    [Fact]
    public void Name_ChangedInItsWritingOnly_DoesNotCount() =>
        Assert.Empty(Found(Person, Change("2020-01-01", "name", "王强", "王建国"), Change("2021-01-01", "name", "王建國", "王建国")));

    [Fact]
    public void Changes_OfOneDay_AreOne() =>
        Assert.Empty(Found(
            Person,
            Change("2020-01-01", "name", "王强", "王建国"),
            Change("2020-01-01", "birth_date", "1980-05-10", "1980-05-17"),
            Change("2020-01-01", "citizen_number", Numbers.Of("1980-05-10", 11), Numbers.Man1980)));

    [Fact]
    public void Numbers_ChangedTwice_AreTooMany() =>
        Assert.Equal(
            ["number_too_often:R1"],
            Found(
                Person,
                Change("2020-01-01", "citizen_number", Numbers.Of("1980-05-17", 31), Numbers.Of("1980-05-17", 33)),
                Change("2021-01-01", "citizen_number", Numbers.Of("1980-05-17", 33), Numbers.Man1980)));

    [Fact]
    public void Number_Expanded_DoesNotCount() =>
        Assert.Empty(Found(
            Person,
            Change("2020-01-01", "citizen_number", "110105800517011", Numbers.Man1980),
            Change("2021-01-01", "citizen_number", "110105800517011", Numbers.Man1980)));

    [Fact]
    public void BirthDates_ChangedTwice_AreTooMany() =>
        Assert.Equal(
            ["birth_date_too_often:R1"],
            Found(Person, Change("2020-01-01", "birth_date", "1980-05-10", "1980-05-11"), Change("2021-01-01", "birth_date", "1980-05-11", "1980-05-17")));

    [Theory]
    [InlineData("1962-05-17", "1958-05-17", 60)]
    [InlineData("2005-05-17", "2001-05-17", 16)]
    [InlineData("2001-05-17", "2002-12-17", 18)]
    [InlineData("1980-05-17", "1984-05-17", 0)]
    [InlineData("1960-03-01", "1960-01-02", 0)]
    [InlineData("1960-05-00", "1958-05-17", 0)]
    public void AgeCrossed_OnTheDayOfTheChange_IsTold(string before, string after, int expected) =>
        Assert.Equal(
            expected,
            ChangeDecision.AgeCrossed(
                BirthDate.Read(before.AsSpan()).Date.Code, BirthDate.Read(after.AsSpan()).Date.Code, DayNumber.Of(new DateOnly(2020, 1, 15)), 180));

    [Fact]
    public void BirthDate_MovedAcrossSixty_IsFound() =>
        Assert.Equal(["age_moved:R1"], Found(Person, Change("2020-01-15", "birth_date", "1962-05-17", "1958-05-17")));

    [Theory]
    [InlineData("points", "2019-12-01", new[] { "before_settlement:R1" })]
    [InlineData("points", "2018-12-01", new string[0])]
    [InlineData("points", "2020-02-01", new string[0])]
    [InlineData("joined_spouse", "2019-12-01", new string[0])]
    public void Change_ShortlyBeforeASettlement_IsFound(string reason, string day, string[] expected) =>
        Assert.Equal(
            expected,
            Found(
                Person with { MovedInOn = "2020-01-15", MovedInFor = reason, MovedInFrom = "440105" },
                Change(day, "birth_date", "1980-05-10", "1980-05-17")));

    [Theory]
    [InlineData("2006-05-17", new[] { "before_exam:R1" })]
    [InlineData("2014-05-17", new string[0])]
    public void Change_ShortlyBeforeAnAdmissionFromFourteen_IsFound(string birth, string[] expected)
    {
        using InputFolder folder = new();
        string number = Numbers.Of(birth, 11);
        folder.Register(Person with { Birth = birth, Number = number }).Change(Change("2021-06-01", "name", "王强", "王建国"))
            .Source("19-school-admission", "event_kind=admitted", "event_date=2021-09-01", $"citizen_number={number}", "name=王建国", "status=");
        Assert.Equal(expected, folder.Verify().Causes(Indicator.I02));
    }

    [Fact]
    public void Changes_OfACancelledRegistration_AreLeftAlone() =>
        Assert.Empty(Found(
            Person with { CancelledFor = "death" }, Change("2020-01-01", "name", "王强", "王刚"), Change("2021-01-01", "name", "王刚", "王建国")));
}
