namespace Qingce.Checks.Indicators.EmptyHouseholds;

/// <summary>The causes of I08; the value less one is the number of the cause.</summary>
internal enum EmptyCause : byte
{
    None,
    NobodyAtHome,
    TooManyHouseholds,
    UnrelatedPeople,
    Demolished,
    NonResidential,
}

/// <summary>The parameters of I08 in one province; see the catalogue for their meaning.</summary>
internal readonly record struct EmptySettings(int SilentMonths, int Households, int UnrelatedPeople, int GraceDays)
{
    public static EmptySettings From(ParameterValues values) => new(
        values.Whole("silent_months"), values.Whole("households"), values.Whole("unrelated_people"), values.Whole("grace_days"));
}

/// <summary>I08 on one household or one address.</summary>
internal static class EmptyHouseholdDecision
{
    /// <summary>Whether nobody of a household that is not exempt has been at the address for long.</summary>
    /// <param name="lastDay">The last day on which a source saw one of its people in the township, or one came onto the register there; <see cref="int.MinValue"/> for none.</param>
    /// <param name="since">The day since which nobody must have been seen.</param>
    /// <param name="isCovered">Whether the sources in which people are seen at home are complete here since that day.</param>
    public static EmptyCause Silence(int lastDay, int since, bool isCovered) =>
        isCovered && lastDay < since ? EmptyCause.NobodyAtHome : EmptyCause.None;

    /// <summary>Whether too many households, or too many people who are nothing to each other, share one door.</summary>
    /// <param name="households">Number of family households.</param>
    /// <param name="unrelated">Number of people there who are not related to the head of their household.</param>
    /// <param name="settings">The parameters of the province.</param>
    public static EmptyCause Crowd(int households, int unrelated, in EmptySettings settings) =>
        households >= settings.Households ? EmptyCause.TooManyHouseholds
        : households + unrelated >= settings.UnrelatedPeople ? EmptyCause.UnrelatedPeople
        : EmptyCause.None;

    /// <summary>Whether an address lies in a building that nobody can live in.</summary>
    /// <param name="isDemolished">Pulled down; otherwise not for living in.</param>
    /// <param name="day">The day from which that holds.</param>
    /// <param name="settings">The parameters of the province.</param>
    /// <param name="asOf">The day looked back from.</param>
    public static EmptyCause Building(bool isDemolished, int day, in EmptySettings settings, int asOf) =>
        day > asOf - settings.GraceDays ? EmptyCause.None
        : isDemolished ? EmptyCause.Demolished
        : EmptyCause.NonResidential;
}
