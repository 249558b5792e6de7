namespace Qingce.Checks.Indicators.Ages;

/// <summary>The bounds of one province, in completed years.</summary>
internal sealed record AgeSettings(int OldestAge, int YoungestParent, int OldestParent, int SchoolAge, int WorkAge)
{
    /// <summary>Age at which a person is of age (Civil Code, Art. 17).</summary>
    public const int Majority = 18;

    public static AgeSettings From(ParameterValues values) => new(
        values.Whole("oldest_age"), values.Whole("youngest_parent"), values.Whole("oldest_parent"), values.Whole("school_age"),
        values.Whole("work_age"));
}
