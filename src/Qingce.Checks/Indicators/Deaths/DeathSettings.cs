namespace Qingce.Checks.Indicators.Deaths;

/// <summary>The parameters of I05 in one province.</summary>
/// <param name="GraceDays">Days after a death within which nothing is late.</param>
/// <param name="SilentYears">Years without a sign of life that count at a great age.</param>
/// <param name="SilentAge">Age from which they count.</param>
/// <param name="AfterDeathDays">Days after a cancellation for death from which a sign of life speaks against it.</param>
internal readonly record struct DeathSettings(int GraceDays, int SilentYears, int SilentAge, int AfterDeathDays)
{
    public static DeathSettings From(ParameterValues values) => new(
        values.Whole("grace_days"), values.Whole("silent_years"), values.Whole("silent_age"), values.Whole("after_death_days"));
}
