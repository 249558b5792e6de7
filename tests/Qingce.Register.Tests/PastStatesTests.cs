using System.Collections.Immutable;
using System.Globalization;

namespace Qingce.Register.Tests;

public sealed class PastStatesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2019-12-31", true, "")]
    [InlineData("2020-01-01", false, "2020-01-01")]
    [InlineData("9999-12-31", false, "2020-01-01")]
    public void State_BeforeTheDayOfCancellationThatWasDelivered_IsWithoutIt(string day, bool isLiving, string cancelledOn)
    {
        RegistrationContent state = Shown(Dead).StateOn(Day(day));

        Assert.Equal((true, isLiving, cancelledOn), (state.Exists, state.IsLiving, state[RegisterField.CancelledOn]));
        Assert.Equal(isLiving ? "" : "death", state[RegisterField.CancelledFor]);
        Assert.False(Decided(Dead).StateOn(new DateOnly(2010, 1, 1)).IsLiving);
    }

    [Theory]
    [InlineData("2015-02-03", "2014-05-06", "2015-02-02")]
    [InlineData("", "2014-05-06", "2014-05-05")]
    [InlineData("", "", "1980-05-16")]
    public void State_BeforeTheDayOfRegistrationThatWasDelivered_IsNotThere(string registeredOn, string movedInOn, string last)
    {
        RegistrationHistory history = Shown(Row((RegisterField.RegisteredOn, registeredOn), (RegisterField.MovedInOn, movedInOn)));

        Assert.False(history.StateOn(Day(last)).Exists);
        Assert.True(history.StateOn(Day(last).AddDays(1)).IsLiving);
    }

    [Theory]
    [InlineData("H9", "2000-01-01", "H9")]
    [InlineData("", "2009-12-31", null)]
    [InlineData("", "2010-01-01", "H1")]
    public void State_BeforeTheDayOfRegistration_IsThereWhereSomethingHadChanged(string found, string day, string? household)
    {
        RegistrationHistory history = Shown(
            Row((RegisterField.RegisteredOn, "2015-02-03")),
            new PastChange { ChangedOn = new DateOnly(2010, 1, 1), Field = RegisterField.HouseholdId, Old = found, New = "H1", RecordedAt = Start });

        RegistrationContent state = history.StateOn(Day(day));

        Assert.Equal((household is not null, household ?? ""), (state.Exists, state.HouseholdId));
    }

    [Fact]
    public void Cancellation_OfALaterFile_IsShownFromItsDayAsFarAsItWasKnown()
    {
        Change change = new(new Guid(1, 0, 0, new byte[8]), 1, ChangeKind.Delivery, new DateOnly(2026, 6, 1), Start.AddDays(9), "王警官", "", "delivery", "r.csv", [], null, false);
        ImmutableArray<FieldChange> fields =
        [
            new(RegisterField.Name, "王建国", "王建新"), new(RegisterField.CancelledOn, "", "2020-01-01"), new(RegisterField.CancelledFor, "", "death"),
        ];
        RegistrationHistory history = new("R1", Row().With(fields), Start, [new HistoryEntry(change, fields)], []);

        Assert.True(history.StateOn(new DateOnly(2019, 12, 31)).IsLiving);
        RegistrationContent after = history.StateOn(new DateOnly(2021, 1, 1));
        Assert.Equal((false, "王建国"), (after.IsLiving, after.Name));
        Assert.True(history.StateAt(new DateOnly(2021, 1, 1), Start).IsLiving);
        Assert.Equal("王建新", history.Present.Name);
    }

    private static RegistrationContent Dead { get; } = Row((RegisterField.CancelledOn, "2020-01-01"), (RegisterField.CancelledFor, "death"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RegistrationHistory Shown(RegistrationContent content, params PastChange[] past) => new("R1", content, Start, [], past);

    private static RegistrationHistory Decided(RegistrationContent content) => new("R1", content, Start, []);

    private static RegistrationContent Row(params (RegisterField Field, string Text)[] more) => more.Aggregate(
        RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, "R1"), new(RegisterField.HouseholdId, "H1"), new(RegisterField.Name, "王建国"), new(RegisterField.BirthDate, "1980-05-17"),
        ]),
        (content, one) => content.With(one.Field, one.Text));
}
