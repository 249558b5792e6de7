namespace Qingce.Checks.Indicators.IdentityChanges;

/// <summary>The parameters of I02 in one province; see the catalogue for their meaning.</summary>
internal readonly record struct ChangeSettings(
    int WindowMonths, int NameChanges, int BirthChanges, int NumberChanges, int IdentityChanges, int DeadlineDays, int BirthShiftDays)
{
    public static ChangeSettings From(ParameterValues values) => new(
        values.Whole("window_months"),
        values.Whole("name_changes"),
        values.Whole("birth_date_changes"),
        values.Whole("number_changes"),
        values.Whole("identity_changes"),
        values.Whole("deadline_days"),
        values.Whole("birth_shift_days"));
}
