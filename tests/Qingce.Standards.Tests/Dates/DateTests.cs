using System.Globalization;
using System.Text;
using CsCheck;

namespace Qingce.Standards.Tests.Dates;

public sealed class DateTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 146_096].Select(day => new DateOnly(1800, 1, 1).AddDays(day));

    [Theory]
    [InlineData("1990-05-03", 19900503, DatePrecision.Day)]
    [InlineData("19900503", 19900503, DatePrecision.Day)]
    [InlineData("1990/5/3", 19900503, DatePrecision.Day)]
    [InlineData("1990.05.03", 19900503, DatePrecision.Day)]
    [InlineData("1990-5-3", 19900503, DatePrecision.Day)]
    [InlineData("1990年5月3日", 19900503, DatePrecision.Day)]
    [InlineData("1990年05月03", 19900503, DatePrecision.Day)]
    [InlineData(" １９９０－０５－０３ ", 19900503, DatePrecision.Day)]
    [InlineData("1990-05-03 00:00:00", 19900503, DatePrecision.Day)]
    [InlineData("1990-05-03T12:30:00Z", 19900503, DatePrecision.Day)]
    [InlineData("1990/5/3 0:00", 19900503, DatePrecision.Day)]
    [InlineData("19900503120000", 19900503, DatePrecision.Day)]
    [InlineData("1990-05", 19900500, DatePrecision.Month)]
    [InlineData("199005", 19900500, DatePrecision.Month)]
    [InlineData("1990年5月", 19900500, DatePrecision.Month)]
    [InlineData("1990-05-00", 19900500, DatePrecision.Month)]
    [InlineData("1990", 19900000, DatePrecision.Year)]
    [InlineData("1990年", 19900000, DatePrecision.Year)]
    [InlineData("19900000", 19900000, DatePrecision.Year)]
    [InlineData("2000-02-29", 20000229, DatePrecision.Day)]
    public void Read_WrittenDate_IsKnownAsFarAsGiven(string text, int code, DatePrecision precision)
    {
        var reading = BirthDate.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(DateFault.None, reading.Fault);
        Assert.Equal(code, reading.Date.Code);
        Assert.Equal(precision, reading.Date.Precision);
        Assert.Equal(reading, BirthDate.Read(text));
        Assert.Equal(reading, BirthDate.Read(reading.Date.ToString()));
        Assert.Equal(precision == DatePrecision.Day, DateText.TryReadDay(Encoding.UTF8.GetBytes(text), out var day));
        Assert.Equal(precision == DatePrecision.Day ? code : 0, day == 0 ? 0 : DayNumber.ToCode(day));
    }

    [Theory]
    [InlineData("", DateFault.Missing)]
    [InlineData("  ", DateFault.Missing)]
    [InlineData("NULL", DateFault.Missing)]
    [InlineData("1990-02-30", DateFault.Impossible)]
    [InlineData("1990-13-01", DateFault.Impossible)]
    [InlineData("19901301", DateFault.Impossible)]
    [InlineData("1900-02-29", DateFault.Impossible)]
    [InlineData("1990年4月31日", DateFault.Impossible)]
    [InlineData("1990-00-12", DateFault.Impossible)]
    [InlineData("0001-01-01", DateFault.Impossible)]
    [InlineData("2999-01-01", DateFault.Impossible)]
    [InlineData("90-05-03", DateFault.Unreadable)]
    [InlineData("1990-05-03x", DateFault.Unreadable)]
    [InlineData("1990-05/03", DateFault.Unreadable)]
    [InlineData("1990-", DateFault.Unreadable)]
    [InlineData("May 1990", DateFault.Unreadable)]
    [InlineData("33000", DateFault.Unreadable)]
    [InlineData("1990年5", DateFault.Unreadable)]
    public void Read_Faulty_TellsImpossibleFromUnreadable(string text, DateFault fault)
    {
        Assert.Equal(fault, BirthDate.Read(text).Fault);
        Assert.True(BirthDate.Read(text).Date.IsNone);
        Assert.Equal(fault, DateText.ReadDay(text, out var day));
        Assert.Equal(0, day);
    }

    [Fact]
    public void Read_EveryDay_RoundTripsInEveryForm() => Days.Sample(date =>
    {
        foreach (var form in (string[])["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.MM.dd", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss"])
        {
            var text = date.ToDateTime(TimeOnly.MinValue).ToString(form, CultureInfo.InvariantCulture);
            Assert.True(DateText.TryReadDay(text, out var day));
            Assert.Equal(DayNumber.Of(date), day);
            Assert.Equal(date, DayNumber.ToDate(day));
            Assert.Equal(BirthDate.Of(date), BirthDate.Read(text).Date);
        }
    });

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789-/.年月日 :T"].Array[0, 20].Select(c => new string(c))).Sample(text => BirthDate.Read(text));

    [Fact]
    public void Agrees_LessExact_CoversTheExact()
    {
        var day = BirthDate.FromCode(19900503);

        Assert.True(day.Agrees(BirthDate.FromCode(19900500)));
        Assert.True(BirthDate.FromCode(19900000).Agrees(day));
        Assert.False(day.Agrees(BirthDate.FromCode(19900600)));
        Assert.False(day.Agrees(BirthDate.FromCode(19900504)));
        Assert.False(day.Agrees(BirthDate.None));
        Assert.Equal(new DateOnly(1990, 5, 31), BirthDate.FromCode(19900500).Latest);
        Assert.Equal(new DateOnly(1990, 1, 1), BirthDate.FromCode(19900000).Earliest);
        Assert.Throws<ArgumentOutOfRangeException>(() => BirthDate.FromCode(19900230));
        Assert.True(BirthDate.FromCode(19900701).IsCommonDefault);
    }

    [Theory]
    [InlineData("2000-02-29", "2001-02-28", 0)]
    [InlineData("2000-02-29", "2001-03-01", 1)]
    [InlineData("1990-05-03", "2020-05-02", 29)]
    [InlineData("1990-05-03", "2020-05-03", 30)]
    [InlineData("1990-05-03", "1990-05-02", -1)]
    public void Age_OnADay_IsInCompletedYears(string birth, string day, int years)
    {
        var from = DateOnly.ParseExact(birth, "yyyy-MM-dd");
        var to = DateOnly.ParseExact(day, "yyyy-MM-dd");

        Assert.Equal(years, Age.On(from, to));
        Assert.Equal(years, BirthDate.Of(from).OldestAgeOn(to));
    }

    [Theory]
    [InlineData("1900-01-31", 1900, 1, 1, false)]
    [InlineData("1900-10-01", 1900, 8, 8, true)]
    [InlineData("1901-02-18", 1900, 12, 30, false)]
    [InlineData("1901-02-19", 1901, 1, 1, false)]
    [InlineData("1976-10-06", 1976, 8, 13, true)]
    [InlineData("2000-02-05", 2000, 1, 1, false)]
    [InlineData("2020-05-23", 2020, 4, 1, true)]
    [InlineData("2023-03-22", 2023, 2, 1, true)]
    [InlineData("2024-02-09", 2023, 12, 30, false)]
    [InlineData("2100-12-31", 2100, 12, 1, false)]
    public void FromGregorian_KnownDay_IsRight(string text, int year, int month, int day, bool leap) =>
        Assert.Equal(new LunarDate(year, month, day, leap), LunarDate.FromGregorian(DateOnly.ParseExact(text, "yyyy-MM-dd")));

    [Fact]
    public void FromGregorian_EveryDay_RoundTripsAndFollowsTheDayBefore()
    {
        LunarDate? before = null;
        for (var date = new DateOnly(1900, 1, 31); date <= new DateOnly(2100, 12, 31); date = date.AddDays(1))
        {
            var lunar = LunarDate.FromGregorian(date);
            Assert.NotNull(lunar);
            Assert.Equal(date, lunar.Value.ToGregorian());
            Assert.True(before is null || lunar.Value.Day == 1 || lunar.Value.Day == before.Value.Day + 1);
            before = lunar;
        }

        Assert.Null(LunarDate.FromGregorian(new DateOnly(1900, 1, 30)));
        Assert.Null(new LunarDate(2023, 3, 1, true).ToGregorian());
    }

    [Fact]
    public void LunarTwin_EitherMistake_IsSeen() => Gen.Int[0, 40_000].Select(day => new DateOnly(1905, 1, 1).AddDays(day)).Sample(birth =>
    {
        if (LunarTwin.LunarReadAsSolar(birth) is { } early)
        {
            Assert.True(BirthDate.IsLunarTwin(BirthDate.Of(birth), BirthDate.Of(early)));
            Assert.True(LunarTwin.Are(early, birth));
        }

        if (LunarTwin.SolarReadAsLunar(birth) is { } late)
        {
            Assert.True(LunarTwin.Are(birth, late));
            Assert.True(LunarTwin.Are(late, birth));
        }

        Assert.False(LunarTwin.Are(birth, birth));
        Assert.False(LunarTwin.Are(birth, birth.AddDays(7)));
    });

    [Fact]
    public void Read_Bytes_AllocatesNothing() =>
        Assert.Equal(0, Allocations.Of(() =>
        {
            BirthDate.Read("1990-05-03"u8);
            BirthDate.Read("1990年5月3日"u8);
            DateText.TryReadDay("1990/5/3 00:00:00"u8, out _);
            LunarTwin.Are(new DateOnly(1990, 5, 3), new DateOnly(1990, 4, 9));
        }));
}
