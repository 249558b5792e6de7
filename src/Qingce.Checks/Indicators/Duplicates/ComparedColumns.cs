using Qingce.Checks.Registrations;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>The columns of the register that a comparison of the linkage model looks at.</summary>
internal static class ComparedColumns
{
    /// <summary>The columns; none for the prior, frequencies and what rests on other members of the household.</summary>
    public static ReadOnlySpan<RegisterColumn> Of(string comparison) => comparison switch
    {
        "name" => [RegisterColumn.Name, RegisterColumn.FormerName],
        "birth" => [RegisterColumn.BirthDate],
        "number" => [RegisterColumn.CitizenNumber, RegisterColumn.FormerNumbers],
        "sex" => [RegisterColumn.Sex],
        "contact" => [RegisterColumn.Phone, RegisterColumn.Address, RegisterColumn.OtherAddress],
        "places" => [RegisterColumn.Birthplace, RegisterColumn.NativePlace],
        "work" => [RegisterColumn.Employer],
        "family" => [RegisterColumn.HouseholdId],
        "education" => [RegisterColumn.Education],
        "card" => [RegisterColumn.CardIssuedOn],
        "kin" => [RegisterColumn.Relation],
        _ => [],
    };
}
